package org.weiwang.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
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

/** An edition is in force, and another one follows. */
@Tag("store")
@Timeout(value = 40, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReplacedAtlasesTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicBoolean hasNoRoom = new AtomicBoolean();
    private Backend backend;
    private PublishedDistrict district;
    private AtlasKeeper keeper;
    private Atlas first;

    @BeforeEach
    void start() throws Exception {
        ConnectionSettings database = TestDatabase.fresh();
        backend = new Backend(ServedDemoCounty.settings(database));
        district = new PublishedDistrict(database, backend, folder);
        district.publish(district.draft(), "2020-01-01");
        keeper = new AtlasKeeper(new Scarce(), new Nobody(), now::get);
        keeper.start();
        first = keeper.await(atlas -> !atlas.parts().isEmpty());
    }

    @AfterEach
    void stop() {
        keeper.close();
        backend.close();
    }

    private Atlas follow() throws Exception {
        Edition next = district.draft();
        district.publish(next, "now");
        keeper.wake();
        return keeper.await(atlas -> atlas.editions().contains(next));
    }

    private Optional<Atlas> of(Atlas atlas) {
        return keeper.of(atlas.history().id(), atlas.version());
    }

    @Test
    void whatWasReplacedIsThereForTenMinutes() throws Exception {
        assertThat(of(first)).containsSame(first);
        Atlas second = follow();
        assertThat(of(second)).containsSame(second);
        assertThat(of(first).orElseThrow().editions()).isEqualTo(first.editions());
        now.set(Instant.EPOCH.plus(Formers.KEPT_FOR));
        assertThat(of(first)).isEmpty();
        assertThat(of(second)).containsSame(second);
    }

    @Test
    void whatIsNotHereYetIsWaitedFor() throws Exception {
        UUID history = first.history().id();
        CompletableFuture<Optional<Atlas>> waiting =
                CompletableFuture.supplyAsync(() -> await(history, first.version() + 4, LONG));
        Atlas second = follow();
        assertThat(second.version()).isEqualTo(first.version() + 4);
        assertThat(waiting.join()).containsSame(second);
    }

    @Test
    void nobodyWaitsForWhatCannotComeAnyMore() {
        UUID history = first.history().id();
        assertThat(await(history, first.version() - 1, LONG)).isEmpty();
        assertThat(await(UUID.randomUUID(), first.version() + 2, LONG)).isEmpty();
        assertThat(await(history, first.version() + 2, Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void whereMemoryDoesNotSufficeWhatIsInForceIsLoadedAndNothingElseKept() throws Exception {
        Atlas second = follow();
        assertThat(of(first)).isPresent();
        hasNoRoom.set(true);
        Edition third = district.draft();
        district.publish(third, "now");
        keeper.wake();
        keeper.await(atlas -> atlas.editions().contains(third));
        assertThat(of(first)).isEmpty();
        assertThat(of(second)).as("it was replaced after that").isPresent();
    }

    private Optional<Atlas> await(UUID history, long version, Duration patience) {
        try {
            return keeper.await(history, version, patience);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The stored atlases, of which one, when told so, does not find room. */
    private final class Scarce implements AtlasSource {
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
            if (hasNoRoom.getAndSet(false)) {
                throw new OutOfMemoryError("as if");
            }
            return backend.atlasSource().load(held);
        }

        @Override
        public Optional<DistrictPart> part(
                DistrictPart.Version version, Collection<DistrictPart> held) {
            return backend.atlasSource().part(version, held);
        }
    }

    private static final class Nobody implements Roster {
        @Override
        public void report(long atlasVersion, List<Edition> prepared) {}

        @Override
        public void leave() {}
    }
}
