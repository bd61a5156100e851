package org.weiwang.app;

import java.io.IOException;
import org.weiwang.atlas.AtlasSource;
import org.weiwang.config.Settings;
import org.weiwang.edition.Assignments;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.importing.Importer;
import org.weiwang.store.Database;
import org.weiwang.store.JdbcAssignments;
import org.weiwang.store.JdbcAtlasSource;
import org.weiwang.store.JdbcEditionStore;
import org.weiwang.store.postgres.ConnectionSettings;

/** What every command needs: the database and what is done with it. */
public final class Backend implements AutoCloseable {
    private final Database database;
    private final EditionStore editions;
    private final Importer importer;
    private final AtlasSource atlasSource;
    private final Assignments assignments;

    /**
     * @throws IOException when the program's own database can't be run, saying why
     * @throws org.weiwang.store.StoreException when the database can't be used
     */
    public Backend(Settings settings) throws IOException {
        this.database =
                Database.open(
                        settings.database()
                                .map(d -> new ConnectionSettings(d.url(), d.user(), d.password())),
                        settings.data());
        this.editions = new JdbcEditionStore(database.dataSource());
        this.importer = new Importer(editions);
        this.atlasSource = new JdbcAtlasSource(database.dataSource());
        this.assignments = new JdbcAssignments(database.dataSource());
    }

    public Importer importer() {
        return importer;
    }

    EditionStore editions() {
        return editions;
    }

    public AtlasSource atlasSource() {
        return atlasSource;
    }

    Assignments assignments() {
        return assignments;
    }

    @Override
    public void close() {
        database.close();
    }
}
