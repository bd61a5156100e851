package org.weiwang.geo.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbfColumnTest {
    @ParameterizedTest
    @CsvSource({
        "C, '  蒲江 县　', 蒲江 县",
        "C, '    ', ''",
        "C, '街道\0rest', 街道",
        "N, '   42', 42",
        "N, '-0.500', -0.5",
        "N, '100', 100",
        "N, '0.000', 0",
        "N, '123456789012345678', 123456789012345678",
        "N, '    ', ''",
        "N, '****', ''",
        "N, '\0\0\0', ''",
        "F, '1.50000000000e+003', 1500",
        "F, '1e-3', 0.001",
        "D, 20260131, 2026-01-31",
        "D, '        ', ''",
        "D, 00000000, ''",
        "L, T, true",
        "L, y, true",
        "L, F, false",
        "L, n, false",
        "L, ?, ''",
        "L, ' ', ''"
    })
    void readsAValue(char type, String stored, String value) {
        assertThat(read(type, stored)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "N, twelve, 'twelve' is not a number",
        "N, '1,5', '''1,5'' is not a number'",
        "N, 1.#INF, '1.#INF' is not a number",
        "N, 1e999999999, '1e999999999' is out of range",
        "D, 20261399, '20261399' is not a date",
        "D, 2026-1-3, '2026-1-3' is not a date",
        "L, x, 'x' is not a logical value"
    })
    void refusesWhatIsNoValue(char type, String stored, String message) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> read(type, stored))
                .withMessage(message);
    }

    private static String read(char type, String stored) {
        byte[] row = stored.getBytes(StandardCharsets.UTF_8);
        return new DbfColumn(new byte[0], type, 0, row.length).value(row, StandardCharsets.UTF_8);
    }
}
