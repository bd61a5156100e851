package org.weiwang.edition.importing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.weiwang.address.Address;
import org.weiwang.address.AddressText;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PackedKeys;
import org.weiwang.circle.Facility;
import org.weiwang.circle.ResidentialLand;
import org.weiwang.circle.Road;
import org.weiwang.geo.Datum;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Responder;

/** How the rows of each data set are understood. Each converter serves one file. */
final class DataSets {
    /** What can have an alias, as tables call it, in the order of divisions. */
    private static final Map<String, ElementKind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("区县", ElementKind.DISTRICT);
        KINDS.put("镇街", ElementKind.TOWN);
        KINDS.put("村社区", ElementKind.COMMUNITY);
        KINDS.put("道路", ElementKind.ROAD);
        KINDS.put("小区", ElementKind.ESTATE);
        KINDS.put("设施", ElementKind.LANDMARK);
    }

    private DataSets() {}

    /** Addresses; one whose key was there before is refused, since no text can mean two places. */
    static LayerRows.Converter<Address> addresses(Datum datum) {
        FirstLines lines = new FirstLines();
        return row -> {
            String text = row.requiredText("text");
            String key = AddressText.key(text);
            if (key.isEmpty()) {
                throw new Row.Unusable("text \"" + text + "\" holds no letter or digit");
            }
            LonLat position = row.position("lon", "lat");
            Integer households = row.count("households");
            long other = lines.putIfAbsent(key, row.number());
            if (other != FirstLines.NONE) {
                throw new Row.Unusable("the same address as line " + other);
            }
            return new Address(text, position == null ? null : datum.toWgs84(position), households);
        };
    }

    static LayerRows.Converter<Responder> responders(Set<String> gridCodes) {
        return row -> {
            String grid = row.code("gridCode");
            if (!gridCodes.contains(grid)) {
                throw new Row.Unusable("there is no grid " + grid);
            }
            return new Responder(
                    grid, row.requiredText("role"), row.text("scope"), row.textOrNull("contact"));
        };
    }

    /** Other and former names of places in the district. */
    static LayerRows.Converter<Alias> aliases(String district) {
        Map<Alias, Long> lines = new HashMap<>();
        return row -> {
            ElementKind kind = KINDS.get(row.requiredText("kind"));
            if (kind == null) {
                throw new Row.Unusable(
                        "kind \"%s\" is none of %s"
                                .formatted(row.text("kind"), String.join(", ", KINDS.keySet())));
            }
            if (nameKey(row, "name").equals(nameKey(row, "alias"))) {
                throw new Row.Unusable("name and alias are the same");
            }
            LocalDate first = row.firstDay("from");
            LocalDate last = row.lastDay("until");
            if (first != null && last != null && last.isBefore(first)) {
                throw new Row.Unusable(
                        "until %s is before from %s"
                                .formatted(row.text("until"), row.text("from")));
            }
            Alias alias =
                    new Alias(
                            kind,
                            district,
                            row.text("name"),
                            row.text("alias"),
                            first,
                            last == null ? null : last.plusDays(1));
            Long other = lines.putIfAbsent(alias, row.number());
            if (other != null) {
                throw new Row.Unusable("the same alias as line " + other);
            }
            return alias;
        };
    }

    /** A single letter or digit would be found in any text. */
    private static String nameKey(Row row, String key) throws Row.Unusable {
        String name = AddressText.key(row.requiredText(key));
        if (name.codePointCount(0, name.length()) < 2) {
            throw new Row.Unusable(
                    "%s \"%s\" has fewer than 2 letters or digits".formatted(key, row.text(key)));
        }
        return name;
    }

    /**
     * Facilities and their further entrances, each of which may come before its facility.
     *
     * @param withEntrances tells the codes of facilities that entrances may be of
     */
    static LayerRows.Converter<Facility> facilities(Predicate<String> withEntrances) {
        Set<String> codes = new HashSet<>();
        return row -> {
            String code = unique(codes, row.codeOrNumber("code"));
            if (row.text("entranceOf").isEmpty()) {
                return new Facility(
                        code,
                        row.requiredText("name"),
                        row.requiredText("category"),
                        row.point(),
                        null);
            }
            String facility = row.code("entranceOf");
            if (!withEntrances.test(facility)) {
                throw new Row.Unusable(
                        "entranceOf names " + facility + ", which is not a facility of the file");
            }
            return new Facility(
                    code, row.text("name"), row.text("category"), row.point(), facility);
        };
    }

    static LayerRows.Converter<Road> roads() {
        Set<String> codes = new HashSet<>();
        return row -> {
            Integer layer = row.integer("layer");
            return new Road(
                    unique(codes, row.codeOrNumber("code")),
                    row.text("name"),
                    row.text("kind"),
                    layer == null ? 0 : layer,
                    row.flag("steps"),
                    row.flag("noded"),
                    row.lines());
        };
    }

    static LayerRows.Converter<ResidentialLand> residentialLand() {
        Set<String> codes = new HashSet<>();
        return row ->
                new ResidentialLand(
                        unique(codes, row.codeOrNumber("code")), row.text("use"), row.polygons());
    }

    private static String unique(Set<String> codes, String code) throws Row.Unusable {
        if (!codes.add(code)) {
            throw new Row.Unusable("the code " + code + " was there before");
        }
        return code;
    }

    /** The line in which each of millions of keys came first. */
    private static final class FirstLines {
        static final long NONE = -1;

        private final PackedKeys keys = new PackedKeys();
        private long[] lines = new long[1024];

        /** The line that has the key already; NONE when it came first now. */
        long putIfAbsent(String key, long line) {
            long[] first = {NONE};
            keys.forEach(key, number -> first[0] = lines[number]);
            if (first[0] == NONE) {
                if (keys.size() == lines.length) {
                    lines = Arrays.copyOf(lines, lines.length * 2);
                }
                lines[keys.size()] = line;
                keys.add(key);
            }
            return first[0];
        }
    }
}
