package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.weiwang.ServedDemoCounty;
import org.weiwang.access.Actor;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionSummary;
import org.weiwang.edition.importing.Importer;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.Village;

/** The district of the small hand-over in a database of its own. */
final class SmallDistrict implements AutoCloseable {
    static final Actor PUBLISHER = new Actor("publisher", "10.0.0.7");

    static final String EAST = "东路1号,103.5101,30.1961,12";
    static final String WEST = "西路1号,103.5201,30.1961,12";
    static final String SOUTH = "南路1号,103.5201,30.1941,12";

    static final String ADDRESSES_IN_FORCE =
            "SELECT edition || ' ' || text || ' ' || outcome FROM address_in_force ORDER BY id";

    private final Path folder;
    private final Database database;
    private final JdbcEditionStore store;
    private final Importer importer;

    /**
     * @param folder empty, for the files of the hand-over
     */
    SmallDistrict(Path folder) throws Exception {
        this(folder, Duration.ZERO);
    }

    /**
     * @param keptFor how long what was in force can still be read
     */
    SmallDistrict(Path folder, Duration keptFor) throws Exception {
        this.folder = folder;
        this.database = Database.open(Optional.of(TestDatabase.fresh()), Path.of("target"));
        this.store = new JdbcEditionStore(database.dataSource(), database.forLongWork(), keptFor);
        this.importer = new Importer(store);
        new SmallHandOver(folder).write();
    }

    Path folder() {
        return folder;
    }

    JdbcEditionStore store() {
        return store;
    }

    DataSource dataSource() {
        return database.dataSource();
    }

    DataSource forLoading() {
        return database.forLoading();
    }

    Connection connection() throws SQLException {
        return dataSource().getConnection();
    }

    /** A new draft, with these addresses and the responders that the folder has. */
    Edition draft(String... addresses) throws Exception {
        addresses(addresses);
        importer.run(ServedDemoCounty.request(SmallHandOver.DISTRICT, false, folder));
        return newest();
    }

    /** Puts the village in force. */
    void publishVillage() throws Exception {
        Village.in(folder).write();
        importer.run(ServedDemoCounty.request(SmallHandOver.DISTRICT, true, folder));
    }

    /** A new draft that keeps the addresses of the district. */
    Edition draftWithoutAddresses() throws Exception {
        Files.delete(folder.resolve("addresses.csv"));
        importer.run(ServedDemoCounty.request(SmallHandOver.DISTRICT, false, folder));
        return newest();
    }

    private Edition newest() {
        return store.editions(Optional.of(SmallHandOver.DISTRICT)).get(0).edition();
    }

    /** Puts these in the place of the addresses in force. */
    void addressesAlone(String... addresses) throws Exception {
        addresses(addresses);
        alone("addresses.csv");
    }

    /** Puts the file in the place of what is in force. */
    void alone(String file) throws Exception {
        importer.run(ServedDemoCounty.request(SmallHandOver.DISTRICT, false, folder.resolve(file)));
    }

    private void addresses(String... lines) throws Exception {
        Files.writeString(
                folder.resolve("addresses.csv"), "文本,经度,纬度,户数\n" + String.join("\n", lines) + "\n");
    }

    /** Puts it in force now, all in one. */
    void publish(Edition edition) throws Exception {
        store.publish(edition, null, head(), null, PUBLISHER);
    }

    long head() {
        return store.head(SmallHandOver.DISTRICT);
    }

    EditionSummary.State state(Edition edition) {
        return store.edition(edition.id()).orElseThrow().state();
    }

    /** Waits until the time has come for an edition that is scheduled for one soon. */
    void awaitInForce(Edition edition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (state(edition) != EditionSummary.State.PUBLISHED) {
            assertThat(System.nanoTime()).as("waiting for " + edition.id()).isLessThan(deadline);
        }
    }

    /** The first column of the rows. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
