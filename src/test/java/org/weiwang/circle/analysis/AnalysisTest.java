package org.weiwang.circle.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weiwang.circle.analysis.Figures.category;
import static org.weiwang.circle.analysis.Figures.standard;
import static org.weiwang.circle.analysis.Figures.walker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.city.Places;
import org.weiwang.circle.city.Site;
import org.weiwang.circle.network.NetworkAssembly;
import org.weiwang.circle.standard.Rule;
import org.weiwang.circle.standard.Standard;
import org.weiwang.geo.LonLat;

/** A street along 30.6°N, 0.001° (95.9 m, 799 tenths of a second) from end to end. */
class AnalysisTest {
    private static final Standard STANDARD = standardOf(15.0);

    private final NetworkAssembly roads = new NetworkAssembly();
    private final List<Site> sites = new ArrayList<>();
    private final Places.Builder homes = new Places.Builder();

    private static Standard standardOf(double minutes) {
        return standard(
                List.of(walker("adult", 72, true)),
                List.of(category("school", Set.of("小学"), minutes, null, 1)));
    }

    private void street() {
        int[] path = {1_040_000_000, 306_000_000, 1_040_010_000, 306_000_000};
        roads.add(1, 2, path, false);
    }

    private void school(String name, double lon) {
        sites.add(new Site("x-" + name, name, "小学", List.of(new LonLat(lon, 30.6))));
    }

    private void home(double lon, double lat, int households) {
        homes.add(new LonLat(lon, lat), households, 0, 0, 0, 0, 0);
    }

    private CircleResult result(Standard standard) throws InterruptedException {
        List<Division> divisions = new ArrayList<>();
        for (Division.Level level : Division.Level.values()) {
            divisions.add(new Division(level, List.of("x")));
        }
        City city =
                new City(
                        new DataVersions(
                                new UUID(0, 1), List.of(), Map.of(), Map.of(), Map.of(), Map.of()),
                        roads.build(0, 0, 0),
                        sites,
                        homes.build(),
                        new Places.Builder().build(),
                        divisions,
                        City.FARTHEST);
        return Analysis.of(city, new Question(standard, "adult", Rule.TIME), 1);
    }

    private static CategoryResult school(CircleResult result) {
        return result.groups().get(0).categories().get(0);
    }

    @Test
    void withoutRoadsNobodyIsOnTheNetwork() throws InterruptedException {
        school("甲", 104);
        home(104, 30.6, 5);
        home(104.001, 30.6, 0);
        CircleResult result = result(STANDARD);
        assertThat(result.groups().get(0).noNetwork()).isEqualTo(2);
        assertThat(school(result)).isEqualTo(none(0.0, 0.0, 0));
        // As if all walked for the hour that is searched.
        assertThat(result.equity().get(0)).isEqualTo(new Equity(null, "school", 60.0, 0.0));
    }

    private static CategoryResult none(Double households, Double addresses, Integer within) {
        return new CategoryResult("school", null, null, null, households, addresses, null, within);
    }

    @Test
    void aHomeOffTheNetworkIsCountedAndNotServed() throws InterruptedException {
        street();
        school("甲", 104);
        home(104.001, 30.6, 3);
        // Some 220 m north of the street.
        home(104.001, 30.602, 1);
        CircleResult result = result(STANDARD);
        GroupResult group = result.groups().get(0);
        assertThat(group.households()).isEqualTo(4);
        assertThat(group.addresses()).isEqualTo(2);
        assertThat(group.noNetwork()).isEqualTo(1);
        assertThat(group.score()).isEqualTo(75);
        assertThat(school(result).shareHouseholds()).isEqualTo(0.75);
        assertThat(school(result).shareAddresses()).isEqualTo(0.5);
        assertThat(school(result).minutes()).isEqualTo(799 / 600.0);
        // A tenth of the households reaches nothing.
        assertThat(school(result).minutes90()).isNull();
    }

    @Test
    void aCategoryWithoutFacilitiesServesNobody() throws InterruptedException {
        street();
        home(104, 30.6, 5);
        CircleResult result = result(STANDARD);
        assertThat(school(result)).isEqualTo(none(0.0, 0.0, 0));
        assertThat(result.groups().get(0).score()).isZero();
    }

    @Test
    void whereNoHouseholdIsKnownAddressesCount() throws InterruptedException {
        street();
        school("甲", 104);
        home(104, 30.6, 0);
        home(104.001, 30.602, 0);
        CircleResult result = result(STANDARD);
        assertThat(school(result).shareHouseholds()).isNull();
        assertThat(school(result).shareAddresses()).isEqualTo(0.5);
        assertThat(school(result).minutes()).isZero();
        assertThat(result.groups().get(0).score()).isEqualTo(50);
    }

    @Test
    void withoutAnyHomeNothingIsSaid() throws InterruptedException {
        street();
        school("甲", 104);
        CircleResult result = result(STANDARD);
        assertThat(school(result)).isEqualTo(none(null, null, null));
        assertThat(result.groups().get(0).score()).isNull();
        assertThat(result.equity().get(0)).isEqualTo(new Equity(null, "school", null, null));
    }

    @Test
    void whoWalksExactlyTheFigureIsServed() throws InterruptedException {
        street();
        school("甲", 104);
        home(104.001, 30.6, 1);
        assertThat(school(result(standardOf(79.9 / 60))).shareHouseholds()).isEqualTo(1);
    }

    @Test
    void whoWalksATenthOfASecondMoreIsNot() throws InterruptedException {
        street();
        school("甲", 104);
        home(104.001, 30.6, 1);
        assertThat(school(result(standardOf(79.8 / 60))).shareHouseholds()).isZero();
    }

    @Test
    void ofFacilitiesAsCommonTheFirstIsNamed() throws InterruptedException {
        street();
        school("乙", 104.001);
        school("甲", 104);
        home(104.0001, 30.6, 2);
        home(104.0009, 30.6, 2);
        CircleResult result = result(STANDARD);
        assertThat(school(result).nearest()).isEqualTo("乙");
        assertThat(school(result).within()).isEqualTo(2);
    }

    @Test
    void stopsWhenInterrupted() {
        street();
        school("甲", 104);
        home(104, 30.6, 1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> result(STANDARD)).isInstanceOf(InterruptedException.class);
    }
}
