package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.weiwang.edition.Edition;

/**
 * A table that becomes a part of another when it is filled. Attaching builds the indexes of the
 * whole on it and keeps no reader waiting, as creating it as a part at once would until the end of
 * the transaction. Names and values are made of digits.
 *
 * @param like the table at the top, whose columns and checks it has
 * @param whole the table of which it becomes a part
 * @param value that the key of the whole has in all of its rows
 * @param check what PostgreSQL would otherwise read all rows for to be sure of
 */
record Partition(String like, String whole, String name, String value, String check) {
    private static final String IS_THERE =
            "SELECT count(*) FROM pg_inherits WHERE inhrelid = to_regclass(?)";

    /** The addresses of a data set. */
    static Partition ofAddresses(long dataSet) {
        return new Partition(
                "address", "address", "address_" + dataSet, "" + dataSet, "data_set = " + dataSet);
    }

    /** The assignments of an edition, which are in turn parted by data set. */
    private static Partition ofEdition(Edition edition) {
        String value = "'" + edition.id() + "'";
        String name = "assignment_%s_%d".formatted(edition.district(), edition.number());
        return new Partition("assignment", "assignment", name, value, "edition = " + value);
    }

    /** The assignments of the addresses of a data set in an edition. */
    static Partition ofAssignments(Edition edition, long dataSet) {
        Partition whole = ofEdition(edition);
        return new Partition(
                whole.like,
                whole.name,
                whole.name + "_" + dataSet,
                "" + dataSet,
                whole.check + " AND data_set = " + dataSet);
    }

    /** The groups of a run of the living circle. */
    static Partition ofGroups(long run) {
        return ofRun("circle_group", run);
    }

    /** What the groups of a run of the living circle reach. */
    static Partition ofResults(long run) {
        return ofRun("circle_result", run);
    }

    private static Partition ofRun(String whole, long run) {
        return new Partition(whole, whole, whole + "_" + run, "" + run, "run = " + run);
    }

    /** Whether it is a part of the whole. */
    boolean isThere(Connection connection) throws SQLException {
        return Sql.number(connection, IS_THERE, name) > 0;
    }

    /**
     * What its rows are to be read from: the table itself where it is a part of the whole, else the
     * one at the top, which has none of them. A session of PostgreSQL that looked at the whole just
     * when the table was attached may go on without it until another one is.
     */
    String source(Connection connection) throws SQLException {
        return isThere(connection) ? name : like;
    }

    /** Makes the table, empty, for this transaction to fill. */
    void create(Connection connection) throws SQLException {
        Sql.update(
                connection,
                "CREATE TABLE %s (LIKE %s INCLUDING CONSTRAINTS, CHECK (%s))"
                        .formatted(name, like, check));
    }

    /** Makes the table, now filled, a part of the whole. */
    void attach(Connection connection) throws SQLException {
        Sql.update(connection, "ANALYZE " + name);
        Sql.update(
                connection,
                "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES IN (%s)"
                        .formatted(whole, name, value));
    }

    /** Makes sure that the edition's table is there for the tables of its data sets. */
    static void ensureEdition(Connection connection, Edition edition) throws SQLException {
        Partition table = ofEdition(edition);
        if (!table.isThere(connection)) {
            Sql.update(
                    connection,
                    "CREATE TABLE %s (LIKE %s INCLUDING CONSTRAINTS) PARTITION BY LIST (data_set)"
                            .formatted(table.name, table.like));
            Sql.update(
                    connection,
                    "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES IN (%s)"
                            .formatted(table.whole, table.name, table.value));
        }
    }
}
