package org.weiwang.demo.source;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The districts that can be generated, read from the program's resources. */
public final class Districts {
    /** As published by the districts' own governance offices. */
    private static final Map<String, Counts> PUBLISHED =
            new TreeMap<>(
                    Map.of(
                            "510113", new Counts(83, 362, 2049, 534),
                            "510131", new Counts(93, 318, 1774, 147),
                            "510185", new Counts(291, 886, 4951, 580)));

    private Districts() {}

    /** The 6-digit codes of all districts that are known, ascending. */
    public static Set<String> codes() {
        return Collections.unmodifiableSet(PUBLISHED.keySet());
    }

    /**
     * @throws IllegalArgumentException when nothing is known of the code
     */
    public static District get(String code) {
        Counts counts = PUBLISHED.get(code);
        if (counts == null) {
            throw new IllegalArgumentException(
                    "no demo district has the code " + code + "; known: " + codes());
        }
        Outline outline = Outline.of(code);
        return new District(
                code, outline.name(), outline.shape(), outline.seat(), towns(code), counts);
    }

    private static List<Town> towns(String district) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, List<Community>> communities = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        Districts.class.getResourceAsStream(
                                                "/demo/communities.csv"),
                                        StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("district_code").equals(district)) {
                    String town = row.getField("town_code");
                    names.put(town, row.getField("town"));
                    communities
                            .computeIfAbsent(town, key -> new ArrayList<>())
                            .add(new Community(row.getField("code"), row.getField("name")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Town> towns = new ArrayList<>();
        names.forEach((code, name) -> towns.add(new Town(code, name, communities.get(code))));
        return towns;
    }
}
