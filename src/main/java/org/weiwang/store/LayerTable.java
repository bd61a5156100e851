package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weiwang.edition.AddressId;
import org.weiwang.edition.layer.StoredLayer;

/** Where the features of a layer lie in the database. */
enum LayerTable {
    ADDRESSES(
            "JOIN %1$s AS address ON address.data_set = source.data_set",
            "address.number",
            "address.geom",
            List.of("address.text", "address.households", "source.district"),
            "inside + on_boundary + outside + no_location"),

    OUTSIDE_ADDRESSES(
            """
            JOIN %2$s AS assignment
                ON assignment.edition = source.edition
                AND assignment.data_set = source.data_set
                AND assignment.outcome = 'OUTSIDE'
            JOIN %1$s AS address
                ON address.data_set = source.data_set AND address.number = assignment.address
            """,
            "assignment.address",
            "address.geom",
            List.of("address.text", "address.households", "source.district", "source.edition"),
            "outside"),

    ROADS(
            "JOIN road ON road.data_set = source.data_set",
            "road.code",
            "road.geom",
            List.of(
                    "road.code",
                    "nullif(road.name, '')",
                    "road.kind",
                    "road.layer",
                    "road.steps",
                    "road.noded",
                    "source.district"),
            null),

    FINDINGS(
            "JOIN finding ON finding.data_set = source.data_set",
            "finding.number",
            "finding.geom",
            FindingColumns.ALL,
            null),

    FINDING_AREAS(
            """
            JOIN finding ON finding.data_set = source.data_set AND finding.area IS NOT NULL
            """,
            "finding.number",
            "finding.area",
            FindingColumns.ALL,
            null);

    /** In a class of its own, since the tables are made from it. */
    private static final class FindingColumns {
        static final List<String> ALL =
                List.of(
                        "finding.kind",
                        "finding.severity",
                        "finding.level",
                        "finding.grids",
                        "finding.sentence",
                        "finding.sentence_en",
                        "finding.width",
                        "finding.square_metres",
                        "finding.count",
                        "finding.detail",
                        "source.edition");
    }

    /** Of a road: the code of its district and its own, of all characters that texts may have. */
    private static final Pattern ROAD_ID = Pattern.compile("([0-9]{6})-([^\\x00]+)");

    private final String joins;
    private final String key;
    private final Cql2Sql.ColumnsOfLayer columns;
    private final String summary;

    /**
     * @param joins of {@code source}, which has edition, district and data set, to the first table
     *     of addresses and the second of assignments
     * @param key tells the features of a part apart, with an index in its order
     * @param properties what their values are, in their order
     * @param summary what the summary of assignments says of how many there are in all; null where
     *     it does not
     */
    LayerTable(String joins, String key, String geometry, List<String> properties, String summary) {
        this.joins = joins;
        this.key = key;
        this.columns = new Cql2Sql.ColumnsOfLayer(properties, geometry);
        this.summary = summary;
    }

    static LayerTable of(StoredLayer layer) {
        return switch (layer) {
            case ADDRESSES -> ADDRESSES;
            case OUTSIDE_ADDRESSES -> OUTSIDE_ADDRESSES;
            case ROADS -> ROADS;
            case FINDINGS -> FINDINGS;
            case FINDING_AREAS -> FINDING_AREAS;
        };
    }

    String joins(Connection connection, LayerPart part) throws SQLException {
        if (!isOfAddresses()) {
            return joins;
        }
        String addresses = Partition.ofAddresses(part.dataSet()).source(connection);
        return this == ADDRESSES
                ? joins.formatted(addresses)
                : joins.formatted(
                        addresses,
                        Partition.ofAssignments(part.edition(), part.dataSet()).source(connection));
    }

    String key() {
        return key;
    }

    Cql2Sql.ColumnsOfLayer columns() {
        return columns;
    }

    Optional<String> summary() {
        return Optional.ofNullable(summary);
    }

    /** Whether the features are parts of tables that are dropped when they are gone. */
    boolean isOfAddresses() {
        return this == ADDRESSES || this == OUTSIDE_ADDRESSES;
    }

    /** Whether the features of a part are numbered; else they have codes. */
    private boolean isNumbered() {
        return this != ROADS;
    }

    /** A feature within the part that it is of. */
    record Key(Object part, Object value) {}

    /** What tells a part from the others in the ids of its features, which are ordered by it. */
    Object mark(LayerPart part) {
        return isNumbered() ? (Object) part.dataSet() : part.district();
    }

    Comparator<LayerPart> order() {
        return isNumbered()
                ? Comparator.comparingLong(LayerPart::dataSet)
                : Comparator.comparing(LayerPart::district);
    }

    String id(LayerPart part, Object key) {
        return isNumbered()
                ? new AddressId(part.dataSet(), (Integer) key).toString()
                : part.district() + "-" + key;
    }

    /** Empty where it is no id of a feature of this table. */
    Optional<Key> parse(String id) {
        if (isNumbered()) {
            return AddressId.parse(id).map(address -> new Key(address.dataSet(), address.number()));
        }
        Matcher form = ROAD_ID.matcher(id);
        return form.matches()
                ? Optional.of(new Key(form.group(1), form.group(2)))
                : Optional.empty();
    }

    /** Before every feature of a part. */
    Object start() {
        return isNumbered() ? (Object) 0 : "";
    }
}
