package org.weiwang.http;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.weiwang.PublishedDistrict;
import org.weiwang.ServedDemoCounty;
import org.weiwang.app.Backend;
import org.weiwang.app.Service;
import org.weiwang.config.Settings;
import org.weiwang.edition.Edition;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/**
 * A served district with a past: 510999-1 was in force from 2023 on, -2 from 2024 on, -3 has been
 * since 2025; -4 is a draft.
 */
final class ServedHistory implements AutoCloseable {
    private final Backend backend;
    private final Service service;
    private final PublishedDistrict district;
    private final Edition draft;

    ServedHistory(Path folder) throws Exception {
        ConnectionSettings database = TestDatabase.fresh();
        Settings settings = ServedDemoCounty.settings(database);
        backend = new Backend(settings);
        service = new Service(settings, backend);
        district = new PublishedDistrict(database, backend, folder);
        List<Edition> editions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            editions.add(district.draft());
        }
        draft = editions.get(3);
        district.publish(editions.get(0), "2023-01-01T00:00:00+08:00");
        district.publish(editions.get(1), "2024-01-01T00:00:00+08:00");
        district.publish(editions.get(2), "2025-01-01T00:00:00+08:00");
        service.start();
        service.keeper().await(atlas -> atlas.editions().contains(editions.get(2)));
    }

    URI uri() {
        return service.uri();
    }

    Edition draft() {
        return draft;
    }

    /** Returns when the server knows of it. */
    void publishDraft(String effectiveFrom) throws SQLException, InterruptedException {
        district.publish(draft, effectiveFrom);
        service.keeper().await(atlas -> atlas.history().edition(draft.id()).isPresent());
    }

    @Override
    public void close() {
        service.close();
        backend.close();
    }
}
