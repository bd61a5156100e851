package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weiwang.store.SmallDistrict.ADDRESSES_IN_FORCE;
import static org.weiwang.store.SmallDistrict.EAST;
import static org.weiwang.store.SmallDistrict.PUBLISHER;
import static org.weiwang.store.SmallDistrict.SOUTH;
import static org.weiwang.store.SmallDistrict.WEST;

import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weiwang.edition.ConflictException;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionSummary;
import org.weiwang.edition.EditionSummary.State;
import org.weiwang.edition.Publication;
import org.weiwang.edition.PublishException;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.grid.Level;

/** What is in force, and when: published, scheduled, taken back, rolled back. */
@Tag("store")
class EditionLifeTest extends SmallDistrictTest {
    private static final String IN_FORCE = "SELECT id FROM edition_in_force";

    private static final String RESPONDERS =
            """
            SELECT role FROM responder JOIN data_set_in_force ON version = data_set ORDER BY role
            """;

    @Test
    void aDraftIsListedWithItsGridsAndItsReport() throws Exception {
        Edition first = district.draft(EAST);
        EditionSummary draft = store.edition(first.id()).orElseThrow();
        assertThat(draft.edition()).isEqualTo(new Edition(SmallHandOver.DISTRICT, 1));
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.districtName()).isEqualTo("试验县");
        assertThat(draft.createdAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(draft.effectiveFrom()).isNull();
        assertThat(draft.publishedAt()).isNull();
        assertThat(draft.publishedBy()).isNull();
        assertThat(draft.grids())
                .isEqualTo(
                        Map.of(
                                Level.COMMUNITY, 1L,
                                Level.GENERAL, 1L,
                                Level.MICRO, 2L,
                                Level.DEDICATED, 0L));
        assertThat(store.report(first.id())).get().asString().contains("\"510999-1\"");
        assertThat(store.head(SmallHandOver.DISTRICT)).isZero();
        assertThat(store.publications(SmallHandOver.DISTRICT)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(store.edition("510999-1")).isEmpty();
        assertThat(store.report("510999-1")).isEmpty();
        assertThat(store.editions(Optional.empty())).isEmpty();
    }

    @Test
    void fromDraftToRetired() throws Exception {
        Edition first = district.draft(EAST);
        Publication publication = publish(first, null);
        EditionSummary published = store.edition(first.id()).orElseThrow();
        assertThat(published.state()).isEqualTo(State.PUBLISHED);
        assertThat(published.effectiveFrom()).isEqualTo(publication.effectiveFrom());
        assertThat(published.publishedAt()).isEqualTo(publication.publishedAt());
        assertThat(published.publishedBy()).isEqualTo("publisher");
        Edition second = district.draft(WEST);
        Publication scheduled = publish(second, inAnHour());
        assertThat(district.state(second)).isEqualTo(State.SEALED);
        assertThat(store.edition(second.id()).orElseThrow().effectiveFrom())
                .isEqualTo(scheduled.effectiveFrom());
        assertThat(district.state(first)).isEqualTo(State.PUBLISHED);
        Publication now = publish(second, null);
        assertThat(district.state(second)).isEqualTo(State.PUBLISHED);
        assertThat(store.edition(second.id()).orElseThrow().effectiveFrom())
                .isEqualTo(now.effectiveFrom());
        assertThat(district.state(first)).isEqualTo(State.RETIRED);
        assertThat(store.editions(Optional.of(SmallHandOver.DISTRICT)))
                .extracting(EditionSummary::edition)
                .containsExactly(second, first);
        assertThat(store.editions(Optional.of("510998"))).isEmpty();
        assertThat(store.publications(SmallHandOver.DISTRICT))
                .containsExactly(now, scheduled, publication);
        assertThat(store.head(SmallHandOver.DISTRICT)).isEqualTo(now.id());
    }

    @Test
    void rollingBackBringsTheDataSetsBack() throws Exception {
        Edition first = district.draft(EAST);
        publish(first, null);
        Files.writeString(
                folder.resolve("responders.csv"), "网格代码,角色,范围\n510999001001001002,网格员,\n");
        Edition second = district.draft(WEST);
        publish(second, null);
        assertThat(district.query(ADDRESSES_IN_FORCE)).containsExactly("510999-2 西路1号 INSIDE");
        assertThat(district.query(RESPONDERS)).containsExactly("网格员");
        publish(first, null);
        assertThat(district.query(IN_FORCE)).containsExactly("510999-1");
        assertThat(district.query(ADDRESSES_IN_FORCE)).containsExactly("510999-1 东路1号 INSIDE");
        assertThat(district.query(RESPONDERS)).containsExactly("微网格长");
        assertThat(district.state(second)).isEqualTo(State.RETIRED);
        publish(second, null);
        assertThat(district.query(ADDRESSES_IN_FORCE)).containsExactly("510999-2 西路1号 INSIDE");
        assertThat(district.query("SELECT edition FROM assignment")).containsExactly("510999-2");
    }

    @Test
    void dataSetsThatCameAloneStayWhenItIsRolledBack() throws Exception {
        Edition first = district.draft(EAST);
        publish(first, null);
        publish(district.draft(WEST), null);
        district.addressesAlone(SOUTH);
        publish(first, null);
        assertThat(district.query(ADDRESSES_IN_FORCE)).containsExactly("510999-1 南路1号 INSIDE");
        assertThat(district.query("SELECT text FROM address"))
                .as("what can't come back is gone")
                .containsExactly("南路1号");
        assertThat(district.query(RESPONDERS)).containsExactly("微网格长");
    }

    @Test
    void aPublicationForLaterTakesEffectByItself() throws Exception {
        publish(district.draft(EAST), null);
        Edition second = district.draft(WEST);
        long before = version();
        Instant from = Instant.now().plusMillis(2_500).truncatedTo(ChronoUnit.MICROS);
        assertThat(publish(second, from).effectiveFrom()).isEqualTo(from);
        assertThat(district.query(ADDRESSES_IN_FORCE)).containsExactly("510999-1 东路1号 INSIDE");
        long scheduled = version();
        assertThat(scheduled).isGreaterThan(before);
        district.awaitInForce(second);
        assertThat(Instant.now()).isAfterOrEqualTo(from);
        assertThat(district.query(ADDRESSES_IN_FORCE)).containsExactly("510999-2 西路1号 INSIDE");
        assertThat(version()).isGreaterThan(scheduled);
        assertThat(district.query(at(from))).containsExactly("510999-2");
        assertThat(district.query(at(from.minusNanos(1_000)))).containsExactly("510999-1");
    }

    @Test
    void whatIsStillThereWhenRollingBackIsKeptForThat() throws Exception {
        Edition first = district.draft(EAST);
        publish(first, null);
        Edition second = district.draft(WEST);
        publish(second, Instant.now().plusMillis(2_500));
        district.awaitInForce(second);
        String tables = "SELECT DISTINCT tableoid FROM assignment WHERE edition = '510999-1'";
        List<String> before = district.query(tables);
        assertThat(before).as("nobody has removed it yet").hasSize(1);
        store.prepare(first, null, null);
        assertThat(district.query(tables)).isEqualTo(before);
        publish(first, null);
        assertThat(district.query(tables)).isEqualTo(before);
    }

    @Test
    void addressesThatComeMeanwhileArePlacedInWhatIsScheduled() throws Exception {
        publish(district.draft(EAST), null);
        Edition second = district.draftWithoutAddresses();
        publish(second, Instant.now().plusMillis(5_000));
        district.addressesAlone(SOUTH);
        district.awaitInForce(second);
        assertThat(district.query(ADDRESSES_IN_FORCE)).containsExactly("510999-2 南路1号 INSIDE");
    }

    @Test
    void whatIsScheduledHasTheAddressesOfWhatIsScheduledBeforeIt() throws Exception {
        publish(district.draft(EAST), null);
        Edition second = district.draft(WEST);
        Edition third = district.draftWithoutAddresses();
        Instant from = Instant.now().plusMillis(5_000);
        publish(third, from);
        publish(second, from.minusMillis(1));
        district.awaitInForce(third);
        assertThat(district.query(ADDRESSES_IN_FORCE)).containsExactly("510999-3 西路1号 INSIDE");
    }

    @Test
    void aPublicationThatIsStillToComeCanBeTakenBack() throws Exception {
        Edition first = district.draft(EAST);
        publish(first, null);
        Edition second = district.draft(WEST);
        Instant from = inAnHour();
        publish(second, from);
        assertThat(district.query(at(from))).containsExactly("510999-2");
        publish(first, from);
        assertThat(district.query(at(from))).containsExactly("510999-1");
        EditionSummary withdrawn = store.edition(second.id()).orElseThrow();
        assertThat(withdrawn.state()).isEqualTo(State.SEALED);
        assertThat(withdrawn.effectiveFrom()).isNull();
        publish(district.draftWithoutAddresses(), null);
        assertThat(district.query(ADDRESSES_IN_FORCE))
                .as("those of the edition that never came into force stay away")
                .containsExactly("510999-3 东路1号 INSIDE");
        publish(second, null);
        assertThat(district.query(ADDRESSES_IN_FORCE)).containsExactly("510999-2 西路1号 INSIDE");
    }

    @Test
    void aRollBackThatIsStillToComeDoesNotHideWhenAnEditionWasInForce() throws Exception {
        Edition first = district.draft(EAST);
        Publication past = publish(first, null);
        publish(district.draft(WEST), null);
        publish(first, inAnHour());
        EditionSummary retired = store.edition(first.id()).orElseThrow();
        assertThat(retired.state()).isEqualTo(State.RETIRED);
        assertThat(retired.effectiveFrom()).isEqualTo(past.effectiveFrom());
        assertThat(retired.publishedAt()).isEqualTo(past.publishedAt());
    }

    @Test
    void aTimeThatCannotBeIsRefused() throws Exception {
        Edition first = district.draft(EAST);
        Instant past = Instant.now().minusSeconds(60);
        for (Instant time : new Instant[] {past, Instant.parse("+12026-01-01T00:00:00Z")}) {
            for (var refused :
                    List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                            () -> store.prepare(first, time, null), () -> publish(first, time))) {
                assertThatThrownBy(refused)
                        .isInstanceOf(PublishException.class)
                        .hasMessageContaining(time.toString())
                        .hasMessageContaining(time == past ? "has passed" : "year 9999");
            }
        }
        assertThat(district.state(first)).isEqualTo(State.DRAFT);
    }

    @Test
    void whatIsInForceAnywayIsNotPublishedAgain() throws Exception {
        Edition first = district.draft(EAST);
        publish(first, null);
        publish(district.draft(WEST), inAnHour());
        for (Instant time : new Instant[] {null, inAnHour().minusSeconds(60)}) {
            assertThatThrownBy(() -> publish(first, time))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("edition 510999-1 is in force at");
        }
        assertThat(store.publications(SmallHandOver.DISTRICT)).hasSize(2);
        publish(first, inAnHour().plusSeconds(60));
    }

    @Test
    void codesThatAreOrWillBeInForceElsewhereAreRefused() throws Exception {
        Instant from = inAnHour();
        publish(district.draft(EAST), from);
        district.execute(
                """
                INSERT INTO edition (id, district, district_name, number, state) VALUES
                ('510998-1', '510998', '邻县', 1, 'DRAFT'), ('510998-2', '510998', '邻县', 2, 'SEALED');
                INSERT INTO grid
                SELECT '510998-1', code, level, name, kind, parent_code, households, geom
                FROM grid WHERE edition = '510999-1' AND level = 'MICRO'
                """);
        Edition theirs = new Edition("510998", 1);
        for (Instant time : new Instant[] {null, from, from.plusSeconds(60)}) {
            assertThatThrownBy(() -> store.publish(theirs, time, 0, null, PUBLISHER))
                    .isInstanceOf(PublishException.class)
                    .hasMessageContaining("510999001001001001 is in force in edition 510999-1 too");
        }
        assertThat(district.state(theirs)).isEqualTo(State.DRAFT);
        Publication end = store.publish(new Edition("510998", 2), from, 0, null, PUBLISHER);
        store.publish(theirs, null, end.id(), null, PUBLISHER);
        assertThat(district.state(theirs)).as("ends where ours begins").isEqualTo(State.PUBLISHED);
    }

    private Publication publish(Edition edition, Instant from) throws Exception {
        store.prepare(edition, from, null);
        return store.publish(edition, from, district.head(), null, PUBLISHER);
    }

    private static Instant inAnHour() {
        return Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MICROS);
    }

    private static String at(Instant moment) {
        return "SELECT id FROM edition_in_force_at('%s')".formatted(moment);
    }

    private long version() throws Exception {
        return Long.parseLong(district.query("SELECT atlas_version_at(clock_timestamp())").get(0));
    }
}
