package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.weiwang.ServedDemoCounty;
import org.weiwang.access.Authentication;
import org.weiwang.access.IssuedTokens;
import org.weiwang.access.Issuer;
import org.weiwang.access.Role;
import org.weiwang.access.Secret;
import org.weiwang.access.Token;
import org.weiwang.access.TokenBook;
import org.weiwang.access.TokenException;
import org.weiwang.access.TokenStore;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.address.parse.UsualForm;
import org.weiwang.address.parse.Words;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.atlas.AtlasSource;
import org.weiwang.atlas.PastAtlases;
import org.weiwang.atlas.circle.CircleKeeper;
import org.weiwang.circle.city.City;
import org.weiwang.circle.standard.Standards;
import org.weiwang.circle.standard.StandardsException;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.Publisher;
import org.weiwang.edition.Servers;
import org.weiwang.edition.comparing.Comparer;
import org.weiwang.edition.importing.Importer;
import org.weiwang.edition.revising.Revising;
import org.weiwang.http.circle.Circles;
import org.weiwang.store.Database;
import org.weiwang.store.JdbcAssignments;
import org.weiwang.store.JdbcAtlasSource;
import org.weiwang.store.JdbcAuditTrail;
import org.weiwang.store.JdbcCheckStore;
import org.weiwang.store.JdbcCircleStore;
import org.weiwang.store.JdbcCitySource;
import org.weiwang.store.JdbcComparisonStore;
import org.weiwang.store.JdbcEditionStore;
import org.weiwang.store.JdbcRoster;
import org.weiwang.store.JdbcScenarioStore;
import org.weiwang.store.JdbcStoredLayers;
import org.weiwang.store.JdbcTokenStore;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/** A server on a database in which nothing is in force. */
final class TestServer implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConnectionSettings settings;
    private final Database database;
    private final TokenStore tokens;
    private final TokenBook book;
    private final AtlasKeeper keeper;
    private final CircleKeeper circles;
    private final PastAtlases past;
    private final Server server;

    TestServer(Exposure exposure, Optional<Issuer> issuer) throws IOException, StandardsException {
        this(exposure, issuer, TestDatabase.fresh());
    }

    TestServer(Exposure exposure, Optional<Issuer> issuer, ConnectionSettings settings)
            throws IOException, StandardsException {
        this.settings = settings;
        database = Database.open(Optional.of(settings), Path.of("target"));
        tokens = new JdbcTokenStore(database.dataSource());
        book = new TokenBook(tokens);
        AtlasSource source =
                new JdbcAtlasSource(
                        database.dataSource(),
                        database.forLoading(),
                        new AddressBooks(Path.of("target", "addresses")));
        JdbcRoster roster = new JdbcRoster(database.dataSource(), "test");
        keeper = new AtlasKeeper(source, roster);
        circles =
                new CircleKeeper(
                        keeper,
                        new JdbcCitySource(
                                database.dataSource(), database.forLoading(), City.FARTHEST),
                        new JdbcCircleStore(
                                database.forLoading(), database.forLongWork(), City.FARTHEST),
                        roster,
                        Standards.read(null),
                        true);
        past = new PastAtlases(source);
        server =
                new Server(
                        new Server.Parts(
                                exposure,
                                keeper,
                                past,
                                new JdbcAssignments(database.dataSource()),
                                new JdbcStoredLayers(database.dataSource()),
                                new Authentication(book, issuer.map(IssuedTokens::new)),
                                new JdbcAuditTrail(database.dataSource()),
                                new Comparer(new JdbcComparisonStore(database.dataSource())),
                                new MapSettings(null, null, true),
                                new BatchLimits(
                                        1_000, 1 << 20, Path.of("target"), exposure.patience()),
                                editions(exposure),
                                new Circles(
                                        circles,
                                        Standards.read(null),
                                        new JdbcScenarioStore(database.dataSource()),
                                        City.FARTHEST,
                                        30),
                                new UsualForm(Words.USUAL),
                                new Monitoring(
                                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                                        Duration.ofDays(1))));
    }

    private Editions editions(Exposure exposure) {
        EditionStore store = new JdbcEditionStore(database.dataSource(), database.forLongWork());
        return new Editions(
                store,
                new JdbcCheckStore(database.dataSource()),
                new Publisher(store, new Alone(), Duration.ZERO),
                new Importer(store),
                Revising.of(store),
                new UploadLimits(1 << 20, Path.of("target", "uploads"), exposure.patience()));
    }

    /** There is no other server to be told. */
    private static final class Alone implements Servers {
        @Override
        public Late prepare(Edition edition, Duration limit) {
            return Late.NONE;
        }

        @Override
        public void over(Edition edition) {}
    }

    static TestServer started() throws Exception {
        TestServer server = new TestServer(Exposure.loopback(), Optional.empty());
        server.start();
        return server;
    }

    void start() throws Exception {
        startBeforeCircles();
        circles.start();
        circles.await(first -> true);
    }

    /** Without living circles, as a server is until the first is made. */
    void startBeforeCircles() throws Exception {
        book.start();
        server.start();
        keeper.start();
        keeper.await(first -> true);
    }

    Server server() {
        return server;
    }

    TokenStore tokens() {
        return tokens;
    }

    ConnectionSettings settings() {
        return settings;
    }

    URI uri() {
        return server.uri();
    }

    /** Makes a token; returns its secret. */
    String token(String name, Role role, Instant expires) throws TokenException {
        String secret = Secret.make();
        Token token = new Token(name, role, Instant.now(), expires, null);
        tokens.create(token, Secret.hash(secret), ServedDemoCounty.TESTER);
        return secret;
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return ask("GET", path, headers);
    }

    /** With an empty body where the method has one. */
    HttpResponse<String> ask(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri().resolve(path)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    @Override
    public void close() {
        server.close();
        circles.close();
        keeper.close();
        past.close();
        book.close();
        database.close();
    }
}
