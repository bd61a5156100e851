package org.weiwang.store;

import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.weiwang.edition.comparing.ComparisonStore;

/** Reads what is compared from PostGIS. */
public final class JdbcComparisonStore implements ComparisonStore {
    private final DataSource database;

    public JdbcComparisonStore(DataSource database) {
        this.database = database;
    }

    @Override
    public <R> R read(Function<Reader, R> work) {
        try {
            return Snapshot.read(
                    database, connection -> work.apply(new JdbcComparisonReader(connection)));
        } catch (SQLException e) {
            throw new StoreException("reading editions to compare", e);
        }
    }
}
