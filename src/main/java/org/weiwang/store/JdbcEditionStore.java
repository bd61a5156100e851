package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.ImportException;

/** Editions and data sets in PostGIS. */
public final class JdbcEditionStore implements EditionStore {
    /** The first half of the lock's key tells these locks from others on the same database. */
    private static final int LOCK_CLASS = 0x7765_6977; // "weiw"

    private static final String LOCK = "SELECT pg_advisory_xact_lock(?, hashtext(?))";

    private final DataSource database;

    public JdbcEditionStore(DataSource database) {
        this.database = database;
    }

    @Override
    public <R> R importing(String districtCode, Work<R> work) throws ImportException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Sql.query(connection, LOCK, row -> {}, LOCK_CLASS, districtCode);
                R result = work.run(new JdbcImportTransaction(connection, districtCode));
                connection.commit();
                return result;
            } catch (ImportException | SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException("importing district " + districtCode, e);
        }
    }

    /** The reason why must not be lost to a connection that has died. */
    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
