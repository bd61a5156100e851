package org.weiwang.address.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;

/** Names of two small districts, and aliases, on 1 June 2026. */
final class TestPlaces {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    static final List<Alias> ALIASES =
            List.of(
                    new Alias(
                            ElementKind.DISTRICT,
                            "510118",
                            "新津区",
                            "新津县",
                            null,
                            LocalDate.of(2020, 6, 8)),
                    alias(ElementKind.ROAD, "解放西街", "西大街", null, null),
                    alias(ElementKind.ROAD, "魁星路", "文昌路", TODAY, null),
                    alias(ElementKind.ROAD, "禹王街", "滨河路", TODAY.plusDays(1), null),
                    alias(ElementKind.LANDMARK, "蒲江县人民医院", "县医院", null, null));

    private TestPlaces() {}

    private static Alias alias(
            ElementKind kind, String name, String alias, LocalDate from, LocalDate until) {
        return new Alias(kind, "510131", name, alias, from, until);
    }

    static List<PlaceName> names() {
        try (InputStream in = TestPlaces.class.getResourceAsStream("places.csv")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(
                            line -> {
                                String[] cells = line.split(",", -1);
                                return new PlaceName(
                                        ElementKind.valueOf(cells[0]),
                                        cells[1],
                                        cells[2],
                                        cells[3].isEmpty() ? null : cells[3]);
                            })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Gazetteer gazetteer() {
        return new Gazetteer(names(), ALIASES, on(TODAY));
    }

    static Clock on(LocalDate day) {
        return Clock.fixed(day.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }
}
