package org.weiwang.circle.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.weiwang.circle.analysis.Figures.category;
import static org.weiwang.circle.analysis.Figures.standard;
import static org.weiwang.circle.analysis.Figures.walker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.city.Places;
import org.weiwang.circle.city.Site;
import org.weiwang.circle.network.NetworkBuilder;
import org.weiwang.circle.standard.Rule;
import org.weiwang.circle.standard.Standard;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;

/**
 * A village whose walks are followed by hand. An adult walks 72 m in a minute, so all is laid out
 * in metres that make round minutes:
 *
 * <pre>
 *      island  ---5---         (no way leads here)
 *
 *              D ====4========== E clinic     DE 360 m = 5 min, a flight of steps
 *              |                 |
 *              3                 |            BD and CE 288 m = 4 min
 *              |                 |
 *   A --s--1-- B --------2------ C            AB and BC 360 m = 5 min
 *                                  market     (one entrance 36 m off C, one at D)
 * </pre>
 *
 * <p>The school s is 72 m from A. Home 1 is 144 m from A and 36 m off the street, home 2 is 216 m
 * from B, home 3 half-way from B to D, home 4 on the steps 144 m from D. Minutes to the nearest, by
 * hand:
 *
 * <ul>
 *   <li>1: school 0.5 + 1 = 1.5; clinic 0.5 + 3 to B, 5 to C, 4 = 12.5; market 0.5 + 3 to B, 4 to D
 *       = 7.5 (at C it would be 9).
 *   <li>2: school 3 to B, 4 = 7; clinic 2 to C, 4 = 6; market 2 to C, 0.5 = 2.5.
 *   <li>3: school 2 to B, 4 = 6; clinic 2 to D, 5 = 7 (by C it would be 11); market 2.
 *   <li>4: school 2 to D, 4 to B, 4 = 10; clinic 3; market 2.
 *   <li>5: nothing, on its island.
 * </ul>
 */
class VillageTest {
    private static final Offset<Double> HALF_A_SECOND = Offset.offset(0.5 / 60);
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    /** Homes 1 to 5 have these households. */
    private static final long[] HOUSEHOLDS = {10, 20, 30, 40, 0};

    private static final Standard STANDARD =
            standard(
                    List.of(walker("adult", 72, true), walker("wheelchair", 40, false)),
                    List.of(
                            category("school", Set.of("小学"), 8.0, 600.0, 1),
                            category("clinic", Set.of("卫生服务站"), 6.5, 300.0, 3),
                            category("market", Set.of("菜市场"), null, 500.0, 1)));

    private final City city = village();

    /** A place so many metres east and north of A, by PROJ's metres of a degree there. */
    private static LonLat at(double east, double north) {
        return new LonLat(104 + east / 95_901, 30.6 + north / 110_863);
    }

    private static City village() {
        NetworkBuilder roads = new NetworkBuilder(0.5);
        road(roads, false, at(0, 0), at(720, 0));
        road(roads, false, at(360, 0), at(360, 288));
        road(roads, true, at(360, 288), at(720, 288));
        road(roads, false, at(720, 288), at(720, 0));
        road(roads, false, at(0, 1000), at(144, 1000));
        Places.Builder homes = new Places.Builder();
        // The first two are in the micro grid m1, the others in m2; nobody lives in m3.
        homes.add(at(144, 36), HOUSEHOLDS[0], 0, 0, 0, 0, 0);
        homes.add(at(576, 0), HOUSEHOLDS[1], 0, 0, 0, 0, 0);
        homes.add(at(360, 144), HOUSEHOLDS[2], 1, 0, 0, 0, 0);
        homes.add(at(504, 288), HOUSEHOLDS[3], 1, 0, 0, 0, 0);
        homes.add(at(72, 1000), HOUSEHOLDS[4], 1, 0, 0, 0, 0);
        Places.Builder land = new Places.Builder();
        land.add(at(288, 0), 5_000, 0, 0, 0, 0, 0);
        land.add(at(690, 0), 15_000, 0, 0, 0, 0, 0);
        return new City(
                new DataVersions(
                        new UUID(0, 1),
                        List.of("v-1"),
                        Map.of("v", 3L),
                        Map.of("v", 4L),
                        Map.of(),
                        Map.of()),
                roads.build(),
                List.of(
                        new Site("v-1", "村小学", "小学", List.of(at(72, 0))),
                        new Site("v-2", "卫生站", "卫生服务站", List.of(at(720, 288))),
                        new Site("v-3", "集市", "菜市场", List.of(at(720, -36), at(360, 288)))),
                homes.build(),
                land.build(),
                List.of(
                        new Division(Division.Level.MICRO, List.of("m1", "m2", "m3")),
                        new Division(Division.Level.GENERAL, List.of("g")),
                        new Division(Division.Level.COMMUNITY, List.of("c")),
                        new Division(Division.Level.TOWN, List.of("t")),
                        new Division(Division.Level.DISTRICT, List.of("v"))),
                City.FARTHEST);
    }

    private static void road(NetworkBuilder roads, boolean isSteps, LonLat from, LonLat to) {
        Coordinate[] ends = {
            new Coordinate(from.lon(), from.lat()), new Coordinate(to.lon(), to.lat())
        };
        roads.add(Wgs84.FACTORY.createLineString(ends), 0, isSteps);
    }

    private CircleResult result(String profile, Rule rule) throws InterruptedException {
        return Analysis.of(city, new Question(STANDARD, profile, rule), 2);
    }

    private static GroupResult group(CircleResult result, String code) {
        return result.groups().stream().filter(g -> g.code().equals(code)).findFirst().get();
    }

    private static void assertMinutes(CategoryResult result, double median, double ninety) {
        assertThat(result.minutes()).isCloseTo(median, HALF_A_SECOND);
        assertThat(result.minutes90()).isCloseTo(ninety, HALF_A_SECOND);
    }

    private static void assertShares(CategoryResult result, double households, double addresses) {
        assertThat(result.shareHouseholds()).isCloseTo(households, EXACT);
        assertThat(result.shareAddresses()).isCloseTo(addresses, EXACT);
    }

    /** Each home in a group of its own: its minutes are the home's. */
    @Test
    void walksTakeAsLongAsFollowedByHand() throws InterruptedException {
        Places.Builder homes = new Places.Builder();
        for (int home = 0; home < HOUSEHOLDS.length; home++) {
            homes.add(city.homes().position(home), HOUSEHOLDS[home], home, 0, 0, 0, 0);
        }
        List<Division> divisions = new ArrayList<>(city.divisions().values());
        divisions.set(0, new Division(Division.Level.MICRO, List.of("1", "2", "3", "4", "5")));
        City apart =
                new City(
                        city.versions(),
                        city.roads(),
                        city.sites(),
                        homes.build(),
                        city.land(),
                        divisions,
                        City.FARTHEST);
        CircleResult result = Analysis.of(apart, new Question(STANDARD, "adult", Rule.TIME), 1);
        double[][] minutes = {{1.5, 12.5, 7.5}, {7, 6, 2.5}, {6, 7, 2}, {10, 3, 2}};
        for (int home = 0; home < minutes.length; home++) {
            List<CategoryResult> categories = result.groups().get(home).categories();
            for (int category = 0; category < 3; category++) {
                assertThat(categories.get(category).minutes())
                        .as("home %d, category %d", home + 1, category)
                        .isCloseTo(minutes[home][category], HALF_A_SECOND);
            }
        }
        assertThat(result.groups().get(4).categories())
                .extracting(CategoryResult::minutes)
                .containsOnlyNulls();
    }

    @Test
    void aMicroGridIsJudgedByItsHouseholds() throws InterruptedException {
        GroupResult m1 = group(result("adult", Rule.TIME), "m1");
        assertThat(m1.level()).isEqualTo(Division.Level.MICRO);
        assertThat(m1.households()).isEqualTo(30);
        assertThat(m1.addresses()).isEqualTo(2);
        assertThat(m1.noNetwork()).isZero();
        assertThat(m1.areaSquareMetres()).isEqualTo(20_000);
        CategoryResult school = m1.categories().get(0);
        // 10 households at 1.5 are less than half of 30.
        assertMinutes(school, 7, 7);
        assertShares(school, 1, 1);
        assertThat(school.nearest()).isEqualTo("村小学");
        assertThat(school.within()).isEqualTo(1);
        // The pieces of land are 3 and 8.6 minutes from it.
        assertThat(school.shareArea()).isCloseTo(0.25, EXACT);
        CategoryResult clinic = m1.categories().get(1);
        assertMinutes(clinic, 6, 12.5);
        assertShares(clinic, 20 / 30.0, 1 / 2.0);
        assertThat(clinic.within()).isEqualTo(1);
        assertThat(m1.score()).isCloseTo(100 * (1 * 1 + 3 * 20 / 30.0) / 4, EXACT);
    }

    @Test
    void ofAnOpenFigureThereAreMinutesAndNoShares() throws InterruptedException {
        CategoryResult market = group(result("adult", Rule.TIME), "m1").categories().get(2);
        assertMinutes(market, 2.5, 7.5);
        assertThat(market.nearest()).isEqualTo("集市");
        assertThat(market.shareHouseholds()).isNull();
        assertThat(market.shareAddresses()).isNull();
        assertThat(market.shareArea()).isNull();
        assertThat(market.within()).isNull();
    }

    @Test
    void aHomeOfNoKnownHouseholdsCountsAsAnAddress() throws InterruptedException {
        GroupResult m2 = group(result("adult", Rule.TIME), "m2");
        assertThat(m2.households()).isEqualTo(70);
        assertThat(m2.addresses()).isEqualTo(3);
        assertMinutes(m2.categories().get(0), 10, 10);
        assertShares(m2.categories().get(0), 30 / 70.0, 1 / 3.0);
        assertMinutes(m2.categories().get(1), 3, 7);
        assertShares(m2.categories().get(1), 40 / 70.0, 1 / 3.0);
        assertThat(m2.categories().get(1).shareArea()).isNull();
        assertThat(m2.score()).isCloseTo(100 * (30 / 70.0 + 3 * 40 / 70.0) / 4, EXACT);
    }

    @Test
    void nothingIsSaidWhereNobodyLives() throws InterruptedException {
        GroupResult m3 = group(result("adult", Rule.TIME), "m3");
        assertThat(m3.addresses()).isZero();
        assertThat(m3.score()).isNull();
        assertThat(m3.categories())
                .hasSize(3)
                .contains(new CategoryResult("school", null, null, null, null, null, null, null));
    }

    /** The medians of m1 and m2 are 7 and 10 to the school, 6 and 3 to the clinic. */
    @Test
    void largerGroupsAreJudgedByTheSameHomes() throws InterruptedException {
        CircleResult result = result("adult", Rule.TIME);
        for (String code : List.of("g", "c", "t", "v")) {
            GroupResult all = group(result, code);
            assertThat(all.households()).isEqualTo(100);
            // 1.5, 6, 7 and 10 minutes of 10, 30, 20 and 40 households.
            assertMinutes(all.categories().get(0), 7, 10);
            assertShares(all.categories().get(0), 0.6, 3 / 5.0);
            // 3, 6, 7 and 12.5 minutes of 40, 20, 30 and 10.
            assertMinutes(all.categories().get(1), 6, 7);
            assertShares(all.categories().get(1), 0.6, 2 / 5.0);
            assertThat(all.score()).isCloseTo(60, EXACT);
        }
        assertThat(result.groups())
                .extracting(GroupResult::code)
                .containsExactly("m1", "m2", "m3", "g", "c", "t", "v");
    }

    @Test
    void metresDecideByTheOtherRule() throws InterruptedException {
        GroupResult all = group(result("adult", Rule.DISTANCE), "v");
        // 108, 504, 432 and 720 m to the school; the minutes are the same.
        assertMinutes(all.categories().get(0), 7, 10);
        assertShares(all.categories().get(0), 0.6, 3 / 5.0);
        // 900, 432, 504 and 216 m to the clinic.
        assertShares(all.categories().get(1), 0.4, 1 / 5.0);
        // 540, 180, 144 and 144 m to the market.
        assertShares(all.categories().get(2), 0.9, 3 / 5.0);
    }

    @Test
    void whoTakesNoStepsGoesRound() throws InterruptedException {
        // Home 4 comes onto the network at D now, 144 m away: 18 minutes at 40 m a minute to the
        // school; to the clinic by B and C 144 + 288 + 360 + 288 m.
        GroupResult m2 = group(result("wheelchair", Rule.TIME), "m2");
        assertMinutes(m2.categories().get(0), 18, 18);
        assertMinutes(m2.categories().get(1), 27, 27);
    }

    @Test
    void tellsHowEvenlyWalksAreSpread() throws InterruptedException {
        CircleResult result = result("adult", Rule.TIME);
        assertThat(result.equity())
                .extracting(Equity::district, Equity::category)
                .containsExactly(
                        tuple(null, "school"),
                        tuple(null, "clinic"),
                        tuple(null, "market"),
                        tuple("v", "school"),
                        tuple("v", "clinic"),
                        tuple("v", "market"));
        // Those 10 households that walk 10 minutes, of 40.
        assertThat(result.equity().get(0).worstTenthMinutes()).isCloseTo(10, HALF_A_SECOND);
        Equity clinic = result.equity().get(1);
        assertThat(clinic.worstTenthMinutes()).isCloseTo(12.5, HALF_A_SECOND);
        // Sums of minutes up to each: 120, 240, 450, 575; below the curve lie
        // 40 × 120 + 20 × 360 + 30 × 690 + 10 × 1025 of 100 × 575.
        assertThat(clinic.gini()).isCloseTo(1 - 42_950 / 57_500.0, Offset.offset(1e-3));
    }

    @Test
    void everyResultSaysWhereItComesFrom() throws InterruptedException {
        Stamp stamp = result("wheelchair", Rule.DISTANCE).stamp();
        assertThat(stamp.standard()).isEqualTo("s");
        assertThat(stamp.standardVersion()).isEqualTo("1-ab");
        assertThat(stamp.profile()).isEqualTo("wheelchair");
        assertThat(stamp.walker().metresPerSecond()).isCloseTo(2 / 3.0, EXACT);
        assertThat(stamp.rule()).isEqualTo(Rule.DISTANCE);
        assertThat(stamp.searchedMinutes()).isCloseTo(60, EXACT);
        assertThat(stamp.data()).isEqualTo(city.versions());
    }
}
