package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
                Leftovers.remove(connection);
                return result;
            } catch (ImportException | SQLException | RuntimeException | Error e) {
                Sql.rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException("importing district " + districtCode, e);
        }
    }

    @Override
    public List<String> districtsNotPlaced() {
        try (Connection connection = database.getConnection()) {
            return PairInForce.all(connection).stream()
                    .filter(pair -> !pair.isPlaced())
                    .map(pair -> pair.edition().district())
                    .toList();
        } catch (SQLException e) {
            throw new StoreException("reading which districts are not placed", e);
        }
    }
}
