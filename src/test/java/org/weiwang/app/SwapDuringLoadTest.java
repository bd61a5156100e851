package org.weiwang.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.PublishedDistrict;
import org.weiwang.ServedDemoCounty;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.atlas.AtlasSource;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Outlook;
import org.weiwang.atlas.Readiness;
import org.weiwang.atlas.Roster;
import org.weiwang.edition.Edition;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/** Two districts go back to earlier editions while data sets that came alone are loaded. */
@Tag("store")
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SwapDuringLoadTest {
    private static final List<String> CODES = List.of("510901", "510902");

    private final List<PublishedDistrict> districts = new ArrayList<>();
    private final List<Edition> earlier = new ArrayList<>();
    private final List<Edition> later = new ArrayList<>();
    private final Gate loads = new Gate();
    private final Gate parts = new Gate();
    private final Told told = new Told();
    @TempDir private Path folder;
    private Backend backend;
    private AtlasKeeper keeper;

    @BeforeEach
    void start() throws Exception {
        ConnectionSettings database = TestDatabase.fresh();
        backend = new Backend(ServedDemoCounty.settings(database));
        for (int i = 0; i < CODES.size(); i++) {
            String code = CODES.get(i);
            PublishedDistrict district =
                    new PublishedDistrict(database, backend, folder.resolve(code), code, i);
            districts.add(district);
            earlier.add(district.draft());
            later.add(district.draft());
            district.publish(earlier.get(i), "2020-01-01");
            district.publish(later.get(i), "now");
        }
        keeper = new AtlasKeeper(new Slow(), told);
        keeper.start();
        keeper.await(atlas -> atlas.editions().equals(later));
    }

    @AfterEach
    void stop() {
        loads.open();
        parts.open();
        keeper.close();
        backend.close();
    }

    @Test
    void whatIsHeldReadyDoesNotWaitForDataSetsThatCameAlone() throws Exception {
        String soon = Instant.now().plus(Duration.ofMinutes(5)).toString();
        for (int i = 0; i < CODES.size(); i++) {
            districts.get(i).publish(earlier.get(i), soon);
        }
        told.awaitPrepared(earlier);
        parts.close();
        long former = responders(keeper.current().orElseThrow());
        importResponders();
        for (int i = 0; i < CODES.size(); i++) {
            districts.get(i).publish(earlier.get(i), "now");
        }
        Atlas swapped = keeper.await(atlas -> atlas.editions().equals(earlier));
        assertThat(responders(swapped)).isLessThanOrEqualTo(former);
        loads.open();
        Atlas whole = keeper.await(atlas -> responders(atlas) > former);
        assertThat(whole.editions()).isEqualTo(earlier);
        assertThat(whole.version()).isEqualTo(swapped.version() + 1);
        told.awaitVersion(whole.version());
        assertThat(told.states).containsExactly(Readiness.State.READY);
    }

    @Test
    void whatIsPublishedByHandIsHeldReadyWhileDataSetsAreLoaded() throws Exception {
        importResponders();
        backend.servers().prepare(earlier.get(1), Duration.ZERO);
        told.awaitPrepared(List.of(earlier.get(1)));
        districts.get(1).publish(earlier.get(1), "now");
        keeper.await(atlas -> atlas.editions().contains(earlier.get(1)));
        told.awaitVersion(keeper.current().orElseThrow().version());
        assertThat(told.states).containsExactly(Readiness.State.READY);
    }

    /** Returns when they have been read, and are not there yet. */
    private void importResponders() throws Exception {
        loads.close();
        Path file = folder.resolve(CODES.get(0)).resolve("edition-1").resolve("responders.csv");
        backend.importer().run(ServedDemoCounty.request(CODES.get(0), false, file));
        loads.awaitArrival();
    }

    private static long responders(Atlas atlas) {
        return atlas.part(CODES.get(0)).orElseThrow().version().dataSets().get("responder");
    }

    /** Holds those up who pass while it is closed. */
    private static final class Gate {
        private volatile CountDownLatch arrived = new CountDownLatch(1);
        private volatile CountDownLatch opened = new CountDownLatch(0);

        void close() {
            arrived = new CountDownLatch(1);
            opened = new CountDownLatch(1);
        }

        void open() {
            opened.countDown();
        }

        void awaitArrival() throws InterruptedException {
            arrived.await();
        }

        void pass() {
            try {
                arrived.countDown();
                opened.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What is loaded is of the time before the gate, and comes after it. */
    private final class Slow implements AtlasSource {
        @Override
        public Outlook outlook() {
            return backend.atlasSource().outlook();
        }

        @Override
        public Optional<Atlas> assemble(Collection<DistrictPart> held) {
            return backend.atlasSource().assemble(held);
        }

        @Override
        public Optional<Atlas> assembleEditions(Collection<DistrictPart> held) {
            return backend.atlasSource().assembleEditions(held);
        }

        @Override
        public Atlas load(Collection<DistrictPart> held) {
            Atlas loaded = backend.atlasSource().load(held);
            loads.pass();
            return loaded;
        }

        @Override
        public Optional<DistrictPart> part(
                DistrictPart.Version version, Collection<DistrictPart> held) {
            Optional<DistrictPart> part = backend.atlasSource().part(version, held);
            parts.pass();
            return part;
        }
    }

    /** What is told after each look, and how ready the keeper is then. */
    private final class Told implements Roster {
        private final Set<Readiness.State> states = new HashSet<>();
        private List<Edition> prepared = List.of();
        private long version;

        @Override
        public synchronized void report(long atlasVersion, List<Edition> held) {
            states.add(keeper.readiness().state());
            version = atlasVersion;
            prepared = held;
            notifyAll();
        }

        synchronized void awaitPrepared(List<Edition> editions) throws InterruptedException {
            while (!prepared.containsAll(editions)) {
                wait();
            }
        }

        synchronized void awaitVersion(long atLeast) throws InterruptedException {
            while (version < atLeast) {
                wait();
            }
        }

        @Override
        public void leave() {}
    }
}
