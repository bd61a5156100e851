package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.edition.Edition;

/**
 * What a city is made from.
 *
 * @param history in which all of them are numbered
 * @param editions by district
 * @param dataSets beside them, by name and district; addresses only where they are placed
 */
record CityParts(
        UUID history,
        TreeMap<String, Edition> editions,
        Map<String, TreeMap<String, Long>> dataSets) {
    /** With an edition in the place of its district's, or none. */
    private static final String AT =
            """
            SELECT edition.district, edition.number, data_set.name, data_set.version
            FROM (SELECT ?::timestamptz AS moment) AS clock
            CROSS JOIN LATERAL (
                SELECT district, number, id FROM edition_in_force_at(clock.moment)
                WHERE district <> ?
                UNION ALL
                SELECT district, number, id FROM edition WHERE id = ?) AS edition
            LEFT JOIN LATERAL data_set_beside(edition.id, clock.moment) AS data_set
                ON data_set.name <> 'address'
                OR EXISTS (
                    SELECT FROM assignment_summary AS placed
                    WHERE placed.edition = edition.id AND placed.data_set = data_set.version)
            """;

    private static final String NAMED =
            """
            SELECT edition.district, edition.number, data_set.name, data_set.version
            FROM edition
            LEFT JOIN data_set
                ON data_set.district = edition.district AND data_set.version = ANY (?)
            WHERE edition.id = ANY (?)
            """;

    /** Those in force at the moment. */
    static CityParts at(Connection connection, OffsetDateTime moment) throws SQLException {
        return read(connection, AT, moment, "", "");
    }

    /** Those at the moment if the edition is in force then, as it may be anyway. */
    static CityParts with(Connection connection, Edition edition, OffsetDateTime moment)
            throws SQLException {
        return read(connection, AT, moment, edition.district(), edition.id());
    }

    /** Those that the versions name; empty when something of them is not, or no longer, there. */
    static Optional<CityParts> of(Connection connection, DataVersions versions)
            throws SQLException {
        Long[] dataSets =
                Stream.of(
                                versions.roads(),
                                versions.facilities(),
                                versions.addresses(),
                                versions.land())
                        .flatMap(byDistrict -> byDistrict.values().stream())
                        .toArray(Long[]::new);
        String[] editions = versions.editions().toArray(String[]::new);
        CityParts parts = read(connection, NAMED, dataSets, editions);
        for (Map.Entry<String, Long> addresses : versions.addresses().entrySet()) {
            Edition edition = parts.editions.get(addresses.getKey());
            if (edition == null
                    || !Partition.ofAssignments(edition, addresses.getValue())
                            .isThere(connection)) {
                return Optional.empty();
            }
        }
        return Optional.of(parts).filter(found -> found.versions().equals(versions));
    }

    private static CityParts read(Connection connection, String sql, Object... values)
            throws SQLException {
        CityParts parts =
                new CityParts(StoredHistory.id(connection), new TreeMap<>(), new HashMap<>());
        Sql.query(
                connection,
                sql,
                row ->
                        parts.add(
                                new Edition(row.getString(1), row.getInt(2)),
                                row.getString(3),
                                row.getLong(4)),
                values);
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
