package org.weiwang.demo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.GeometryFactory;

class DistrictsTest {
    @ParameterizedTest
    @CsvSource({"510131,蒲江县,8,93", "510113,青白江区,7,83", "510185,简阳市,22,291"})
    void knowsTownsCommunitiesAndOutline(String code, String name, int towns, int communities) {
        District district = Districts.get(code);
        assertThat(district.name()).isEqualTo(name);
        assertThat(district.towns()).hasSize(towns);
        assertThat(district.towns().stream().mapToInt(town -> town.communities().size()).sum())
                .isEqualTo(communities)
                .isEqualTo(district.counts().community());
        assertThat(district.outline().isValid()).isTrue();
        assertThat(district.outline().contains(new GeometryFactory().createPoint(district.seat())))
                .isTrue();
    }

    @Test
    void namesTheCodeItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Districts.get("510184"))
                .withMessageContaining("510184")
                .withMessageContaining("510131");
    }
}
