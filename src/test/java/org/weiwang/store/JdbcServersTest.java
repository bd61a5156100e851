package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weiwang.store.SmallDistrict.EAST;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.edition.Edition;
import org.weiwang.edition.Servers;

/** What publishers leave in the database for the servers. */
@Tag("store")
class JdbcServersTest extends SmallDistrictTest {
    private static final String FRESH =
            """
            SELECT expires_at - clock_timestamp() BETWEEN interval '10 seconds' AND interval '20 seconds'
            FROM edition_to_prepare
            """;

    private static final String SLOW_SERVER =
            """
            INSERT INTO server (name, seen_at, atlas_version)
            VALUES ('slow', clock_timestamp() + interval '1 hour', 1)
            """;

    private static final Servers.Late NOT_PREPARED = new Servers.Late(List.of("slow"), List.of());
    private static final Servers.Late WITHOUT_CIRCLE = new Servers.Late(List.of(), List.of("slow"));

    private Edition draft;
    private JdbcServers servers;

    @BeforeEach
    void open() throws Exception {
        draft = district.draft(EAST);
        servers = new JdbcServers(district.dataSource());
    }

    @Test
    @Timeout(60)
    void whoWaitsRenewsWhatIsAnnouncedAndWhoIsKilledHoldsUpNobodyForLong() throws Exception {
        district.execute(SLOW_SERVER);
        CompletableFuture<Servers.Late> waiting =
                CompletableFuture.supplyAsync(() -> servers.prepare(draft, Duration.ofMinutes(1)));
        awaitFresh();
        district.execute(
                "UPDATE edition_to_prepare SET expires_at = clock_timestamp() + interval '3 seconds'");
        awaitFresh();
        assertThat(waiting).isNotDone();
        district.execute("UPDATE server SET prepared = '{510999-1}'");
        assertThat(waiting.get()).isEqualTo(Servers.Late.NONE);
    }

    @Test
    void whoHasLivingCirclesIsWaitedForUntilTheyAreReady() throws Exception {
        district.execute(SLOW_SERVER);
        district.execute("UPDATE server SET prepared = '{510999-1}'");
        assertThat(servers.prepare(draft, Duration.ZERO)).isEqualTo(Servers.Late.NONE);
        JdbcRoster slow = new JdbcRoster(district.dataSource(), "slow");
        Instant later = Instant.now().plus(Duration.ofHours(1));
        slow.reportCircles(List.of(), later);
        district.execute("UPDATE server SET prepared = '{}'");
        assertThat(servers.prepare(draft, Duration.ZERO)).isEqualTo(NOT_PREPARED);
        district.execute("UPDATE server SET prepared = '{510999-1}'");
        assertThat(servers.prepare(draft, Duration.ZERO)).isEqualTo(WITHOUT_CIRCLE);
        slow.reportCircles(List.of("510999-7", draft.id()), later);
        assertThat(servers.prepare(draft, Duration.ZERO)).isEqualTo(Servers.Late.NONE);
    }

    @Test
    void circlesThatWereReadyBeforeItWasAnnouncedAreNotCounted() throws Exception {
        district.execute(SLOW_SERVER);
        district.execute("UPDATE server SET prepared = '{510999-1}'");
        new JdbcRoster(district.dataSource(), "slow")
                .reportCircles(List.of(draft.id()), Instant.now().minus(Duration.ofSeconds(1)));
        assertThat(servers.prepare(draft, Duration.ZERO)).isEqualTo(WITHOUT_CIRCLE);
    }

    private void awaitFresh() throws Exception {
        while (!district.query(FRESH).equals(List.of("t"))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatIsInForceIsNotWaitedFor() throws Exception {
        district.execute(SLOW_SERVER);
        assertThat(servers.prepare(draft, Duration.ZERO)).isEqualTo(NOT_PREPARED);
        JdbcAtlasSource source =
                new JdbcAtlasSource(
                        district.dataSource(),
                        district.forLoading(),
                        new AddressBooks(Path.of("target", "addresses")));
        assertThat(source.outlook().upcoming())
                .extracting(DistrictPart.Version::edition)
                .containsExactly(draft);
        district.publish(draft);
        assertThat(servers.prepare(draft, Duration.ZERO)).isEqualTo(Servers.Late.NONE);
        assertThat(source.outlook().upcoming()).isEmpty();
    }

    @Test
    void whileTheDatabaseIsAwayOnlyTheEndOfAPublicationGoesOn() {
        district.close();
        assertThatThrownBy(() -> servers.prepare(draft, Duration.ZERO))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("telling the servers of 510999-1");
        assertThatCode(() -> servers.over(draft)).doesNotThrowAnyException();
    }
}
