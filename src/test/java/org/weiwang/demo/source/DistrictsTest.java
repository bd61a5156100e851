package org.weiwang.demo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.GeometryFactory;

class DistrictsTest {
    /** The sides of 1/1024 of a degree make about a hundredth of a square kilometre. */
    private static final double SLIVER = 1e-6;

    static Set<String> codes() {
        return Districts.codes();
    }

    private static List<District> all() {
        return codes().stream().map(Districts::get).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "510131,蒲江县,8,93,318,1774,147",
        "510113,青白江区,7,83,362,2049,534",
        "510185,简阳市,22,291,886,4951,580"
    })
    void hasThePublishedCounts(
            String code,
            String name,
            int towns,
            int community,
            int general,
            int micro,
            int dedicated) {
        District district = Districts.get(code);
        assertThat(district.name()).isEqualTo(name);
        assertThat(district.towns()).hasSize(towns);
        assertThat(district.counts()).isEqualTo(new Counts(community, general, micro, dedicated));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void knowsTownsCommunitiesAndOutline(String code) {
        District district = Districts.get(code);
        assertThat(district.towns().stream().mapToInt(town -> town.communities().size()).sum())
                .isEqualTo(district.counts().community());
        assertThat(district.outline().isValid()).isTrue();
        assertThat(district.outline().contains(new GeometryFactory().createPoint(district.seat())))
                .isTrue();
    }

    @Test
    void makeUpTheCityInThePublishedNumbersOfGrids() {
        assertThat(all()).hasSize(20);
        assertThat(sum(Counts::community)).isEqualTo(2_870);
        assertThat(sum(Counts::general)).isEqualTo(14_020);
        assertThat(sum(Counts::micro)).isEqualTo(126_449);
    }

    private static int sum(ToIntFunction<Counts> level) {
        return all().stream().map(District::counts).mapToInt(level).sum();
    }

    @Test
    void noCommunityIsInTwoOfThem() {
        Set<String> codes = new HashSet<>();
        for (District district : all()) {
            for (Town town : district.towns()) {
                for (Community community : town.communities()) {
                    assertThat(codes.add(community.code())).as(community.code()).isTrue();
                }
            }
        }
    }

    @Test
    void outlinesDoNotOverlap() {
        for (District one : all()) {
            for (District other : all()) {
                if (one.code().compareTo(other.code()) < 0) {
                    assertThat(one.outline().intersection(other.outline()).getArea())
                            .as(one.code() + " and " + other.code())
                            .isLessThan(SLIVER);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "510114,新都区,新都县,2001",
        "510115,温江区,温江县,2002",
        "510116,双流区,双流县,2015",
        "510117,郫都区,郫县,2016",
        "510118,新津区,新津县,2020"
    })
    void wereCountiesOnce(String code, String name, String former, String until) {
        assertThat(Districts.get(code).name()).isEqualTo(name);
        assertThat(FormerNames.of(code)).contains(new FormerNames.Former(former, until));
    }

    @Test
    void namesTheCodeItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Districts.get("510199"))
                .withMessageContaining("510199")
                .withMessageContaining("510131");
    }
}
