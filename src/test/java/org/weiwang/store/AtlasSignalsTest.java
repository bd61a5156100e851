package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.weiwang.store.postgres.ConnectionSettings;

@Tag("store")
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AtlasSignalsTest {
    private final ConnectionSettings database = TestDatabase.fresh();
    private final Semaphore wakes = new Semaphore(0);
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void wakesWhenItListensAndWhenSomethingIsTold() throws Exception {
        try (AtlasSignals signals = new AtlasSignals(counted(), wakes::release)) {
            signals.start();
            wakes.acquire();
            execute("NOTIFY weiwang_atlas");
            wakes.acquire();
            execute("NOTIFY weiwang_prepare, '510999-1'");
            wakes.acquire();
            execute("NOTIFY weiwang_other");
            execute("NOTIFY weiwang_atlas");
            wakes.acquire();
            assertThat(wakes.availablePermits()).isZero();
        }
        assertThat(attempts).hasValue(1);
    }

    @Test
    void wakesWhenTheConnectionIsLostAndWhenItIsBack() throws Exception {
        try (AtlasSignals signals = new AtlasSignals(counted(), wakes::release)) {
            signals.start();
            wakes.acquire();
            cut();
            wakes.acquire(2);
            execute("NOTIFY weiwang_atlas");
            wakes.acquire();
        }
    }

    @Test
    void triesLessAndLessOftenWhileTheDatabaseIsAway() throws Exception {
        try (AtlasSignals signals = new AtlasSignals(counted(), wakes::release)) {
            signals.start();
            wakes.acquire();
            allowConnections(false);
            cut();
            wakes.acquire(); // Lost.
            long lost = System.nanoTime();
            while (attempts.get() < 5) {
                Thread.onSpinWait();
            }
            // The pauses before these attempts are 0.2, 0.4, 0.8 and 1.6 seconds.
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lost))
                    .isGreaterThan(2_000);
            assertThat(wakes.availablePermits()).isZero();
            allowConnections(true);
            wakes.acquire();
        }
    }

    @Test
    void stopsAtOnceWhileItListens() throws Exception {
        AtlasSignals signals = new AtlasSignals(counted(), wakes::release);
        signals.start();
        wakes.acquire();
        long begin = System.nanoTime();
        signals.close();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(4_000);
    }

    private PGSimpleDataSource counted() {
        PGSimpleDataSource source =
                new PGSimpleDataSource() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public Connection getConnection() throws SQLException {
                        attempts.incrementAndGet();
                        return super.getConnection();
                    }
                };
        source.setURL(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    private void cut() throws SQLException {
        executeElsewhere(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                        .formatted(name()));
    }

    private void allowConnections(boolean allowed) throws SQLException {
        executeElsewhere("ALTER DATABASE %s WITH ALLOW_CONNECTIONS %s".formatted(name(), allowed));
    }

    private String name() {
        return database.url().replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
    }

    private void execute(String sql) throws SQLException {
        execute(database.url(), sql);
    }

    private void executeElsewhere(String sql) throws SQLException {
        execute(database.url().replace("/" + name(), "/postgres"), sql);
    }

    private void execute(String url, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
