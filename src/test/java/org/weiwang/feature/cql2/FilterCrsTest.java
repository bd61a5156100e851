package org.weiwang.feature.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Geometries and boxes have the axes of the reference system that the filter is in. */
class FilterCrsTest {
    /** Latitude first. */
    private static final FilterCrs EPSG_4326 =
            new FilterCrs() {
                @Override
                public Geometry toWgs84(Geometry geometry) throws Cql2Exception {
                    if (geometry.getEnvelopeInternal().getMaxX() > 90) {
                        throw new Cql2Exception("there is no latitude above 90");
                    }
                    return new AffineTransformation(0, 1, 0, 1, 0, 0).transform(geometry);
                }

                @Override
                public int longitudeAxis() {
                    return 1;
                }
            };

    /** In metres, so that no axis is a longitude. */
    private static final FilterCrs METRES =
            new FilterCrs() {
                @Override
                public Geometry toWgs84(Geometry geometry) {
                    return AffineTransformation.scaleInstance(1e-5, 1e-5).transform(geometry);
                }

                @Override
                public int longitudeAxis() {
                    return -1;
                }
            };

    private static Object box(String figure, FilterCrs crs) throws Cql2Exception {
        String filter = "S_INTERSECTS(geometry, " + figure + ")";
        return Filter.ofText(filter, Building.TYPE, crs).box();
    }

    @Test
    void axesAreTurned() throws Exception {
        assertThat(box("BBOX(30,103,31,104)", EPSG_4326)).isEqualTo(new Envelope(103, 104, 30, 31));
        assertThat(box("POINT(30 103)", EPSG_4326)).isEqualTo(new Envelope(103, 103, 30, 30));
        assertThat(box("BBOX(0,0,100000,200000)", METRES)).isEqualTo(new Envelope(0, 1, 0, 2));
    }

    @Test
    void aBoxMayCrossTheAntimeridian() throws Exception {
        Envelope around = new Envelope(-180, 180, 30, 31);
        assertThat(box("BBOX(170,30,-170,31)", FilterCrs.CRS84)).isEqualTo(around);
        assertThat(box("BBOX(30,170,31,-170)", EPSG_4326)).isEqualTo(around);
        Filter filter =
                Filter.ofText(
                        "S_INTERSECTS(POINT(0 30), BBOX(170,30,-170,31)) OR"
                                + " S_DISJOINT(POINT(175 30), BBOX(170,30,-170,31))",
                        Building.TYPE,
                        FilterCrs.CRS84);
        assertThat(filter.test(new RandomFilters(1).building(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"4326, 'BBOX(31,103,30,104)'", "0, 'BBOX(2,0,1,1)'", "0, 'BBOX(0,2,1,1)'"})
    void inOtherDirectionsItMayNot(int crs, String box) {
        assertThatThrownBy(() -> box(box, crs == 0 ? METRES : EPSG_4326))
                .isInstanceOf(Cql2Exception.class)
                .hasMessageContaining("is greater than");
    }

    /** From the meridian itself it is the box on its other side that is meant. */
    @ParameterizedTest
    @ValueSource(strings = {"BBOX(180,30,-170,31)", "BBOX(170,30,-180,31)", "BBOX(190,30,1,31)"})
    void acrossTheAntimeridianItLiesOnBothSides(String box) {
        assertThatThrownBy(() -> box(box, FilterCrs.CRS84))
                .isInstanceOf(Cql2Exception.class)
                .hasMessageContaining("starts before 180 and ends after -180");
    }

    @Test
    void whatTheReferenceSystemRefusesIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> box("POINT(103 30)", EPSG_4326))
                .isInstanceOf(Cql2Exception.class)
                .hasMessage("there is no latitude above 90 (at character 24)");
    }
}
