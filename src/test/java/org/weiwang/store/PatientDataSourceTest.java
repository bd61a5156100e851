package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;
import org.weiwang.store.postgres.ConnectionSettings;
import org.weiwang.store.postgres.StoppablePostgres;

/** A pool whose server is stopped and started. */
@Tag("store")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PatientDataSourceTest {
    @TempDir private Path folder;
    private StoppablePostgres postgres;
    private Database database;

    @BeforeEach
    void open() throws IOException {
        postgres = new StoppablePostgres(folder.resolve("postgres"));
        database = Database.open(Optional.of(postgres.connection()), folder);
    }

    @AfterEach
    void close() {
        database.close();
        postgres.close();
    }

    @Test
    void aServerThatIsAwayIsWaitedFor() throws Exception {
        PatientDataSource source = source("");
        CompletableFuture<Connection> waiting = askWhileStopped(source);
        postgres.start();
        try (Connection connection = waiting.join()) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(source.absence()).isEmpty();
    }

    @Test
    void whoClosesItWaitsNoLonger() throws Exception {
        PatientDataSource source = source("");
        CompletableFuture<Connection> waiting = askWhileStopped(source);
        source.close();
        assertThatThrownBy(waiting::join).hasRootCauseInstanceOf(IOException.class);
        postgres.start();
    }

    @Test
    void theAddressCountsForMore() throws Exception {
        try (Connection usual = source("").getConnection();
                Connection told = source("?socketTimeout=7&ApplicationName=told").getConnection()) {
            assertThat(usual.getNetworkTimeout()).isEqualTo(60_000);
            assertThat(usual.getClientInfo("ApplicationName")).isEqualTo("usual");
            assertThat(told.getNetworkTimeout()).isEqualTo(7_000);
            assertThat(told.getClientInfo("ApplicationName")).isEqualTo("told");
        }
    }

    /**
     * @param inAddress parameters
     */
    private PatientDataSource source(String inAddress) {
        ConnectionSettings settings = postgres.connection();
        Properties usual = new Properties();
        usual.setProperty("user", settings.user());
        usual.setProperty("password", settings.password());
        usual.setProperty("socketTimeout", "10");
        usual.setProperty("ApplicationName", "usual");
        return new PatientDataSource(settings.url() + inAddress, usual, 60);
    }

    /** Stops the server, and waits until the source has found that out for one who asks. */
    private CompletableFuture<Connection> askWhileStopped(PatientDataSource source)
            throws Exception {
        source.getConnection().close();
        postgres.stop();
        CompletableFuture<Connection> waiting =
                CompletableFuture.supplyAsync(() -> connect(source));
        while (source.absence().isEmpty() && !waiting.isDone()) {
            Thread.onSpinWait();
        }
        return waiting;
    }

    private static Connection connect(PatientDataSource source) {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thePoolTellsWhyItHasNoneAndHasOneAfterwards() throws Exception {
        postgres.stop();
        // What was used a moment ago the pool hands out without a look.
        ((Pool) database.dataSource()).getHikariPoolMXBean().softEvictConnections();
        assertThatThrownBy(() -> database.dataSource().getConnection())
                .isInstanceOf(SQLTransientConnectionException.class)
                .as("the reason")
                .hasCauseInstanceOf(PSQLException.class);
        postgres.start();
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void aServerThatWasNeverReachedIsNotWaitedFor() {
        PatientDataSource source =
                new PatientDataSource("jdbc:postgresql://127.0.0.1:1/x", new Properties(), 60);
        assertThatThrownBy(source::getConnection).isInstanceOf(SQLException.class);
        assertThat(source.absence()).isPresent();
    }
}
