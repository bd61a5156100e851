package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    private static double parse(String text) {
        byte[] bytes = ("x" + text + "9").getBytes(UTF_8);
        return Decimal.parse(bytes, 1, bytes.length - 1);
    }

    private static void assertSame(String text) {
        assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text));
    }

    @Property
    void readsWhatADoubleIsWrittenAs(@ForAll double value) {
        assertSame(Double.toString(value));
    }

    @Property
    void readsDecimalsOfAnyLength(@ForAll long whole, @ForAll @IntRange(max = 40) int decimals) {
        assertSame(BigDecimal.valueOf(whole, decimals).toPlainString());
    }

    @Property
    void readsCoordinatesOfAnyPrecision(
            @ForAll @IntRange(min = -179, max = 179) int whole,
            @ForAll @IntRange(min = 0) int decimals,
            @ForAll @IntRange(max = 1_000_000_000) int more) {
        assertSame(whole + "." + decimals);
        assertSame(whole + "." + decimals + more);
    }

    @Test
    void readsNumbersAtTheEdgesOfTheExactWay() {
        for (String text :
                List.of(
                        "0",
                        "-0",
                        "+0.0",
                        "9007199254740992",
                        "9007199254740993",
                        "9007199254740991",
                        "900719925474099.3",
                        "0.000000000000000001",
                        "0.0000000000000000001",
                        "999999999999999999",
                        "1000000000000000000",
                        "9223372036854775808",
                        "000000000000000000000104.5",
                        "104.",
                        ".5",
                        "-.5",
                        "1e2",
                        "1E-2",
                        "1.5e+3",
                        "4.9e-324",
                        "2e-324",
                        "1.7976931348623157e308",
                        "1e-400",
                        "1e400")) {
            assertSame(text);
        }
        assertThat(parse("1e400")).isInfinite();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "-.",
                "e5",
                "1e",
                "1e+",
                "1d",
                "1f",
                "0x10",
                "0x1p3",
                "NaN",
                "Infinity",
                "-Infinity",
                "1 2",
                " 1",
                "1 ",
                "1,5",
                "１０４",
                "--1",
                "1.2.3",
                "1_0",
                "1e5.5"
            })
    void refusesWhatIsNoDecimal(String text) {
        assertThat(parse(text)).isNaN();
    }
}
