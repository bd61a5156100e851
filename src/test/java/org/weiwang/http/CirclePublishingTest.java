package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.PublishedDistrict;
import org.weiwang.ServedDemoCounty;
import org.weiwang.SmallService;
import org.weiwang.app.Backend;
import org.weiwang.app.Service;
import org.weiwang.atlas.circle.CircleKeeper;
import org.weiwang.atlas.circle.LivingCircle;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.CityOutlook;
import org.weiwang.circle.city.CitySource;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.standard.Standards;
import org.weiwang.config.Settings;
import org.weiwang.edition.Edition;
import org.weiwang.edition.Publisher;
import org.weiwang.edition.Servers;
import org.weiwang.edition.importing.ImportRequest;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.Village;
import org.weiwang.http.wire.EditionsHeader;

/**
 * The living circle while editions of {@link Village} come into force, each with one more inhabited
 * grid than the one before.
 */
@Tag("store")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CirclePublishingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GENERAL = "510999001001001";
    private static final String CIRCLES = "/ogc/collections/circle-micro/items";
    private static final int LAST = 4;

    /** What reading a city waits for, and reading a district's part too. */
    private static final String KEEP_FROM_READING = "LOCK TABLE weiwang.address";

    @TempDir private Path data;
    @TempDir private Path folder;
    private SmallService service;
    private PublishedDistrict district;

    @BeforeEach
    void start() throws Exception {
        Path first = files(1);
        service = new SmallService(data).startWithCircle(village(1, first), first);
        district = new PublishedDistrict(service.database(), service.backend(), folder);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void gridsAndFiguresAreOfOneEditionAtAllTimes() throws Exception {
        List<Edition> editions = new ArrayList<>();
        for (int number = 2; number <= LAST; number++) {
            editions.add(draft(number));
        }
        Reader reader = new Reader();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(reader);
        List<Long> millis = new ArrayList<>();
        for (Edition edition : editions) {
            assertThat(publish(edition).late()).isEqualTo(Servers.Late.NONE);
            long published = System.nanoTime();
            awaitCircle(edition);
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - published));
            reader.awaitAnotherRound();
        }
        reader.isOver = true;
        reading.get();
        System.out.println("Living circle in force after publications, ms: " + millis);
        assertThat(reader.faults).isEmpty();
    }

    @Test
    void whatIsScheduledIsSwappedToAtItsTimeWithoutReading() throws Exception {
        Edition second = draft(2);
        district.publish(second, query("SELECT clock_timestamp() + interval '15 seconds'"));
        awaitQuery("SELECT circles_prepared FROM weiwang.server", "{510999-2}");
        awaitQuery("SELECT prepared FROM weiwang.server", "{510999-2}");
        assertThat(circle(1).get("edition").asText()).isEqualTo("510999-1");
        try (Connection reading = district.connect();
                Statement statement = reading.createStatement()) {
            reading.setAutoCommit(false);
            statement.execute(KEEP_FROM_READING);
            awaitCircle(second);
        }
        assertThat(circle(3).get("edition").asText()).isEqualTo("510999-2");
        awaitQuery("SELECT circles_prepared FROM weiwang.server", "{}");
    }

    @Test
    void oneThatCannotBeMadeHoldsUpNobodyAndTheFormerGoesOn() throws Exception {
        Edition second = draft(2);
        query("ALTER TABLE weiwang.residential_land RENAME TO unreadable");
        assertThat(publish(second).late()).isEqualTo(Servers.Late.NONE);
        service.service().keeper().await(atlas -> atlas.editions().contains(second));
        while (!Answers.get(service.uri(), "/health/ready")
                .get("circle")
                .asText()
                .equals("behind")) {
            Thread.onSpinWait();
        }
        JsonNode layer = Answers.get(service.uri(), CIRCLES);
        assertThat(layer.get("features")).hasSize(2);
        assertThat(layer.at("/features/0/properties/edition").asText()).isEqualTo("510999-1");
        assertThat(layer.at("/features/0/properties/households").asInt()).isEqualTo(30);
        HttpResponse<String> newer = circleAnswer(code(3));
        Answers.assertProblem(newer, 503, "is being found");
        assertThat(newer.headers().firstValue("Retry-After")).isPresent();
        Answers.assertProblem(circleAnswer(code(4)), 404, "has the code " + code(4));
    }

    @Test
    void oneIsPutInForceThoughDataCameWhileItWasMade() throws Exception {
        CitySource stored = service.backend().cities();
        AtomicInteger looks = new AtomicInteger();
        CitySource changing =
                new CitySource() {
                    @Override
                    public CityOutlook outlook() {
                        looks.incrementAndGet();
                        return stored.outlook();
                    }

                    @Override
                    public Optional<City> read(DataVersions versions, Optional<City> before) {
                        Optional<City> city = stored.read(versions, before);
                        bringRoads();
                        // Until the keeper knows of them: the look after the next has begun.
                        int told = looks.get();
                        while (looks.get() < told + 2 && !Thread.currentThread().isInterrupted()) {
                            Thread.onSpinWait();
                        }
                        return city;
                    }
                };
        try (CircleKeeper keeper =
                new CircleKeeper(
                        service.service().keeper(),
                        changing,
                        service.backend().circles(),
                        (editions, asOf) -> {},
                        Standards.read(null),
                        true)) {
            keeper.start();
            long roads = roadsOf(keeper.await(circle -> true));
            assertThat(keeper.state()).isEqualTo(CircleKeeper.State.BEHIND);
            keeper.await(circle -> roadsOf(circle) > roads);
        }
    }

    private static long roadsOf(LivingCircle circle) {
        return circle.city().versions().roads().get(SmallHandOver.DISTRICT);
    }

    private void bringRoads() {
        try {
            service.backend().importer().run(request(files(1).resolve("roads.shp")));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void pagesOfWhatWasReplacedGoOnToTheEndOnBothServers() throws Exception {
        Settings settings = ServedDemoCounty.settings(service.database());
        try (Backend other = new Backend(settings);
                Service second = new Service(settings, other)) {
            second.start();
            second.circles().await(circle -> true);
            List<Begun> begun = new ArrayList<>();
            for (String question : List.of("", "bbox=103,30,104,31", "rule=time")) {
                begun.add(new Begun(question));
            }
            Edition next = draft(2);
            publish(next);
            awaitOnBoth(second, circle -> circle.city().versions().editions().contains(next.id()));
            begun.add(new Begun(""));
            long roads = roads(circle(1));
            bringShorterRoads();
            awaitOnBoth(second, circle -> roadsOf(circle) > roads);
            begun.add(new Begun(""));
            assertThat(begun.stream().map(set -> set.whole).distinct()).hasSize(4);
            for (Begun set : begun) {
                assertThat(set.readOn(service.uri())).isEqualTo(set.whole);
                assertThat(set.readOn(second.uri())).isEqualTo(set.whole);
            }
        }
    }

    @Test
    void pagesOfWhatAServerHasNeverHadAreGone() throws Exception {
        String next = next(Answers.get(service.uri(), CIRCLES + "?limit=1"));
        Edition second = draft(2);
        publish(second);
        awaitCircle(second);
        assertThat(Answers.get(service.uri(), next).get("features")).hasSize(1);
        Settings settings = ServedDemoCounty.settings(service.database());
        try (Backend backend = new Backend(settings);
                Service late = new Service(settings, backend)) {
            late.start();
            late.circles().await(circle -> true);
            Answers.assertProblem(Answers.fetch(late.uri(), next), 410, "begin again");
        }
    }

    /** Without the server, which the link names. */
    private static String next(JsonNode page) {
        URI link = URI.create(Answers.next(page));
        return link.getRawPath() + "?" + link.getRawQuery();
    }

    private void awaitOnBoth(Service other, Predicate<LivingCircle> test)
            throws InterruptedException {
        service.service().circles().await(test);
        other.circles().await(test);
    }

    /** A set of pages, of which the first has been read. */
    private final class Begun {
        private final List<JsonNode> whole = new ArrayList<>();
        private final JsonNode first;

        Begun(String question) throws Exception {
            String path = CIRCLES + "?" + question;
            Answers.get(service.uri(), path).get("features").forEach(whole::add);
            first = Answers.get(service.uri(), path + (question.isEmpty() ? "" : "&") + "limit=1");
        }

        List<JsonNode> readOn(URI uri) throws Exception {
            List<JsonNode> features = new ArrayList<>();
            JsonNode page = first;
            page.get("features").forEach(features::add);
            while (Answers.next(page) != null) {
                page = Answers.get(uri, next(page));
                page.get("features").forEach(features::add);
                assertThat(page.get("numberMatched").asInt()).isEqualTo(whole.size());
            }
            return features;
        }
    }

    /** Which do not lead to the grids that later editions have. */
    private void bringShorterRoads() throws Exception {
        Path shorter = Files.createDirectories(folder.resolve("shorter"));
        Village.in(shorter).write();
        service.backend().importer().run(request(shorter.resolve("roads.shp")));
    }

    private static long roads(JsonNode circle) {
        return circle.at("/data/roads/510999").asLong();
    }

    /** Asks for the layer, and for the circle of each grid in force, until it is told to end. */
    private final class Reader implements Runnable {
        private final Queue<String> faults = new ConcurrentLinkedQueue<>();
        private final AtomicInteger rounds = new AtomicInteger();
        private volatile boolean isOver;

        @Override
        public void run() {
            try {
                while (!isOver) {
                    readLayer();
                    readGridsInForce();
                    rounds.incrementAndGet();
                }
            } catch (Exception e) {
                faults.add(e.toString());
            }
        }

        /** Until the round under way has ended, and one more. */
        void awaitAnotherRound() {
            int begun = rounds.get();
            while (faults.isEmpty() && rounds.get() < begun + 2) {
                Thread.onSpinWait();
            }
        }

        private void readLayer() throws Exception {
            HttpResponse<String> answer = Answers.fetch(service.uri(), CIRCLES);
            if (answer.statusCode() != 200) {
                faults.add(answer.statusCode() + ": " + answer.body());
                return;
            }
            String edition = answer.headers().firstValue(EditionsHeader.NAME).orElse("none");
            JsonNode features = JSON.readTree(answer.body()).get("features");
            if (!edition.equals("510999-" + (features.size() - 1))) {
                faults.add(features.size() + " grids of " + edition);
            }
            for (JsonNode feature : features) {
                JsonNode properties = feature.get("properties");
                if (!properties.get("edition").asText().equals(edition)
                        || properties.path("addresses").asInt() == 0
                        || properties.path("kindergarten_minutes").isMissingNode()
                        || properties.path("kindergarten_minutes").isNull()) {
                    faults.add("in " + edition + ": " + properties);
                }
            }
            String newest = features.get(features.size() - 1).get("id").asText();
            if (circleAnswer(newest).statusCode() != 200) {
                faults.add(newest + " is in the layer alone");
            }
        }

        private void readGridsInForce() throws Exception {
            JsonNode grids = Answers.get(service.uri(), "/ogc/collections/micro-grids/items");
            for (JsonNode grid : grids.get("features")) {
                HttpResponse<String> answer = circleAnswer(grid.get("id").asText());
                if (answer.statusCode() != 200 && answer.statusCode() != 503) {
                    faults.add(answer.statusCode() + ": " + answer.body());
                }
            }
        }
    }

    private Path files(int number) throws Exception {
        return Files.createDirectories(folder.resolve("edition-" + number));
    }

    /** With one more grid, east of the others, for each number above the first. */
    private static SmallHandOver village(int number, Path files) throws Exception {
        SmallHandOver village = Village.in(files).withRoad(0, "", 2, 0.5, LAST + 1, 0.5);
        for (int grid = 3; grid <= number + 1; grid++) {
            village.withMicroGrid(code(grid), GENERAL)
                    .withAddress("丙%d号".formatted(grid), grid - 0.5, 0.5, "7");
        }
        return village;
    }

    private static String code(int grid) {
        return GENERAL + "00" + grid;
    }

    private Edition draft(int number) throws Exception {
        Path files = files(number);
        village(number, files).write();
        service.backend().importer().run(request(files));
        return new Edition(SmallHandOver.DISTRICT, number);
    }

    private static ImportRequest request(Path files) {
        return ServedDemoCounty.request(SmallHandOver.DISTRICT, false, files);
    }

    private Publisher.Result publish(Edition edition) throws Exception {
        return service.backend()
                .publisher()
                .publish(edition.id(), null, null, ServedDemoCounty.TESTER);
    }

    private void awaitCircle(Edition edition) throws InterruptedException {
        service.service()
                .circles()
                .await(circle -> circle.city().versions().editions().contains(edition.id()));
    }

    private JsonNode circle(int grid) throws Exception {
        return Answers.get(service.uri(), "/api/v1/circle?grid=" + code(grid));
    }

    private HttpResponse<String> circleAnswer(String code) throws Exception {
        return Answers.fetch(service.uri(), "/api/v1/circle?grid=" + code);
    }

    /** Until the first column of the last row is this. */
    private void awaitQuery(String sql, String expected) throws SQLException {
        while (!expected.equals(query(sql))) {
            Thread.onSpinWait();
        }
    }

    /** The first column of the last row; null where the statement tells nothing. */
    private String query(String sql) throws SQLException {
        try (Connection connection = district.connect();
                Statement statement = connection.createStatement()) {
            String last = null;
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        last = rows.getString(1);
                    }
                }
            }
            return last;
        }
    }
}
