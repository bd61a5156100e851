package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.city.Division.Level;
import org.weiwang.circle.city.Places;
import org.weiwang.edition.Edition;
import org.weiwang.grid.Member;

/** The grids, towns and districts of editions, those of each level numbered in order of codes. */
final class GroupNumbers {
    private static final String CODES =
            """
            SELECT level, code FROM grid WHERE edition = ? AND level <> 'DEDICATED'
            UNION ALL
            SELECT 'TOWN', code FROM town WHERE edition = ?
            """;

    private final List<Division> divisions = new ArrayList<>();
    private final Map<Level, Map<String, Integer>> numbers = new EnumMap<>(Level.class);

    private GroupNumbers(Map<Level, TreeSet<String>> codes) {
        codes.forEach(
                (level, ofLevel) -> {
                    Division division = new Division(level, List.copyOf(ofLevel));
                    divisions.add(division);
                    Map<String, Integer> byCode = new HashMap<>();
                    for (String code : division.codes()) {
                        byCode.put(code, byCode.size());
                    }
                    numbers.put(level, byCode);
                });
    }

    static GroupNumbers read(Connection connection, Collection<Edition> editions)
            throws SQLException {
        Map<Level, TreeSet<String>> codes = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            codes.put(level, new TreeSet<>());
        }
        for (Edition edition : editions) {
            codes.get(Level.DISTRICT).add(edition.district());
            Sql.query(
                    connection,
                    CODES,
                    row -> codes.get(Level.valueOf(row.getString(1))).add(row.getString(2)),
                    edition.id(),
                    edition.id());
        }
        return new GroupNumbers(codes);
    }

    /** Of all levels. */
    List<Division> divisions() {
        return divisions;
    }

    /**
     * @param code null for none
     * @return {@link Places#NONE} for none
     */
    int of(Level level, String code) {
        return numbers.get(level).getOrDefault(code, Places.NONE);
    }

    /**
     * @param grid null for none
     */
    int of(Level level, Member grid) {
        return grid == null ? Places.NONE : of(level, grid.code());
    }
}
