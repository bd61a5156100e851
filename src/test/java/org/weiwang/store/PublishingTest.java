package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weiwang.store.SmallDistrict.ADDRESSES_IN_FORCE;
import static org.weiwang.store.SmallDistrict.EAST;
import static org.weiwang.store.SmallDistrict.PUBLISHER;
import static org.weiwang.store.SmallDistrict.SOUTH;
import static org.weiwang.store.SmallDistrict.WEST;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.weiwang.access.Actor;
import org.weiwang.edition.ConflictException;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionSummary.State;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.OutdatedException;
import org.weiwang.edition.Publisher;
import org.weiwang.edition.Replaced;
import org.weiwang.edition.Servers;
import org.weiwang.edition.importing.SmallHandOver;

/** How a publication comes about: prepared, short, one at a time, on record. */
@Tag("store")
class PublishingTest extends SmallDistrictTest {
    private static final String LAST_AUDIT =
            """
            SELECT concat_ws(' ', who, origin, action, subject, edition_before, edition_after)
            FROM audit ORDER BY id DESC LIMIT 1
            """;

    private static final String PLACED_AT =
            "SELECT placed_at FROM assignment_summary WHERE edition = '510999-1'";

    /** Writes down what it is told, and does something when it is to prepare. */
    private record Recording(List<String> told, Preparing preparing) implements Servers {
        @FunctionalInterface
        interface Preparing {
            void run() throws Exception;
        }

        @Override
        public Late prepare(Edition edition, Duration limit) {
            told.add("prepare " + edition.id() + " " + limit);
            try {
                preparing.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return new Late(List.of("slow"), List.of());
        }

        @Override
        public void over(Edition edition) {
            told.add("over " + edition.id());
        }
    }

    private Publisher publisher(List<String> told, Recording.Preparing preparing) {
        return new Publisher(store, new Recording(told, preparing), Duration.ofSeconds(9));
    }

    @Test
    void serversPrepareBeforeItIsInForce() throws Exception {
        Edition draft = district.draft(EAST);
        List<String> told = new ArrayList<>();
        Publisher publisher =
                publisher(
                        told,
                        () -> {
                            assertThat(district.state(draft)).isEqualTo(State.DRAFT);
                            assertThat(district.query("SELECT count(*) FROM assignment"))
                                    .containsExactly("1");
                        });
        Publisher.Result result = publisher.publish(draft.id(), null, null, PUBLISHER);
        assertThat(result.publication().edition()).isEqualTo(draft);
        assertThat(result.late().notPrepared()).containsExactly("slow");
        assertThat(told).containsExactly("prepare 510999-1 PT9S", "over 510999-1");
        assertThat(district.state(draft)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void serversAreToldWhenNothingComesOfIt() throws Exception {
        Edition first = district.draft(EAST);
        Edition second = district.draft(WEST);
        List<String> told = new ArrayList<>();
        Publisher publisher = publisher(told, () -> district.publish(second));
        assertThatThrownBy(() -> publisher.publish(first.id(), null, null, PUBLISHER))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("publisher was faster and published edition 510999-2");
        assertThat(told).containsExactly("prepare 510999-1 PT9S", "over 510999-1");
        assertThatThrownBy(() -> publisher.publish("510999-7", null, null, PUBLISHER))
                .isInstanceOf(NoSuchEditionException.class)
                .hasMessage("there is no edition 510999-7");
    }

    @Test
    void whoTakesSomethingElseToBeInForceIsToldBeforeAnythingIsPrepared() throws Exception {
        Edition first = district.draft(EAST);
        district.publish(first);
        Edition second = district.draft(WEST);
        List<String> told = new ArrayList<>();
        Publisher publisher = publisher(told, () -> {});
        for (String seen : new String[] {null, second.id()}) {
            assertThatThrownBy(
                            () ->
                                    publisher.publish(
                                            second.id(), null, new Replaced(seen), PUBLISHER))
                    .isInstanceOfSatisfying(
                            OutdatedException.class,
                            e -> assertThat(e.inForce()).isEqualTo(first.id()));
        }
        assertThat(told).isEmpty();
        publisher.publish(second.id(), null, new Replaced(first.id()), PUBLISHER);
        assertThat(district.state(second)).isEqualTo(State.PUBLISHED);
    }

    @Test
    @Timeout(60)
    void whatComesIntoForceInTheMeantimeIsNotReplacedUnseen() throws Exception {
        Edition first = district.draft(EAST);
        district.publish(first);
        Edition second = district.draft(WEST);
        Edition third = district.draft(SOUTH);
        Instant from = Instant.now().plusSeconds(4);
        store.publish(second, from, district.head(), new Replaced(first.id()), PUBLISHER);
        List<String> told = new ArrayList<>();
        Publisher publisher =
                publisher(
                        told,
                        () -> {
                            assertThat(district.state(first)).isEqualTo(State.PUBLISHED);
                            district.awaitInForce(second);
                        });
        assertThatThrownBy(
                        () ->
                                publisher.publish(
                                        third.id(), null, new Replaced(first.id()), PUBLISHER))
                .isInstanceOfSatisfying(
                        OutdatedException.class,
                        e -> assertThat(e.inForce()).isEqualTo(second.id()));
        assertThat(told).containsExactly("prepare 510999-3 PT9S", "over 510999-3");
        assertThat(district.state(third)).isEqualTo(State.DRAFT);
        store.publish(third, null, district.head(), new Replaced(second.id()), PUBLISHER);
    }

    @Test
    void whatIsReplacedLaterIsWhatWouldBeInForceThen() throws Exception {
        Edition first = district.draft(EAST);
        district.publish(first);
        Edition second = district.draft(WEST);
        Edition third = district.draft(SOUTH);
        Publisher publisher = publisher(new ArrayList<>(), () -> {});
        Instant from = Instant.parse("2099-01-01T00:00:00Z");
        publisher.publish(second.id(), from, new Replaced(first.id()), PUBLISHER);
        assertThatThrownBy(
                        () ->
                                publisher.publish(
                                        third.id(), from, new Replaced(first.id()), PUBLISHER))
                .isInstanceOfSatisfying(
                        OutdatedException.class,
                        e -> assertThat(e.inForce()).isEqualTo(second.id()))
                .hasMessage(
                        "edition 510999-2 is in force at 2099-01-01T00:00:00Z, not edition 510999-1; nothing was published");
        Instant before = from.minusSeconds(1);
        publisher.publish(third.id(), before, new Replaced(first.id()), PUBLISHER);
        publisher.publish(first.id(), from, new Replaced(second.id()), PUBLISHER);
        assertThat(district.query("SELECT id FROM edition_in_force_at('" + from + "')"))
                .containsExactly(first.id());
    }

    @Test
    void serversAreAskedOnlyForWhatTheyHoldReadyByThen() throws Exception {
        Edition draft = district.draft(EAST);
        List<String> told = new ArrayList<>();
        Publisher publisher = publisher(told, () -> {});
        Instant ready = Instant.now().plus(Servers.AHEAD);
        Publisher.Result late =
                publisher.publish(draft.id(), ready.plusSeconds(60), null, PUBLISHER);
        assertThat(late.late().notPrepared()).isEmpty();
        assertThat(told).isEmpty();
        Publisher.Result soon =
                publisher.publish(draft.id(), ready.minusSeconds(60), null, PUBLISHER);
        assertThat(soon.late().notPrepared()).containsExactly("slow");
        assertThat(told).containsExactly("prepare 510999-1 PT9S", "over 510999-1");
    }

    @Test
    void whatWasPreparedForRollingBackIsNotPlacedAgain() throws Exception {
        Edition first = district.draft(EAST);
        district.publish(first);
        district.publish(district.draft(WEST));
        assertThat(district.query("SELECT edition FROM assignment")).containsExactly("510999-2");
        List<String> placed = new ArrayList<>();
        Publisher publisher =
                publisher(
                        new ArrayList<>(),
                        () -> {
                            district.alone("responders.csv"); // Removes leftovers, too.
                            placed.addAll(district.query(PLACED_AT));
                        });
        publisher.publish(first.id(), null, null, PUBLISHER);
        assertThat(district.query(PLACED_AT)).isEqualTo(placed).hasSize(1);
        assertThat(district.query(ADDRESSES_IN_FORCE)).containsExactly("510999-1 东路1号 INSIDE");
    }

    @Test
    void whatChangedSinceItWasPreparedIsPlacedAgain() throws Exception {
        Edition first = district.draft(EAST);
        district.publish(first);
        district.publish(district.draft(WEST));
        Publisher publisher = publisher(new ArrayList<>(), () -> district.addressesAlone(SOUTH));
        publisher.publish(first.id(), null, null, PUBLISHER);
        assertThat(district.query(ADDRESSES_IN_FORCE)).containsExactly("510999-1 南路1号 INSIDE");
    }

    @Test
    void whoComesSecondIsTold() throws Exception {
        for (int i = 0; i < 2; i++) {
            Edition first = district.draft(EAST);
            Edition second = district.draft(WEST);
            List<Edition> order = i == 0 ? List.of(first, second) : List.of(second, first);
            long head = district.head();
            store.prepare(first, null, null);
            store.prepare(second, null, null);
            store.publish(order.get(0), null, head, null, new Actor("faster", "10.0.0.8"));
            assertThatThrownBy(() -> store.publish(order.get(1), null, head, null, PUBLISHER))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining(
                            "faster was faster and published edition " + order.get(0).id());
            assertThat(district.state(order.get(0))).isEqualTo(State.PUBLISHED);
            assertThat(district.state(order.get(1))).isEqualTo(State.DRAFT);
        }
    }

    @Test
    @Timeout(60)
    void ofTwoAtTheSameTimeOneWins() throws Exception {
        List<Edition> editions =
                List.of(district.draft(EAST), district.draft(WEST), district.draft(SOUTH));
        district.publish(editions.get(2));
        for (int round = 0; round < 8; round++) {
            List<Edition> rivals =
                    editions.stream().filter(e -> district.state(e) != State.PUBLISHED).toList();
            long head = district.head();
            CyclicBarrier start = new CyclicBarrier(2);
            List<CompletableFuture<Boolean>> attempts =
                    rivals.stream()
                            .map(e -> CompletableFuture.supplyAsync(() -> wins(e, head, start)))
                            .toList();
            List<Boolean> won = attempts.stream().map(CompletableFuture::join).toList();
            assertThat(won).as("round %d", round).containsExactlyInAnyOrder(true, false);
            assertThat(district.query("SELECT id FROM edition_in_force"))
                    .containsExactly(rivals.get(won.indexOf(true)).id());
        }
    }

    private boolean wins(Edition edition, long head, CyclicBarrier start) {
        try {
            start.await();
            store.publish(edition, null, head, null, PUBLISHER);
            return true;
        } catch (ConflictException e) {
            return false;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    @Test
    @Timeout(60)
    void whilePublishingGoesOnAnotherIsToldAtOnce() throws Exception {
        Edition draft = district.draft(EAST);
        try (Connection other = district.connection()) {
            other.setAutoCommit(false);
            DistrictLock.claim(other, SmallHandOver.DISTRICT);
            long begin = System.nanoTime();
            assertThatThrownBy(() -> store.prepare(draft, null, null))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("someone else is just publishing");
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(3));
            other.rollback();
        }
        district.publish(draft);
    }

    @Test
    @Timeout(60)
    void whileAnImportIsRunningAPublisherIsToldAfterSomeSeconds() throws Exception {
        Edition draft = district.draft(EAST);
        store.importing(
                SmallHandOver.DISTRICT,
                transaction -> {
                    assertThatThrownBy(() -> store.publish(draft, null, 0, null, PUBLISHER))
                            .isInstanceOf(ConflictException.class)
                            .hasMessage("an import of district 510999 is running");
                    assertThatThrownBy(() -> store.discard(draft, PUBLISHER))
                            .isInstanceOf(ConflictException.class);
                    return null;
                });
        assertThat(district.state(draft)).isEqualTo(State.DRAFT);
        store.importing("510998", transaction -> publishUnchecked(draft));
        assertThat(district.state(draft)).isEqualTo(State.PUBLISHED);
    }

    private Void publishUnchecked(Edition edition) {
        try {
            district.publish(edition);
            return null;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void serversAreNotifiedOfEveryChange() throws Exception {
        Edition first = district.draft(EAST);
        try (Connection listener = district.connection()) {
            listener.createStatement().execute("LISTEN weiwang_atlas");
            assertThat(heard(listener)).as("after a draft").isZero();
            district.publish(first);
            assertThat(heard(listener)).as("after a publication").isEqualTo(1);
            district.addressesAlone(SOUTH);
            assertThat(heard(listener)).as("after addresses alone").isEqualTo(1);
            Edition second = district.draft(WEST);
            store.discard(second, PUBLISHER);
            assertThat(heard(listener)).as("after a draft discarded").isZero();
        }
    }

    private static int heard(Connection listener) throws Exception {
        PGNotification[] heard = listener.unwrap(PGConnection.class).getNotifications(500);
        return heard == null ? 0 : heard.length;
    }

    @Test
    void everythingIsOnRecord() throws Exception {
        Edition first = district.draft(EAST);
        district.publish(first);
        assertThat(district.query(LAST_AUDIT))
                .containsExactly("publisher 10.0.0.7 EDITION_PUBLISHED 510999-1 510999-1");
        Edition second = district.draft(WEST);
        assertThat(district.query(LAST_AUDIT))
                .containsExactly("tester test EDITION_IMPORTED 510999-2");
        district.publish(second);
        assertThat(district.query(LAST_AUDIT))
                .containsExactly("publisher 10.0.0.7 EDITION_PUBLISHED 510999-2 510999-1 510999-2");
        store.discard(district.draft(SOUTH), PUBLISHER);
        assertThat(district.query(LAST_AUDIT))
                .containsExactly("publisher 10.0.0.7 EDITION_DISCARDED 510999-3");
    }

    @Test
    void aDiscardedDraftLeavesNothingButItsNumber() throws Exception {
        district.publish(district.draft(EAST));
        String everything =
                """
                SELECT count(*) FROM edition UNION ALL SELECT count(*) FROM town
                UNION ALL SELECT count(*) FROM grid UNION ALL SELECT count(*) FROM data_set
                UNION ALL SELECT count(*) FROM address UNION ALL SELECT count(*) FROM responder
                UNION ALL SELECT count(*) FROM assignment_summary
                UNION ALL SELECT count(*) FROM pg_inherits
                """;
        List<String> before = district.query(everything);
        Edition draft = district.draft(WEST);
        assertThat(district.query(everything)).isNotEqualTo(before);
        store.discard(draft, PUBLISHER);
        assertThat(district.query(everything)).isEqualTo(before);
        assertThat(store.edition(draft.id())).isEmpty();
        assertThatThrownBy(() -> store.publish(draft, null, district.head(), null, PUBLISHER))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("510999-2 was discarded meanwhile");
        assertThat(district.draft(WEST).id()).isEqualTo("510999-3");
    }

    @Test
    void onlyDraftsCanBeDiscarded() throws Exception {
        Edition first = district.draft(EAST);
        district.publish(first);
        assertThatThrownBy(() -> store.discard(first, PUBLISHER))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("edition 510999-1 is sealed");
        assertThat(district.query(ADDRESSES_IN_FORCE)).hasSize(1);
    }
}
