package org.weiwang.assigning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Which columns say where a row is, by number from 0; −1 where there is none. Either both positions
 * are there or neither.
 */
record PositionColumns(int lon, int lat, int address) {
    static final List<String> LON_NAMES =
            List.of("lon", "lng", "long", "longitude", "x", "经度", "东经");
    static final List<String> LAT_NAMES = List.of("lat", "latitude", "y", "纬度", "北纬");
    static final List<String> ADDRESS_NAMES =
            List.of("address", "addr", "dz", "text", "地址", "详细地址", "文本");

    /**
     * Finds the columns by their names, or as the options name or number them.
     *
     * @throws AssignmentException naming what is missing or double, and what there is
     */
    static PositionColumns of(List<String> names, InputOptions options) throws AssignmentException {
        int lon = find("lon", options.lon(), LON_NAMES, names);
        int lat = find("lat", options.lat(), LAT_NAMES, names);
        int address = find("address", options.address(), ADDRESS_NAMES, names);
        if (lon < 0 != lat < 0) {
            throw missing("no column for " + (lon < 0 ? "lon" : "lat"), names);
        }
        if (lon < 0 && address < 0) {
            throw missing("no columns for lon and lat, nor one for address", names);
        }
        if (lon >= 0 && (lon == lat || lon == address || lat == address)) {
            throw new AssignmentException("one column is named for two of lon, lat and address");
        }
        return new PositionColumns(lon, lat, address);
    }

    /** The columns that the options number, of rows without names. */
    static PositionColumns numbered(List<String> firstRow, InputOptions options)
            throws AssignmentException {
        if (options.lon() == null && options.lat() == null && options.address() == null) {
            throw new AssignmentException(
                    "the first row, %s, does not name the columns; give the numbers from 1 of those of longitude and latitude, or of address, or say that it is a header"
                            .formatted(String.join(", ", firstRow)));
        }
        return of(firstRow.stream().map(cell -> "").toList(), options);
    }

    /**
     * Which columns they are, by their names, or by their numbers from 1.
     *
     * @param names null where there are none
     */
    String told(List<String> names) {
        List<String> told = new ArrayList<>();
        tell("lon", lon, names, told);
        tell("lat", lat, names, told);
        tell("address", address, names, told);
        return String.join(", ", told);
    }

    private static void tell(String what, int column, List<String> names, List<String> told) {
        if (column >= 0) {
            told.add(what + " = " + (names == null ? "column " + (column + 1) : names.get(column)));
        }
    }

    static boolean isKnown(String name) {
        return LON_NAMES.stream().anyMatch(name::equalsIgnoreCase)
                || LAT_NAMES.stream().anyMatch(name::equalsIgnoreCase)
                || ADDRESS_NAMES.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static int find(String what, String given, List<String> known, List<String> names)
            throws AssignmentException {
        List<Integer> found =
                where(
                        names,
                        name ->
                                given == null
                                        ? known.contains(name.toLowerCase(Locale.ROOT))
                                        : name.equalsIgnoreCase(given));
        if (found.size() > 1) {
            throw new AssignmentException(
                    "columns %d (%s) and %d (%s) could both be %s; name or number the one"
                            .formatted(
                                    found.get(0) + 1,
                                    names.get(found.get(0)),
                                    found.get(1) + 1,
                                    names.get(found.get(1)),
                                    what));
        }
        if (found.isEmpty() && given != null) {
            if (given.matches("[1-9][0-9]{0,3}") && Integer.parseInt(given) <= names.size()) {
                return Integer.parseInt(given) - 1;
            }
            throw missing("no column " + given + " for " + what, names);
        }
        return found.isEmpty() ? -1 : found.get(0);
    }

    private static List<Integer> where(List<String> names, Predicate<String> test) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (test.test(names.get(i))) {
                found.add(i);
            }
        }
        return found;
    }

    private static AssignmentException missing(String what, List<String> names) {
        boolean named = names.stream().anyMatch(name -> !name.isEmpty());
        return new AssignmentException(
                "%s; there are %s. Name the columns of longitude and latitude, or of address%s"
                        .formatted(
                                what,
                                named ? String.join(", ", names) : names.size() + " columns",
                                named
                                        ? "; if the names look garbled, say which encoding it is"
                                        : ""));
    }
}
