package org.weiwang;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.weiwang.access.Role;
import org.weiwang.access.Secret;
import org.weiwang.access.Token;
import org.weiwang.access.TokenException;
import org.weiwang.app.Backend;
import org.weiwang.app.Service;
import org.weiwang.config.Settings;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/** A service on a database of its own, in which nothing is in force, with a token for each role. */
public final class SmallService implements AutoCloseable {
    private final ConnectionSettings database;
    private final Backend backend;
    private final Service service;

    /**
     * @param data the folder of all that it keeps; uploads may have 1 MiB
     */
    public SmallService(Path data) throws IOException {
        this(data, Optional.empty());
    }

    /**
     * @param oidc whose tokens are good besides those of the roles
     */
    public SmallService(Path data, Optional<Settings.Oidc> oidc) throws IOException {
        this(data, oidc, Settings.Circle.DEFAULT);
    }

    public SmallService(Path data, Settings.Circle circle) throws IOException {
        this(data, Optional.empty(), circle);
    }

    private SmallService(Path data, Optional<Settings.Oidc> oidc, Settings.Circle circle)
            throws IOException {
        database = TestDatabase.fresh();
        Settings usual = ServedDemoCounty.settings(database);
        Settings settings =
                new Settings(
                        0,
                        data,
                        usual.database(),
                        usual.tiles(),
                        usual.batch(),
                        1,
                        usual.network(),
                        oidc,
                        circle,
                        usual.slowMillis(),
                        usual.addressWords());
        backend = new Backend(settings);
        service = new Service(settings, backend);
    }

    public SmallService start() throws IOException, TokenException {
        issueTokens(backend);
        service.start();
        return this;
    }

    /**
     * Starts, and has the small hand-over's edition in force.
     *
     * @param folder where the hand-over is written
     */
    public SmallService startWith(Path folder) throws Exception {
        return startWith(new SmallHandOver(folder), folder);
    }

    /** Starts, and has the edition of a hand-over of the same district in force. */
    public SmallService startWith(SmallHandOver handOver, Path folder) throws Exception {
        start();
        handOver.write();
        backend.importer().run(ServedDemoCounty.request(SmallHandOver.DISTRICT, true, folder));
        service.keeper().await(atlas -> !atlas.parts().isEmpty());
        return this;
    }

    /** As {@link #startWith}, and has the living circle of its addresses made. */
    public SmallService startWithCircle(SmallHandOver handOver, Path folder) throws Exception {
        startWith(handOver, folder);
        service.circles().await(circle -> circle.city().homes().size() > 0);
        return this;
    }

    /** One for each role, to be done before a service starts. */
    public static void issueTokens(Backend backend) throws TokenException {
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            Token token = new Token(name, role, Instant.now(), null, null);
            backend.tokens().create(token, Secret.hash(secret(role)), ServedDemoCounty.TESTER);
        }
    }

    /** What the bearer of the role's token shows. */
    public static String secret(Role role) {
        return Secret.PREFIX + role.name();
    }

    public ConnectionSettings database() {
        return database;
    }

    public Backend backend() {
        return backend;
    }

    public Service service() {
        return service;
    }

    public URI uri() {
        return service.uri();
    }

    @Override
    public void close() {
        service.close();
        backend.close();
    }
}
