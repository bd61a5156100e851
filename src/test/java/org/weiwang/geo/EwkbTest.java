package org.weiwang.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.io.WKTReader;

class EwkbTest {
    /** What PostGIS gives for {@code ST_SetSRID(ST_MakePoint(1, 2), 4326)}. */
    private static final String POINT_1_2 = "0101000020e6100000000000000000f03f0000000000000040";

    @Test
    void writesWhatPostgisWrites() throws Exception {
        Geometry point = new WKTReader().read("POINT (1 2)");
        point.setSRID(3857);
        assertThat(HexFormat.of().formatHex(Ewkb.encode(point))).isEqualTo(POINT_1_2);
        Geometry read = Ewkb.decode(HexFormat.of().parseHex(POINT_1_2));
        assertThat(read.getSRID()).isEqualTo(4326);
        assertThat(read.toText()).isEqualTo("POINT (1 2)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LINESTRING (0.1 0.2, 103.123456789 30)",
                "POLYGON ((0 0, 9 0, 9 9, 0 0), (5 1, 6 2, 6 1, 5 1))",
                "MULTIPOLYGON (((0 0, 9 9, 9 0, 0 0)), ((20 0, 29 0, 29 9, 20 0)))",
                "MULTIPOLYGON EMPTY"
            })
    void keepsEveryBit(String wkt) throws Exception {
        Geometry geometry = new WKTReader().read(wkt);
        Geometry read = Ewkb.decode(Ewkb.encode(geometry));
        assertThat(read.equalsExact(geometry)).isTrue();
        assertThat(read.getSRID()).isEqualTo(4326);
    }

    @Test
    void readsPackedFlatCoordinates() throws Exception {
        Geometry given = new WKTReader().read("POLYGON Z ((0 0 5, 1 0 5, 1 1 5, 0 0 5))");
        Polygon read = (Polygon) Ewkb.decode(Ewkb.encode(given));
        assertThat(read.getExteriorRing().getCoordinateSequence())
                .isInstanceOf(PackedCoordinateSequence.Double.class);
        assertThat(read.getExteriorRing().getCoordinateSequence().getDimension()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "0101000020e6100000000000000000f03f", "0163000000"})
    void refusesBytesThatAreNoGeometry(String hex) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Ewkb.decode(HexFormat.of().parseHex(hex)));
    }
}
