package org.weiwang.http;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.weiwang.PublishedDistrict;
import org.weiwang.ServedDemoCounty;
import org.weiwang.SmallService;
import org.weiwang.app.Backend;
import org.weiwang.app.Service;
import org.weiwang.atlas.Atlas;
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
    private final Edition current;
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
        current = editions.get(2);
        draft = editions.get(3);
        district.publish(editions.get(0), "2023-01-01T00:00:00+08:00");
        district.publish(editions.get(1), "2024-01-01T00:00:00+08:00");
        district.publish(current, "2025-01-01T00:00:00+08:00");
        SmallService.issueTokens(backend);
        service.start();
        service.keeper().await(atlas -> atlas.editions().contains(current));
    }

    URI uri() {
        return service.uri();
    }

    /** Returns when tiles of what is in force need no generalising. */
    void awaitShapes() throws InterruptedException {
        service.shapes().await();
    }

    Edition draft() {
        return draft;
    }

    /** Returns when the server knows of it. */
    void publishDraft(String effectiveFrom) throws SQLException, InterruptedException {
        district.publish(draft, effectiveFrom);
        service.keeper().await(atlas -> isPublished(atlas));
    }

    /** Publishes the edition in force for the moment that the draft was to come into force. */
    void withdrawDraft(String effectiveFrom) throws SQLException, InterruptedException {
        district.publish(current, effectiveFrom);
        service.keeper().await(atlas -> !isPublished(atlas));
    }

    private boolean isPublished(Atlas atlas) {
        return atlas.history().edition(draft.id(), Instant.MAX).isPresent();
    }

    @Override
    public void close() {
        service.close();
        backend.close();
    }
}
