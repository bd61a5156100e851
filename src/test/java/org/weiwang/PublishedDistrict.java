package org.weiwang;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.weiwang.app.Backend;
import org.weiwang.edition.Edition;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.store.postgres.ConnectionSettings;

/**
 * A small district, of which editions are published at any time, also in the past. In the editions
 * of odd numbers its west is grid …001 and its east …002, in those of even numbers the other way
 * round.
 */
public final class PublishedDistrict {
    public static final String CODE = SmallHandOver.DISTRICT;

    /** In its west. */
    public static final String WEST = "lon=103.5101&lat=30.1935";

    private static final String PUBLISH =
            """
            INSERT INTO weiwang.publication (edition, effective_from, published_at, published_by)
            VALUES (?, CAST(? AS timestamptz), clock_timestamp(), 'tester')
            """;

    private final ConnectionSettings database;
    private final Backend backend;
    private final Path folder;
    private final String code;
    private final int south;
    private int editions;

    /**
     * @param folder for files of the editions
     */
    public PublishedDistrict(ConnectionSettings database, Backend backend, Path folder) {
        this(database, backend, folder, CODE, 0);
    }

    /**
     * @param folder for files of the editions
     * @param south in kilometres from the south of the usual one, which is a kilometre high
     */
    public PublishedDistrict(
            ConnectionSettings database, Backend backend, Path folder, String code, int south) {
        this.database = database;
        this.backend = backend;
        this.folder = folder;
        this.code = code;
        this.south = south;
    }

    /** Brings the next edition in, as a draft. */
    public Edition draft() throws Exception {
        editions++;
        Path files = Files.createDirectories(folder.resolve("edition-" + editions));
        SmallHandOver handOver = new SmallHandOver(files, code, south);
        (editions % 2 == 0 ? handOver.swapped() : handOver).write();
        backend.importer().run(ServedDemoCounty.request(code, false, files));
        return new Edition(code, editions);
    }

    /** As if the publication had been made for this time: ISO 8601, or what SQL reads as one. */
    public void publish(Edition edition, String effectiveFrom) throws SQLException {
        publish(edition, effectiveFrom, true);
    }

    /** Telling nobody, as when a notification is lost. */
    public void publishSilently(Edition edition) throws SQLException {
        publish(edition, "now", false);
    }

    private void publish(Edition edition, String effectiveFrom, boolean tell) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                PreparedStatement publish = connection.prepareStatement(PUBLISH)) {
            connection.setAutoCommit(false);
            statement.execute(
                    "UPDATE weiwang.edition SET state = 'SEALED' WHERE state = 'DRAFT' AND id = '%s'"
                            .formatted(edition.id()));
            publish.setString(1, edition.id());
            publish.setString(2, effectiveFrom);
            publish.executeUpdate();
            statement.execute("UPDATE weiwang.atlas_version SET version = version + 1");
            if (tell) {
                statement.execute("NOTIFY weiwang_atlas");
            }
            connection.commit();
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
