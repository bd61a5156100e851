package org.weiwang.bench;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The most similar address by pg_trgm, through its GIN index. */
final class TrigramSearch implements AutoCloseable {
    private static final String MAKE =
            """
            CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
            DROP SCHEMA IF EXISTS bench CASCADE;
            CREATE SCHEMA bench;
            CREATE UNLOGGED TABLE bench.address (text text NOT NULL);
            """;

    private static final String INDEX =
            """
            SET maintenance_work_mem = '512MB';
            CREATE INDEX ON bench.address USING gin (text public.gin_trgm_ops);
            ANALYZE bench.address;
            """;

    private static final String FIND =
            """
            SELECT text FROM bench.address WHERE text OPERATOR(public.%) ?
            ORDER BY public.similarity(text, ?) DESC LIMIT 1
            """;

    private final Connection connection;
    private final PreparedStatement find;

    TrigramSearch(DataSource database, List<WrittenAddress> addresses) throws Exception {
        connection = database.getConnection();
        StringBuilder rows = new StringBuilder();
        addresses.forEach(address -> rows.append(address.text()).append('\n'));
        try (Statement statement = connection.createStatement()) {
            statement.execute(MAKE);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY bench.address FROM STDIN", new StringReader(rows.toString()));
            statement.execute(INDEX);
        }
        find = connection.prepareStatement(FIND);
    }

    /** Null where nothing is similar enough. */
    String find(String text) throws SQLException {
        find.setString(1, text);
        find.setString(2, text);
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
