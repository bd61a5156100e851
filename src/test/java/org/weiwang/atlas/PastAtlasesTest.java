package org.weiwang.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.PublishedDistrict;
import org.weiwang.ServedDemoCounty;
import org.weiwang.app.Backend;
import org.weiwang.edition.Edition;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/** Six editions were in force one after another, the last still is. */
@Tag("store")
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PastAtlasesTest {
    private static final int EDITIONS = 6;

    private static PublishedDistrict district;
    private static Backend backend;
    private static final List<Edition> editions = new ArrayList<>();

    private final AtomicInteger loads = new AtomicInteger();
    private Atlas today;
    private PastAtlases past;

    @BeforeAll
    static void publish(@TempDir Path folder) throws Exception {
        ConnectionSettings database = TestDatabase.fresh();
        backend = new Backend(ServedDemoCounty.settings(database));
        district = new PublishedDistrict(database, backend, folder);
        for (int i = 0; i < EDITIONS; i++) {
            editions.add(district.draft());
        }
        for (int i = 0; i < EDITIONS; i++) {
            district.publish(editions.get(i), (2020 + i) + "-01-01");
        }
    }

    @AfterAll
    static void close() {
        backend.close();
        editions.clear();
    }

    @BeforeEach
    void open() {
        today = backend.atlasSource().load(List.of());
        past = new PastAtlases(new Counted(backend.atlasSource(), loads));
    }

    @AfterEach
    void end() {
        past.close();
    }

    @Test
    void whatIsInForceIsSharedAndNotLoaded() {
        Atlas same = of(EDITIONS - 1).orElseThrow();
        assertThat(gridsOf(same)).isSameAs(gridsOf(today));
        assertThat(loads).hasValue(0);
    }

    @Test
    void whatIsAskedForAgainIsNotLoadedAgain() {
        Atlas first = of(0).orElseThrow();
        Atlas again = of(0).orElseThrow();
        assertThat(first.editions()).containsExactly(editions.get(0));
        assertThat(gridsOf(again)).isSameAs(gridsOf(first));
        assertThat(loads).hasValue(1);
    }

    @Test
    void theFourAskedForLastAreKept() {
        for (int i = 0; i < 5; i++) {
            of(i);
        }
        assertThat(past.size()).isEqualTo(4);
        of(1);
        assertThat(loads).hasValue(5);
        of(0);
        of(1);
        assertThat(loads).hasValue(6);
        of(2);
        assertThat(loads).hasValue(7);
        assertThat(past.size()).isEqualTo(4);
    }

    @Test
    void whatNobodyAskedForInFiveMinutesIsLetGo() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        past.close();
        past =
                new PastAtlases(
                        new Counted(backend.atlasSource(), loads), now::get, Duration.ofMillis(1));
        of(0);
        of(1);
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(4)));
        of(1);
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(5)));
        while (past.size() > 1) {
            Thread.onSpinWait();
        }
        of(1);
        assertThat(loads).as("what was asked for since is kept").hasValue(2);
        of(0);
        assertThat(loads).hasValue(3);
    }

    @Test
    void manyWhoAskForTheSameMakeOneLoad() throws Exception {
        int many = 20;
        CountDownLatch begin = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<CompletableFuture<Optional<Atlas>>> answers = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                answers.add(
                        CompletableFuture.supplyAsync(
                                () -> {
                                    await(begin);
                                    return of(0);
                                },
                                threads));
            }
            begin.countDown();
            for (CompletableFuture<Optional<Atlas>> answer : answers) {
                assertThat(answer.join().orElseThrow().editions()).containsExactly(editions.get(0));
            }
        } finally {
            threads.shutdown();
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void aLoadKeepsOnlyThoseWaitingWhoAskForIt() throws Exception {
        of(1);
        CompletableFuture<Optional<Atlas>> slow;
        try (Connection locking = district.connect();
                Statement statement = locking.createStatement()) {
            locking.setAutoCommit(false);
            statement.execute("LOCK TABLE weiwang.address");
            slow = CompletableFuture.supplyAsync(() -> of(0));
            while (loads.get() < 2) {
                Thread.onSpinWait();
            }
            assertThat(of(1)).isPresent();
            assertThat(of(EDITIONS - 1)).isPresent();
            assertThat(slow).isNotDone();
        }
        assertThat(slow.join()).isPresent();
    }

    @Test
    void whoHasWaitedForLongIsToAskAgain() throws Exception {
        try (Connection locking = district.connect();
                Statement statement = locking.createStatement()) {
            locking.setAutoCommit(false);
            statement.execute("LOCK TABLE weiwang.address");
            assertThat(of(0)).isEmpty();
        }
        assertThat(of(0)).isPresent();
        assertThat(loads).hasValue(1);
    }

    @Test
    void addressesAreThoseOfTodayInTheGridsOfThen() {
        String address = "东路1号";
        Placement then = of(0).orElseThrow().find(address).placement();
        assertThat(then.point()).isEqualTo(today.find(address).placement().point());
        assertThat(then.edition()).isEqualTo(editions.get(0));
        assertThat(then.responders()).isEmpty();
    }

    private Optional<Atlas> of(int edition) {
        return past.of(List.of(editions.get(edition)), today);
    }

    private static Object gridsOf(Atlas atlas) {
        return atlas.part(PublishedDistrict.CODE).orElseThrow().grids();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The source, with the parts that it is asked for counted. */
    private record Counted(AtlasSource source, AtomicInteger loads) implements AtlasSource {
        @Override
        public Outlook outlook() {
            return source.outlook();
        }

        @Override
        public Optional<Atlas> assemble(Collection<DistrictPart> held) {
            return source.assemble(held);
        }

        @Override
        public Optional<Atlas> assembleEditions(Collection<DistrictPart> held) {
            return source.assembleEditions(held);
        }

        @Override
        public Atlas load(Collection<DistrictPart> held) {
            return source.load(held);
        }

        @Override
        public Optional<DistrictPart> part(
                DistrictPart.Version version, Collection<DistrictPart> held) {
            loads.incrementAndGet();
            return source.part(version, held);
        }
    }
}
