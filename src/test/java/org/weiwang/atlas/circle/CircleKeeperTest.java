package org.weiwang.atlas.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.PublishedDistrict;
import org.weiwang.SmallService;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.CityOutlook;
import org.weiwang.circle.city.CitySource;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.standard.Standards;
import org.weiwang.config.Settings;
import org.weiwang.edition.Edition;

/** What becomes of the living circle when it can't be made. */
@Tag("store")
@Timeout(value = 40, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CircleKeeperTest {
    private static final Settings.Circle OFF =
            new Settings.Circle(false, 200, 30, Optional.empty());

    @TempDir private Path data;
    @TempDir private Path folder;
    private final Queue<DataVersions> reads = new ConcurrentLinkedQueue<>();
    private SmallService service;
    private PublishedDistrict district;

    @BeforeEach
    void start() throws Exception {
        service = new SmallService(data, OFF);
        service.start();
        district = new PublishedDistrict(service.database(), service.backend(), folder);
        district.publish(district.draft(), "now");
        service.service().keeper().await(atlas -> !atlas.parts().isEmpty());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** Tells what it is told to, and does something before each reading. */
    private final class Source implements CitySource {
        private final CitySource stored = service.backend().cities();
        private final UnaryOperator<CityOutlook> telling;
        private final BiConsumer<DataVersions, Optional<City>> reading;

        Source(
                UnaryOperator<CityOutlook> telling,
                BiConsumer<DataVersions, Optional<City>> reading) {
            this.telling = telling;
            this.reading = reading;
        }

        @Override
        public CityOutlook outlook() {
            return telling.apply(stored.outlook());
        }

        @Override
        public Optional<City> read(DataVersions versions, Optional<City> before) {
            reads.add(versions);
            reading.accept(versions, before);
            return stored.read(versions, before);
        }
    }

    private CircleKeeper keeper(CitySource source, CircleRoster roster) throws Exception {
        return new CircleKeeper(
                service.service().keeper(),
                source,
                service.backend().circles(),
                roster,
                Standards.read(null),
                true);
    }

    private long readsOf(DataVersions versions) {
        return reads.stream().filter(versions::equals).count();
    }

    private static void failWhere(boolean isFailing) {
        if (isFailing) {
            throw new IllegalStateException("an outage");
        }
    }

    @Test
    void whatFailsInAnOutageIsTriedAgainSoon() throws Exception {
        Source source =
                new Source(told -> told, (versions, before) -> failWhere(reads.size() == 1));
        try (CircleKeeper keeper = keeper(source, (editions, asOf) -> {})) {
            keeper.start();
            keeper.await(circle -> true);
        }
    }

    /** The edition is scheduled with data of which the circle answers already. */
    @Test
    void anEditionIsWaitedForUntilWhatIsMostUrgentOfItIsMadeOrHasFailedTwice() throws Exception {
        Edition second = scheduled();
        DataVersions inForce = service.backend().cities().outlook().inForce();
        CompletableFuture<Integer> told = new CompletableFuture<>();
        Source source =
                new Source(
                        outlook -> {
                            List<CityOutlook.Upcoming> upcoming =
                                    new ArrayList<>(outlook.upcoming());
                            upcoming.add(new CityOutlook.Upcoming(second.id(), inForce));
                            return new CityOutlook(outlook.asOf(), outlook.inForce(), upcoming);
                        },
                        (versions, before) -> failWhere(!versions.equals(inForce)));
        CircleRoster roster =
                (editions, asOf) -> {
                    if (editions.contains(second.id())) {
                        told.complete(reads.size());
                    }
                };
        try (CircleKeeper keeper = keeper(source, roster)) {
            keeper.start();
            assertThat(told.get()).isEqualTo(3);
            assertThat(readsOf(inForce)).isEqualTo(1);
        }
    }

    @Test
    void whatMemoryDoesNotSufficeForBesideWhatAnswersIsMadeAlone() throws Exception {
        Source source =
                new Source(
                        told -> told,
                        (versions, before) -> {
                            if (before.isPresent()) {
                                throw new OutOfMemoryError("beside another");
                            }
                        });
        try (CircleKeeper keeper = keeper(source, (editions, asOf) -> {})) {
            keeper.start();
            keeper.await(circle -> true);
            Edition second = district.draft();
            district.publish(second, "now");
            keeper.await(circle -> circle.city().versions().editions().contains(second.id()));
        }
    }

    @Test
    void whatComesNextIsKeptWhileWhatIsInForceFails() throws Exception {
        CitySource stored = service.backend().cities();
        scheduled();
        DataVersions inForce = stored.outlook().inForce();
        DataVersions next = stored.outlook().upcoming().get(0).versions();
        CompletableFuture<Void> often = new CompletableFuture<>();
        Source source =
                new Source(
                        told -> told,
                        (versions, before) -> {
                            if (readsOf(inForce) == 3) {
                                often.complete(null);
                            }
                            failWhere(versions.equals(inForce));
                        });
        try (CircleKeeper keeper = keeper(source, (editions, asOf) -> {})) {
            keeper.start();
            often.get();
        }
        assertThat(readsOf(next)).isEqualTo(1);
    }

    private Edition scheduled() throws Exception {
        Edition second = district.draft();
        district.publish(second, OffsetDateTime.now().plusMinutes(8).toString());
        return second;
    }
}
