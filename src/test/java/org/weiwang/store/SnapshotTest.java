package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
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
