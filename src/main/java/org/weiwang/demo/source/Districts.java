package org.weiwang.demo.source;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The districts of the city, read once from the program's resources. Thread-safe. */
public final class Districts {
    private static final Map<String, District> ALL = read();

    private Districts() {}

    /** The 6-digit codes of all districts, ascending. */
    public static Set<String> codes() {
        return ALL.keySet();
    }

    /**
     * @throws IllegalArgumentException when nothing is known of the code
     */
    public static District get(String code) {
        District district = ALL.get(code);
        if (district == null) {
            throw new IllegalArgumentException(
                    "no demo district has the code " + code + "; known: " + codes());
        }
        return district;
    }

    private static Map<String, District> read() {
        Map<String, List<Town>> towns = towns();
        Map<String, Counts> counts = CityCounts.of(towns);
        Map<String, District> districts = new TreeMap<>();
        for (Outline outline : Outline.all()) {
            String code = outline.code();
            districts.put(
                    code,
                    new District(
                            code,
                            outline.name(),
                            outline.shape(),
                            outline.seat(),
                            towns.get(code),
                            counts.get(code)));
        }
        return Collections.unmodifiableMap(districts);
    }

    /** Per district its towns, each in the order of their codes. */
    private static Map<String, List<Town>> towns() {
        Map<String, Map<String, List<NamedCsvRecord>>> rows = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> file =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        Districts.class.getResourceAsStream(
                                                "/demo/communities.csv"),
                                        StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : file) {
                rows.computeIfAbsent(row.getField("district_code"), key -> new TreeMap<>())
                        .computeIfAbsent(row.getField("town_code"), key -> new ArrayList<>())
                        .add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, List<Town>> towns = new TreeMap<>();
        rows.forEach((district, ofTowns) -> towns.put(district, towns(ofTowns)));
        return towns;
    }

    private static List<Town> towns(Map<String, List<NamedCsvRecord>> rows) {
        List<Town> towns = new ArrayList<>();
        rows.forEach(
                (code, ofTown) ->
                        towns.add(
                                new Town(
                                        code,
                                        ofTown.get(0).getField("town"),
                                        ofTown.stream().map(Districts::community).toList())));
        return towns;
    }

    private static Community community(NamedCsvRecord row) {
        return new Community(row.getField("code"), row.getField("name"));
    }
}
