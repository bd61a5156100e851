package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.edition.Edition;

/**
 * What the city of a moment is made from.
 *
 * @param history in which all of them are numbered
 * @param editions in force, by district
 * @param dataSets beside them, by name and district; addresses only where they are placed
 */
record CityParts(
        UUID history,
        TreeMap<String, Edition> editions,
        Map<String, TreeMap<String, Long>> dataSets) {
    private static final String PARTS =
            """
            SELECT edition.district, edition.number, data_set.name, data_set.version
            FROM (SELECT ?::timestamptz AS moment) AS clock
            CROSS JOIN LATERAL edition_in_force_at(clock.moment) AS edition
            LEFT JOIN LATERAL data_set_beside(edition.id, clock.moment) AS data_set
                ON data_set.name <> 'address'
                OR EXISTS (
                    SELECT FROM assignment_summary AS placed
                    WHERE placed.edition = edition.id AND placed.data_set = data_set.version)
            """;

    static CityParts of(Connection connection, OffsetDateTime moment) throws SQLException {
        CityParts parts =
                new CityParts(StoredHistory.id(connection), new TreeMap<>(), new HashMap<>());
        Sql.query(
                connection,
                PARTS,
                row ->
                        parts.add(
                                new Edition(row.getString(1), row.getInt(2)),
                                row.getString(3),
                                row.getLong(4)),
                moment);
        return parts;
    }

    private void add(Edition edition, String name, long version) {
        editions.put(edition.district(), edition);
        if (name != null) {
            dataSets.computeIfAbsent(name, key -> new TreeMap<>()).put(edition.district(), version);
        }
    }

    /** The versions of the data sets of a name, by district. */
    Map<String, Long> versions(String name) {
        return Optional.<Map<String, Long>>ofNullable(dataSets.get(name)).orElse(Map.of());
    }

    DataVersions versions() {
        return new DataVersions(
                history,
                editions.values().stream().map(Edition::id).toList(),
                versions("road"),
                versions("facility"),
                versions("address"),
                versions("residential_land"));
    }
}
