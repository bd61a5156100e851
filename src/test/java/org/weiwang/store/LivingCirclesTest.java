package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weiwang.atlas.circle.Findings;
import org.weiwang.circle.analysis.Analysis;
import org.weiwang.circle.analysis.CircleResult;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.CityOutlook;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.city.Division.Level;
import org.weiwang.circle.city.Places;
import org.weiwang.circle.city.Site;
import org.weiwang.circle.standard.Rule;
import org.weiwang.circle.standard.Standards;
import org.weiwang.edition.Edition;
import org.weiwang.edition.Servers;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.Village;
import org.weiwang.geo.LonLat;

/** The city is read as it was imported, and what is found of it is kept as long as it holds. */
@Tag("store")
class LivingCirclesTest extends SmallDistrictTest {
    private JdbcCitySource cities;
    private JdbcCircleStore circles;

    @BeforeEach
    void openSources() throws Exception {
        cities = new JdbcCitySource(district.dataSource(), district.forLoading(), City.FARTHEST);
        circles = new JdbcCircleStore(district.forLoading(), district.dataSource(), City.FARTHEST);
    }

    @Test
    void aCityIsReadAsItWasImported() throws Exception {
        district.publishVillage();
        City city = read();
        assertThat(city.versions()).isEqualTo(cities.outlook().inForce());
        assertThat(city.versions().editions()).containsExactly("510999-1");
        assertThat(city.versions().roads()).containsOnlyKeys("510999");
        assertThat(city.roads().islands()).hasSize(2); // The bridge is one.
        assertThat(city.sites())
                .extracting(Site::id, Site::name, Site::category, site -> site.entrances().size())
                .containsExactly(
                        tuple("510999-B", "桥上站", "公交站", 1),
                        tuple("510999-K", "东幼儿园", "幼儿园", 1),
                        tuple("510999-P", "东公园", "公园", 2));
        LonLat gate = city.sites().get(2).entrances().get(1);
        assertThat(gate.lon()).isCloseTo(SmallHandOver.place(1.7, 0.5).lon(), within(1e-8));
        assertThat(city.divisions().get(Level.MICRO).codes())
                .containsExactly("510999001001001001", "510999001001001002");
        assertThat(city.divisions().get(Level.TOWN).codes()).containsExactly("510999001");
        Places homes = city.homes();
        assertThat(homes.size()).isEqualTo(6);
        assertThat(List.of(homes.weight(0), homes.weight(3), homes.weight(5)))
                .containsExactly(10L, 40L, 0L);
        assertThat(groups(homes, 0)).containsExactly(0, 0, 0, 0, 0);
        assertThat(groups(homes, 2)).containsExactly(1, 0, 0, 0, 0);
        assertThat(city.land().size()).isEqualTo(1);
        assertThat(city.land().weight(0)).isCloseTo(20_000, within(20L));
        assertThat(groups(city.land(), 0)).containsExactly(0, 0, 0, 0, 0);
    }

    /** Whatever changes, what is taken over is as what is read anew. */
    @Test
    void aCityThatTakesOverFromTheOneBeforeIsAsOneReadAnew() throws Exception {
        district.publishVillage();
        City first = read();
        findings(first);
        district.alone("facilities.shp");
        City otherFacilities = requireSameAsAnew(first, true);
        assertThat(otherFacilities.homes()).isSameAs(first.homes());
        assertThat(otherFacilities.land()).isSameAs(first.land());
        district.alone("addresses.csv");
        City addressesAgain = requireSameAsAnew(otherFacilities, true);
        assertThat(addressesAgain.walk(true).homes()).isSameAs(first.walk(true).homes());
        district.alone("roads.shp");
        City otherRoads = requireSameAsAnew(addressesAgain, false);
        withoutFiles("roads", "facilities", "residential-land");
        district.publish(district.draftWithoutAddresses());
        City otherEdition = requireSameAsAnew(otherRoads, true);
        assertThat(otherEdition.homes()).isNotSameAs(otherRoads.homes());
        assertThat(otherEdition.walk(true).homes()).isSameAs(otherRoads.walk(true).homes());
        district.execute("UPDATE history SET id = gen_random_uuid()");
        requireSameAsAnew(otherEdition, false);
    }

    private void withoutFiles(String... names) throws Exception {
        for (String name : names) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    if (file.getFileName().toString().startsWith(name + ".")) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    private City requireSameAsAnew(City before, boolean onSameRoads) throws Exception {
        City city = cities.read(cities.outlook().inForce(), Optional.of(before)).orElseThrow();
        City anew = read();
        assertThat(city.versions()).isEqualTo(anew.versions()).isNotEqualTo(before.versions());
        assertThat(city.roads() == before.roads()).isEqualTo(onSameRoads);
        assertThat(city.divisions()).isEqualTo(anew.divisions());
        assertThat(city.sites()).isEqualTo(anew.sites());
        requireSame(city.homes(), anew.homes());
        requireSame(city.land(), anew.land());
        Findings findings = findings(city);
        assertThat(findings.groups()).isEqualTo(findings(anew).groups()).isNotEmpty();
        assertThat(findings.equity()).isEqualTo(findings(anew).equity());
        return city;
    }

    private static void requireSame(Places places, Places anew) {
        assertThat(places.positions()).isEqualTo(anew.positions()).isNotEmpty();
        for (int place = 0; place < places.size(); place++) {
            assertThat(places.weight(place)).isEqualTo(anew.weight(place));
            assertThat(groups(places, place)).isEqualTo(groups(anew, place));
        }
    }

    private static List<Integer> groups(Places places, int place) {
        return Arrays.stream(Level.values()).map(level -> places.group(level, place)).toList();
    }

    @Test
    void addressesCountOncePlaced() throws Exception {
        district.publishVillage();
        district.execute("DELETE FROM assignment_summary");
        assertThat(cities.outlook().inForce().addresses()).isEmpty();
        assertThat(read().homes().size()).isZero();
    }

    @Test
    void withoutAnythingInForceTheCityIsEmpty() throws Exception {
        City city = read();
        assertThat(city.versions().editions()).isEmpty();
        assertThat(city.roads().network().nodeCount()).isZero();
        Findings nothing = findings(city);
        assertThat(nothing.groups()).isEmpty();
        circles.keep(nothing);
        assertThat(circles.find(nothing.stamp()).orElseThrow().equity())
                .isEqualTo(nothing.equity());
    }

    @Test
    void findingsAreReadAsTheyWereKept() throws Exception {
        district.publishVillage();
        Findings findings = findings(read());
        assertThat(circles.find(findings.stamp())).isEmpty();
        circles.keep(findings);
        circles.keep(findings);
        assertThat(district.query("SELECT count(*) FROM circle_run")).containsExactly("1");
        Findings read = circles.find(findings.stamp()).orElseThrow();
        assertThat(read.groups()).isEqualTo(findings.groups()).hasSize(6);
        assertThat(read.equity()).isEqualTo(findings.equity()).isNotEmpty();
        JdbcCircleStore nearer =
                new JdbcCircleStore(district.forLoading(), district.dataSource(), 100);
        assertThat(nearer.find(findings.stamp())).isEmpty();
    }

    @Test
    void theViewShowsWhatIsInForce() throws Exception {
        district.publishVillage();
        circles.keep(findings(read()));
        String ofMicroGrids =
                """
                SELECT code || ' ' || households || ' ' || coalesce(round(minutes::numeric, 1), -1)
                FROM circle_in_force
                WHERE level = 'MICRO' AND category = 'kindergarten' AND ST_Area(geom) > 0
                ORDER BY code
                """;
        // 500 m at 72 m a minute; of 75 households 70 walk, half of them 1,300 m and farther.
        assertThat(district.query(ofMicroGrids))
                .containsExactly("510999001001001001 30 6.9", "510999001001001002 75 18.1");
        assertThat(
                        district.query(
                                "SELECT (count(*) = count(DISTINCT id))::text FROM circle_in_force"))
                .containsExactly("true");
        Village.in(folder).write();
        district.alone("roads.shp");
        assertThat(district.query(ofMicroGrids)).isEmpty();
    }

    @Test
    void findingsGoWithTheirData() throws Exception {
        district.publishVillage();
        circles.keep(findings(read()));
        district.alone("roads.shp");
        requireNothingKept();
    }

    /** A backup, for one, reads for longer than anyone waits for it. */
    @Test
    void whatIsBeingReadKeepsNothingElse() throws Exception {
        district.publishVillage();
        for (String table : List.of("address", "circle_group", "circle_result")) {
            district.execute(
                    "CREATE TABLE %s_999 PARTITION OF %s FOR VALUES IN (999)"
                            .formatted(table, table));
        }
        String left =
                "SELECT inhrelid::regclass FROM pg_inherits WHERE inhrelid::regclass::text LIKE '%_999'";
        try (Connection reader = district.connection();
                Connection remover = district.connection()) {
            reader.setAutoCommit(false);
            remover.setAutoCommit(false);
            Sql.number(reader, "SELECT count(*) FROM address");
            new Leftovers(Duration.ZERO).remove(remover);
            assertThat(district.query(left)).containsExactly("address_999");
            reader.rollback();
            new Leftovers(Duration.ZERO).remove(remover);
            assertThat(district.query(left)).isEmpty();
        }
    }

    private void requireNothingKept() throws Exception {
        for (String table : List.of("run", "group", "result", "equity")) {
            assertThat(district.query("SELECT count(*) FROM circle_" + table))
                    .as(table)
                    .containsExactly("0");
        }
        assertThat(
                        district.query(
                                """
                                SELECT inhrelid::regclass FROM pg_inherits
                                WHERE inhparent IN (
                                    'circle_group'::regclass, 'circle_result'::regclass)
                                """))
                .isEmpty();
    }

    @Test
    void afterARestoreTheSameNumbersMayStandForSomethingElse() throws Exception {
        district.publishVillage();
        Findings findings = findings(read());
        circles.keep(findings);
        district.execute("UPDATE history SET id = gen_random_uuid()");
        Findings after = findings(read());
        assertThat(circles.find(after.stamp())).isEmpty();
        circles.keep(after);
        assertThat(circles.find(after.stamp()).orElseThrow().groups()).isEqualTo(after.groups());
        assertThat(
                        district.query(
                                "SELECT count(DISTINCT computed_at) || ' ' || max(snap_metres)"
                                        + " FROM circle_in_force"))
                .containsExactly("1 200");
        circles.keep(findings); // Was being computed meanwhile.
        assertThat(district.query("SELECT count(*) FROM circle_run")).containsExactly("2");
        district.draft(SmallDistrict.EAST);
        assertThat(district.query("SELECT count(*) FROM circle_run")).containsExactly("1");
        district.alone("roads.shp");
        requireNothingKept();
    }

    @Test
    void whatIsComingIsToldAndReadBeforehand() throws Exception {
        district.publishVillage();
        assertThat(cities.outlook().upcoming()).isEmpty();
        Edition second = district.draft(SmallDistrict.EAST);
        new JdbcServers(district.dataSource()).prepare(second, Duration.ZERO);
        Edition third = district.draft(SmallDistrict.WEST);
        store.publish(
                third,
                Instant.now().plus(Servers.AHEAD).minusSeconds(60),
                district.head(),
                null,
                SmallDistrict.PUBLISHER);
        CityOutlook before = cities.outlook();
        assertThat(before.upcoming())
                .extracting(CityOutlook.Upcoming::edition)
                .containsExactly(second.id(), third.id());
        DataVersions coming = before.upcoming().get(0).versions();
        assertThat(coming.editions()).containsExactly(second.id());
        assertThat(before.upcoming().get(1).versions().editions()).containsExactly(third.id());
        City read = cities.read(coming, Optional.empty()).orElseThrow();
        assertThat(read.homes().size()).isEqualTo(1);
        district.publish(second);
        CityOutlook after = cities.outlook();
        assertThat(after.inForce()).isEqualTo(coming).isEqualTo(read.versions());
        assertThat(after.upcoming()).isEqualTo(before.upcoming().subList(1, 2));
    }

    @Test
    void whatIsGoneIsNotRead() throws Exception {
        district.publishVillage();
        DataVersions former = cities.outlook().inForce();
        assertThat(cities.read(former, Optional.empty())).isPresent();
        district.alone("roads.shp");
        assertThat(cities.read(former, Optional.empty())).isEmpty();
        DataVersions elsewhere =
                new DataVersions(
                        former.history(),
                        List.of("510998-1"),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of());
        assertThat(cities.read(elsewhere, Optional.empty())).isEmpty();
    }

    private City read() {
        return cities.read(cities.outlook().inForce(), Optional.empty()).orElseThrow();
    }

    private static Findings findings(City city) throws Exception {
        CircleResult result =
                Analysis.of(
                        city,
                        new Question(
                                Standards.read(null).find("gb50180").orElseThrow(),
                                "adult",
                                Rule.DISTANCE),
                        2);
        return new Findings(result.stamp(), result.groups(), result.equity());
    }
}
