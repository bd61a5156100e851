package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.importing.Importer;
import org.weiwang.edition.importing.SmallHandOver;

@Tag("store")
class SnapshotTest {
    private static final String ADDRESSES = "SELECT count(*) FROM address WHERE data_set = ?";

    @TempDir private Path folder;
    private Database database;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(Optional.of(TestDatabase.fresh()), Path.of("target"));
        new SmallHandOver(folder).write();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void addressesSupersededMeanwhileCanStillBeRead() throws Exception {
        importing(true, folder);
        long found =
                Snapshot.read(
                        database.dataSource(),
                        connection -> {
                            long dataSet =
                                    PairInForce.all(connection, Sql.moment(connection))
                                            .get(0)
                                            .dataSet();
                            CompletableFuture.runAsync(this::supersedeAddresses).join();
                            return Sql.number(connection, ADDRESSES, dataSet);
                        });
        assertThat(found).isEqualTo(1);
    }

    @Test
    void theReasonWhyIsNotLostToTheConnectionThatDied() {
        assertThatThrownBy(
                        () ->
                                Snapshot.read(
                                        database.dataSource(),
                                        connection ->
                                                Sql.number(
                                                        connection,
                                                        "SELECT pg_terminate_backend(pg_backend_pid())::int")))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57P01"));
    }

    /** Read again and again while others are added, as by a server that follows what is kept. */
    @Test
    void whatIsAttachedMeanwhileIsReadWithAllThatNamesIt() throws Exception {
        execute("CREATE TABLE whole (part int) PARTITION BY LIST (part)");
        execute("CREATE TABLE made (part int)");
        CompletableFuture<Void> adding = CompletableFuture.runAsync(this::addParts);
        while (!adding.isDone()) {
            Snapshot.readRows(
                    database.dataSource(),
                    connection -> {
                        long last = Sql.number(connection, "SELECT max(part) FROM made");
                        long rows =
                                Sql.number(
                                        connection,
                                        "SELECT count(*) FROM %s WHERE part = ?"
                                                .formatted(part(last).source(connection)),
                                        last);
                        assertThat(rows).as("rows of part %d", last).isEqualTo(Math.min(last, 1));
                        return rows;
                    });
        }
        adding.join();
    }

    private static Partition part(long number) {
        return new Partition("whole", "whole", "part_" + number, "" + number, "part = " + number);
    }

    private void addParts() {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (int number = 1; number <= 300; number++) {
                Partition part = part(number);
                part.create(connection);
                Sql.update(connection, "INSERT INTO " + part.name() + " VALUES (?)", number);
                Sql.update(connection, "INSERT INTO made VALUES (?)", number);
                part.attach(connection);
                connection.commit();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Sql.update(connection, sql);
        }
    }

    private void supersedeAddresses() {
        try {
            Path addresses = folder.resolve("addresses.csv");
            Files.writeString(addresses, "文本,经度,纬度,户数\n西路1号,103.5101,30.1961,1\n西路2号,,,2\n");
            importing(false, addresses);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void importing(boolean publish, Path source) throws ImportException {
        new Importer(new JdbcEditionStore(database.dataSource(), database.forLongWork()))
                .run(ServedDemoCounty.request(SmallHandOver.DISTRICT, publish, source));
    }
}
