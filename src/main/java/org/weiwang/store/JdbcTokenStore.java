package org.weiwang.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.weiwang.access.Actor;
import org.weiwang.access.AuditAction;
import org.weiwang.access.Role;
import org.weiwang.access.Token;
import org.weiwang.access.TokenException;
import org.weiwang.access.TokenStore;
import org.weiwang.access.UnverifiableException;

/** API tokens in PostgreSQL. */
public final class JdbcTokenStore implements TokenStore {
    private static final String CREATE =
            """
            INSERT INTO api_token (name, role, hash, created_at, expires_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (name) WHERE revoked_at IS NULL DO NOTHING
            RETURNING id
            """;

    private static final String REVOKE =
            """
            UPDATE api_token SET revoked_at = clock_timestamp()
            WHERE name = ? AND revoked_at IS NULL
            RETURNING id
            """;

    private static final String COLUMNS = "name, role, created_at, expires_at, revoked_at, hash";

    private static final String ALL = "SELECT " + COLUMNS + " FROM api_token ORDER BY id";

    private static final String NOT_REVOKED =
            "SELECT " + COLUMNS + " FROM api_token WHERE revoked_at IS NULL";

    private static final String OF_HASH = NOT_REVOKED + " AND hash = ?";

    private static final String AWAY = "Tokens can't be checked while the database is away";

    private final DataSource database;

    public JdbcTokenStore(DataSource database) {
        this.database = database;
    }

    @Override
    public void create(Token token, String hash, Actor by) throws TokenException {
        boolean created =
                change(
                        AuditAction.TOKEN_CREATED,
                        token.name(),
                        by,
                        CREATE,
                        token.name(),
                        token.role().name(),
                        hash,
                        utc(token.created()),
                        utc(token.expires()));
        if (!created) {
            throw new TokenException("There is a token " + token.name() + " already; revoke it");
        }
    }

    @Override
    public void revoke(String name, Actor by) throws TokenException {
        if (!change(AuditAction.TOKEN_REVOKED, name, by, REVOKE, name)) {
            throw new TokenException("There is no token " + name + ", or it was revoked before");
        }
    }

    /** Returns whether the statement changed a row, which is then put on record. */
    private boolean change(
            AuditAction action, String name, Actor by, String sql, Object... values) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean changed = Sql.text(connection, sql, values) != null;
                if (changed) {
                    AuditLog.add(connection, by, action, name);
                }
                connection.commit();
                return changed;
            } catch (SQLException | RuntimeException e) {
                Sql.rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException("changing token " + name, e);
        }
    }

    @Override
    public List<Token> all() {
        List<Token> tokens = new ArrayList<>();
        try {
            read(ALL, row -> tokens.add(token(row)));
        } catch (SQLException e) {
            throw new StoreException("reading the tokens", e);
        }
        return tokens;
    }

    @Override
    public Map<String, Token> notRevoked() {
        Map<String, Token> tokens = new HashMap<>();
        try {
            read(NOT_REVOKED, row -> tokens.put(row.getString(6), token(row)));
        } catch (SQLException e) {
            throw new UnverifiableException(AWAY, e);
        }
        return tokens;
    }

    @Override
    public Optional<Token> notRevoked(String hash) {
        List<Token> tokens = new ArrayList<>();
        try {
            read(OF_HASH, row -> tokens.add(token(row)), hash);
        } catch (SQLException e) {
            throw new UnverifiableException(AWAY, e);
        }
        return tokens.stream().findFirst();
    }

    private void read(String sql, Sql.RowReader reader, Object... values) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Sql.query(connection, sql, reader, values);
        }
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString(1),
                Role.valueOf(row.getString(2)),
                Sql.instant(row, 3),
                Sql.instant(row, 4),
                Sql.instant(row, 5));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
