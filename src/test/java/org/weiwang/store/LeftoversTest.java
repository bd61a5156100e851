package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.atlas.circle.Findings;
import org.weiwang.circle.analysis.Analysis;
import org.weiwang.circle.analysis.CircleResult;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.City;
import org.weiwang.circle.standard.Rule;
import org.weiwang.circle.standard.Standards;
import org.weiwang.edition.Edition;
import org.weiwang.edition.LeftoverRemoval;

/** What was in force in the small district, and how long it stays. */
@Tag("store")
@Timeout(value = 40, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LeftoversTest {
    private static final String ADDRESSES = "SELECT text FROM address ORDER BY data_set";

    private static final String ASSIGNMENTS =
            "SELECT edition || ' ' || data_set FROM assignment ORDER BY edition, data_set";

    private static final String RESPONDERS = "SELECT count(DISTINCT data_set) FROM responder";

    @TempDir private Path folder;
    private SmallDistrict district;

    @BeforeEach
    void open() throws Exception {
        district = new SmallDistrict(folder, Leftovers.KEPT_FOR);
    }

    @AfterEach
    void close() {
        district.close();
    }

    private JdbcEditionStore store(Duration keptFor) {
        return new JdbcEditionStore(district.dataSource(), district.dataSource(), keptFor);
    }

    @Test
    void dataSetsThatWereReplacedStayForAWhile() throws Exception {
        district.publish(district.draft(SmallDistrict.EAST));
        district.addressesAlone(SmallDistrict.WEST);
        district.addressesAlone(SmallDistrict.SOUTH);
        district.alone("responders.csv");
        store(Leftovers.KEPT_FOR).removeLeftovers();
        assertThat(district.query(ADDRESSES)).hasSize(3);
        assertThat(district.query(ASSIGNMENTS))
                .hasSize(3)
                .allMatch(is -> is.startsWith("510999-1"));
        assertThat(district.query(RESPONDERS)).containsExactly("2");
        assertThat(district.query(SmallDistrict.ADDRESSES_IN_FORCE)).hasSize(1);
        store(Duration.ZERO).removeLeftovers();
        assertThat(district.query(ADDRESSES)).containsExactly("南路1号");
        assertThat(district.query(ASSIGNMENTS)).hasSize(1);
        assertThat(district.query(RESPONDERS)).containsExactly("1");
    }

    @Test
    void addressesStayPlacedInAnEditionThatWasReplaced() throws Exception {
        Edition first = district.draft(SmallDistrict.EAST);
        district.publish(first);
        district.publish(district.draft(SmallDistrict.WEST));
        district.publish(first);
        district.publish(district.draftWithoutAddresses());
        List<String> kept = district.query(ASSIGNMENTS);
        assertThat(kept).containsExactly("510999-1 1", "510999-2 4", "510999-3 4");
        store(Duration.ZERO).removeLeftovers();
        assertThat(district.query(ASSIGNMENTS)).containsExactly("510999-3 4");
        assertThat(district.query(ADDRESSES)).as("either may come back").hasSize(2);
    }

    @Test
    void figuresStayForAWhileAfterTheirEditionWasReplaced() throws Exception {
        district.publish(district.draft(SmallDistrict.EAST));
        JdbcCitySource cities =
                new JdbcCitySource(district.dataSource(), district.forLoading(), City.FARTHEST);
        JdbcCircleStore circles =
                new JdbcCircleStore(district.forLoading(), district.dataSource(), City.FARTHEST);
        CircleResult result =
                Analysis.of(
                        cities.read(cities.outlook().inForce(), Optional.empty()).orElseThrow(),
                        new Question(
                                Standards.read(null).find("gb50180").orElseThrow(),
                                "adult",
                                Rule.DISTANCE),
                        2);
        circles.keep(new Findings(result.stamp(), result.groups(), result.equity()));
        district.publish(district.draft(SmallDistrict.WEST));
        store(Leftovers.KEPT_FOR).removeLeftovers();
        assertThat(circles.find(result.stamp()).orElseThrow().groups())
                .isEqualTo(result.groups())
                .isNotEmpty();
        store(Duration.ZERO).removeLeftovers();
        assertThat(circles.find(result.stamp())).isEmpty();
    }

    @Test
    void whatCameAloneAndNeverCameIntoForceGoesAtOnce() throws Exception {
        district.execute(
                "INSERT INTO data_set (district, name) VALUES ('510999', 'road'), ('510998', 'road')");
        store(Leftovers.KEPT_FOR).removeLeftovers();
        assertThat(district.query("SELECT version FROM data_set")).isEmpty();
    }

    @Test
    @Timeout(60)
    void whatIsKeptNoLongerGoesEvenIfNothingElseComes() throws Exception {
        district.publish(district.draft(SmallDistrict.EAST));
        district.addressesAlone(SmallDistrict.WEST);
        assertThat(district.query(ADDRESSES)).hasSize(2);
        try (LeftoverRemoval removal =
                new LeftoverRemoval(store(Duration.ZERO), Duration.ofMillis(1))) {
            removal.start();
            while (district.query(ADDRESSES).size() > 1) {
                Thread.onSpinWait();
            }
        }
        assertThat(district.query(ADDRESSES)).containsExactly("西路1号");
    }
}
