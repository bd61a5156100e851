package org.weiwang.demo.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.junit.jupiter.api.Test;
import org.weiwang.demo.source.Districts;
import org.weiwang.demo.source.Town;

class HandoverTest {
    @Test
    void writesInGbkWhereItHasAllCharacters() {
        assertThat(Handover.charset(Districts.get("510131")).name()).isEqualTo("GBK");
        assertThat(Handover.charset(Districts.get("510129")).name()).isEqualTo("GB18030");
    }

    @Test
    void canWriteTheNamesOfEveryDistrict() {
        for (String code : Districts.codes()) {
            Charset charset = Handover.charset(Districts.get(code));
            CharsetEncoder encoder = charset.newEncoder();
            for (Town town : Districts.get(code).towns()) {
                assertThat(encoder.canEncode(town.name())).as(town.name()).isTrue();
                assertThat(town.communities()).allMatch(c -> encoder.canEncode(c.name()));
            }
        }
    }
}
