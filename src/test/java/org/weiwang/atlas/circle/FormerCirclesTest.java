package org.weiwang.atlas.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.PublishedDistrict;
import org.weiwang.SmallService;
import org.weiwang.atlas.Formers;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.CityOutlook;
import org.weiwang.circle.city.CitySource;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.standard.Rule;
import org.weiwang.circle.standard.Standard;
import org.weiwang.circle.standard.Standards;
import org.weiwang.circle.standard.Walker;
import org.weiwang.config.Settings;
import org.weiwang.edition.Edition;

/** A living circle answers, and another one follows; of both, layers are asked for. */
@Tag("store")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FormerCirclesTest {
    private static final Settings.Circle OFF =
            new Settings.Circle(false, 200, 30, Optional.empty());

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir private Path data;
    @TempDir private Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final List<CircleKeeper> keepers = new ArrayList<>();
    private Standards standards;
    private Question usual;
    private SmallService service;
    private PublishedDistrict district;

    @BeforeEach
    void start() throws Exception {
        standards = Standards.read(null);
        usual = questions().get(0);
        service = new SmallService(data, OFF);
        service.start();
        district = new PublishedDistrict(service.database(), service.backend(), folder);
        district.publish(district.draft(), "now");
        service.service().keeper().await(atlas -> !atlas.parts().isEmpty());
    }

    @AfterEach
    void stop() {
        keepers.forEach(CircleKeeper::close);
        service.close();
    }

    /** All that the standards allow, beginning with the usual one. */
    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Standard standard : standards.all()) {
            for (Walker walker : standard.walkers()) {
                questions.add(new Question(standard, walker.id(), standard.rule()));
                for (Rule rule : Rule.values()) {
                    if (rule != standard.rule()) {
                        questions.add(new Question(standard, walker.id(), rule));
                    }
                }
            }
        }
        return questions;
    }

    /**
     * One that answers.
     *
     * @param reading done before a city is read
     */
    private CircleKeeper server(Consumer<DataVersions> reading) throws InterruptedException {
        CitySource stored = service.backend().cities();
        CitySource source =
                new CitySource() {
                    @Override
                    public CityOutlook outlook() {
                        return stored.outlook();
                    }

                    @Override
                    public Optional<City> read(DataVersions versions, Optional<City> before) {
                        reading.accept(versions);
                        return stored.read(versions, before);
                    }
                };
        CircleKeeper keeper =
                new CircleKeeper(
                        service.service().keeper(),
                        source,
                        service.backend().circles(),
                        (editions, asOf) -> {},
                        standards,
                        true,
                        now::get);
        keepers.add(keeper);
        keeper.start();
        keeper.await(circle -> true);
        return keeper;
    }

    private CircleKeeper server() throws InterruptedException {
        return server(versions -> {});
    }

    private static Optional<CircleLayer> of(CircleKeeper keeper, Question question, Stamp stamp)
            throws BusyException, InterruptedException {
        return keeper.await(question, stamp::equals, LONG);
    }

    private static CircleLayer answering(CircleKeeper keeper, Question question)
            throws BusyException, InterruptedException {
        return keeper.gridded().orElseThrow().layer(question);
    }

    private Edition publish() throws Exception {
        Edition next = district.draft();
        district.publish(next, "now");
        return next;
    }

    private void follow(CircleKeeper keeper) throws Exception {
        Edition next = publish();
        keeper.await(circle -> circle.city().versions().editions().contains(next.id()));
    }

    private static void requireSame(CircleLayer layer, CircleLayer expected) {
        assertThat(layer.findings().stamp()).isEqualTo(expected.findings().stamp());
        assertThat(layer.findings().groups()).isEqualTo(expected.findings().groups()).isNotEmpty();
        assertThat(layer.atlas().editions()).isEqualTo(expected.atlas().editions());
    }

    @Test
    void whatWasReplacedIsThereForTenMinutes() throws Exception {
        CircleKeeper keeper = server();
        CircleLayer first = answering(keeper, usual);
        Stamp stamp = first.findings().stamp();
        follow(keeper);
        CircleLayer second = answering(keeper, usual);
        assertThat(second.findings().groups()).isNotEqualTo(first.findings().groups());
        requireSame(of(keeper, usual, stamp).orElseThrow(), first);
        requireSame(of(keeper, usual, second.findings().stamp()).orElseThrow(), second);
        now.set(Instant.EPOCH.plus(Formers.KEPT_FOR).minusMillis(1));
        requireSame(of(keeper, usual, stamp).orElseThrow(), first);
        now.set(Instant.EPOCH.plus(Formers.KEPT_FOR));
        assertThat(of(keeper, usual, stamp)).isEmpty();
        assertThat(of(keeper, usual, second.findings().stamp())).isPresent();
    }

    @Test
    void figuresThatMemoryIsTooDearForAreReadAgain() throws Exception {
        CircleKeeper keeper = server();
        List<CircleLayer> layers = new ArrayList<>();
        for (Question question : questions()) {
            layers.add(answering(keeper, question));
            awaitKept(layers.get(layers.size() - 1).findings().stamp());
        }
        assertThat(layers).hasSizeGreaterThan(2);
        follow(keeper);
        for (int i = 0; i < layers.size(); i++) {
            Question question = questions().get(i);
            Stamp stamp = layers.get(i).findings().stamp();
            requireSame(of(keeper, question, stamp).orElseThrow(), layers.get(i));
        }
    }

    /** What is found is kept in the background. */
    private void awaitKept(Stamp stamp) {
        while (service.backend().circles().find(stamp).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatAnotherServerHasSoonerIsThereBeforeItIsMade() throws Exception {
        CircleKeeper sooner = server();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        String before = service.backend().cities().outlook().inForce().editions().get(0);
        CircleKeeper later =
                server(
                        versions -> {
                            if (!versions.editions().contains(before)) {
                                gate.join();
                            }
                        });
        CircleLayer first = answering(later, usual);
        follow(sooner);
        CircleLayer second = answering(sooner, usual);
        Stamp stamp = second.findings().stamp();
        awaitKept(stamp);
        requireSame(of(later, usual, stamp).orElseThrow(), second);
        requireSame(of(sooner, usual, first.findings().stamp()).orElseThrow(), first);
        assertThat(answering(later, usual).findings().stamp()).isEqualTo(first.findings().stamp());
        gate.complete(null);
        later.await(circle -> circle.city().versions().equals(stamp.data()));
        requireSame(of(later, usual, stamp).orElseThrow(), second);
        requireSame(of(later, usual, first.findings().stamp()).orElseThrow(), first);
    }

    @Test
    void whatIsInForceAndNobodyHasYetIsToBeAskedForLater() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        String before = service.backend().cities().outlook().inForce().editions().get(0);
        CircleKeeper keeper =
                server(
                        versions -> {
                            if (!versions.editions().contains(before)) {
                                gate.join();
                            }
                        });
        publish();
        Stamp stamp = Stamp.of(usual, service.backend().cities().outlook().inForce());
        assertThatThrownBy(() -> of(keeper, usual, stamp))
                .isInstanceOf(BusyException.class)
                .hasMessageContaining("is being found");
        gate.complete(null);
    }

    @Test
    void whatWasNeverInForceIsGoneWithoutWaiting() throws Exception {
        CircleKeeper keeper = server();
        long begun = System.nanoTime();
        assertThat(keeper.await(usual, stamp -> false, Duration.ofHours(1))).isEmpty();
        assertThat(System.nanoTime() - begun).isLessThan(LONG.toNanos());
    }

    @Test
    void nothingOfAHistoryThatHasEndedIsThere() throws Exception {
        CircleKeeper keeper = server();
        Stamp first = answering(keeper, usual).findings().stamp();
        follow(keeper);
        Stamp second = answering(keeper, usual).findings().stamp();
        assertThat(of(keeper, usual, first)).isPresent();
        try (Connection connection = district.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE weiwang.history SET id = gen_random_uuid()");
        }
        keeper.await(circle -> !circle.city().versions().history().equals(first.data().history()));
        assertThat(of(keeper, usual, first)).isEmpty();
        assertThat(of(keeper, usual, second)).isEmpty();
    }
}
