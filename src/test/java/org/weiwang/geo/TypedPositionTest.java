package org.weiwang.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedPositionTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    103.5065,30.1968               | 103.5065 | 30.1968
                    ' 30.1968 , 103.5065 '         | 103.5065 | 30.1968
                    30.1968 103.5065               | 103.5065 | 30.1968
                    １０３．５０６５，３０．１９６８ | 103.5065 | 30.1968
                    103.5065　30.1968              | 103.5065 | 30.1968
                    103.5065、30.1968              | 103.5065 | 30.1968
                    103.5065/30.1968               | 103.5065 | 30.1968
                    （103.5065，30.1968）          | 103.5065 | 30.1968
                    [103.5065; 30.1968]            | 103.5065 | 30.1968
                    東經103.5065北緯30.1968         | 103.5065 | 30.1968
                    北纬30.1968，东经103.5065       | 103.5065 | 30.1968
                    经度：103.5065 纬度：30.1968    | 103.5065 | 30.1968
                    lat=30.1968 lon=103.5065       | 103.5065 | 30.1968
                    Longitude: 103.5065, Latitude: 30.1968 | 103.5065 | 30.1968
                    E103.5065 N30.1968             | 103.5065 | 30.1968
                    E103.5065N30.1968              | 103.5065 | 30.1968
                    30.1968N 103.5065E             | 103.5065 | 30.1968
                    30.1968°N,103.5065°E           | 103.5065 | 30.1968
                    103°30′E 30°15′N               | 103.5    | 30.25
                    103°30'36"E, 30°15'18"N        | 103.51   | 30.255
                    103°30'36'' 30°15'18''         | 103.51   | 30.255
                    103度30分36秒,30度15分18秒      | 103.51   | 30.255
                    东经103度30分36秒北纬30度15分18秒 | 103.51 | 30.255
                    103°30.6′ 30°15.3′             | 103.51   | 30.255
                    80.5,40.25                     | 80.5     | 40.25
                    40.25N 80.5E                   | 80.5     | 40.25
                    103°,30°                       | 103      | 30
                    103,30.5                       | 103      | 30.5
                    -33.75 151.25                  | 151.25   | -33.75
                    33.75S 151.25E                 | 151.25   | -33.75
                    西经103.5 南纬30.25            | -103.5   | -30.25
                    +103.5,+30.25                  | 103.5    | 30.25
                    """)
    void isReadInTheFormsThatPeopleType(String text, double lon, double lat) {
        LonLat position = TypedPosition.of(text).orElseThrow();
        assertThat(position.lon()).isCloseTo(lon, CLOSE);
        assertThat(position.lat()).isCloseTo(lat, CLOSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "103.5065",
                "103 30",
                "12-3",
                "3,5",
                "103.506530.1968",
                "103.5065,30.1968,500",
                "203.5,30.1",
                "103.5,95.1",
                "103°60′E 30°15′N",
                "103.5°30′ 30°",
                "103.5E 30.2E",
                "东经103.5 东经30.2",
                "东风路103.5号",
                "东 西",
                "...,...",
                "1e2,3.0",
                "103.5065,30.1968号"
            })
    void isNotReadFromAnythingElse(String text) {
        assertThat(TypedPosition.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.", " ", "°", "东", "e", "-", "1 ", "103°"})
    void isRefusedSoonHoweverLongTheTextIs(String piece) {
        assertThat(TypedPosition.of(piece.repeat(10_000))).isEmpty();
    }
}
