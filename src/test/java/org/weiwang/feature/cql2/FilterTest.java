package org.weiwang.feature.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A filter is true of what it says, false of all else, and unknown where something is missing. */
class FilterTest {
    private static final Building HOUSE =
            new Building(
                    "1",
                    square(103.5, 30.25, 0.25),
                    "锦绣家园's 3栋",
                    6,
                    18.5,
                    true,
                    Instant.parse("2012-03-01T00:00:00Z"),
                    Instant.parse("2020-06-30T12:30:00.5Z"),
                    "Straße 100%",
                    1);

    private static final Building UNKNOWN =
            new Building("2", null, null, null, null, null, null, null, null, null);

    private static Geometry square(double west, double south, double size) {
        return wkt(
                "MULTIPOLYGON (((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s)))"
                        .formatted(west, south, west + size, south + size));
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static Filter text(String filter) throws Cql2Exception {
        return Filter.ofText(filter, Building.TYPE, FilterCrs.CRS84);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "floors = 6",
                "6=floors",
                "floors<>5 and floors < 7 AND floors <= 6 And floors >= 6 AND floors > 5",
                "floors = 6.0",
                "height=1.85E1",
                "height > -.5 AND height < +19.",
                "name = '锦绣家园''s 3栋'",
                "\"name\" = '锦绣家园\\'s 3栋'",
                "name LIKE '锦绣%栋'",
                "name NOT LIKE '%4栋'",
                "NOT name LIKE '%4栋'",
                "owner LIKE 'Stra_e 100\\%'",
                "owner LIKE '%'",
                "CASEI(owner) = casei('STRASSE 100%')",
                "CASEI(owner) LIKE CASEI('STRASSE%')",
                "owner > 'Strasse'",
                "owner < '街'",
                "floors BETWEEN 6 AND 7",
                "floors NOT BETWEEN 7 AND 9",
                "floors BETWEEN cellars AND height",
                "floors IN (1, 6.0, -3)",
                "floors NOT IN (1,2)",
                "name IN ('a','锦绣家园''s 3栋')",
                "name IS NOT NULL",
                "geometry IS NOT NULL",
                "INTERVAL(built, '..') IS NOT NULL",
                "lift = TRUE",
                "lift <> false",
                "TRUE",
                "NOT FALSE",
                "built = DATE('2012-03-01')",
                "built = TIMESTAMP('2012-03-01T00:00:00.000000Z')",
                "razed > built",
                "floors > cellars",
                "NOT (floors<5) OR lift=false",
                "lift=true AND (floors>6 OR name LIKE '%栋' OR name LIKE '%x')",
                "lift=false AND floors=1 OR floors=6",
                "(((floors)) = (6))",
                "S_INTERSECTS(geometry,POINT(103.75 30.5))",
                "S_TOUCHES(geometry, POINT Z (103.75 30.5 500))",
                "S_WITHIN(geometry, BBOX(103,30,104,31))",
                "S_WITHIN(geometry, BBOX(103,30,0,104,31,9000))",
                "S_INTERSECTS(geometry, BBOX(170,30,104,31))",
                "s_disjoint(geometry, BBOX(170,30,103.4,31))",
                "S_CONTAINS(geometry, MULTIPOINT((103.6 30.3),(103.7 30.4)))",
                "S_CONTAINS(POLYGON((103 30,104 30,104 31,103 31,103 30)), geometry)",
                "S_CROSSES(geometry, LINESTRING(103.6 30, 103.6 31))",
                "S_OVERLAPS(geometry, MULTIPOLYGON(((103.6 30,104 30,104 31,103.6 30))))",
                "S_EQUALS(geometry, BBOX(103.5, 30.25, 103.75, 30.5))",
                "S_EQUALS(geometry, geometry)",
                "S_INTERSECTS(POINT(1 1), BBOX(0,0,2,2))",
                "S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(0 0), LINESTRING(103 30,104 31)))",
                "S_WITHIN(geometry, GEOMETRYCOLLECTION(POLYGON((103 30,104 30,104 31,103 30)),"
                        + " MULTIPOLYGON(((103 30,104 31,103 31,103 30)))))",
                "S_INTERSECTS(GEOMETRYCOLLECTION(POLYGON((103 30,104 30,104 31,103 30)), POINT(0 0),"
                        + " POLYGON((103 30,104 31,103 31,103 30))), geometry)",
                "T_AFTER(razed, built)",
                "T_BEFORE(built, DATE('2012-03-02'))",
                "T_AFTER(built, INTERVAL('..','2012-02-29'))",
                "T_EQUALS(built, TIMESTAMP('2012-03-01T00:00:00Z'))",
                "T_INTERSECTS(built, INTERVAL('2012-03-01','..'))",
                "T_DISJOINT(built, INTERVAL('2012-03-02','..'))",
                "T_DURING(INTERVAL(built,razed), INTERVAL('2012-02-01','2021-01-01'))",
                "T_DURING(INTERVAL(built,razed), INTERVAL('..','..'))",
                "T_CONTAINS(INTERVAL(built,razed), INTERVAL('2012-03-02','2012-03-02'))",
                "T_FINISHES(INTERVAL('2013-01-01',razed), INTERVAL(built,razed))",
                "T_FINISHEDBY(INTERVAL(built,'..'), INTERVAL('2013-01-01','..'))",
                "T_STARTS(INTERVAL(built,razed), INTERVAL('2012-03-01','2021-01-01'))",
                "T_STARTEDBY(INTERVAL(built,razed), INTERVAL('2012-03-01','2012-03-02'))",
                "T_MEETS(INTERVAL('2001-01-01','2012-03-01'), INTERVAL(built,razed))",
                "T_METBY(INTERVAL(built,razed), INTERVAL('2001-01-01','2012-03-01'))",
                "T_OVERLAPS(INTERVAL(built,razed), INTERVAL('2015-01-01','2021-01-01'))",
                "T_OVERLAPPEDBY(INTERVAL(built,razed), INTERVAL('2001-01-01','2015-01-01'))",
                "(floors > 5) IS NOT NULL",
                "\tfloors\u3000>\n5 "
            })
    void trueOfTheHouse(String filter) throws Exception {
        assertThat(text(filter).test(HOUSE)).isTrue();
        assertThat(text("NOT (" + filter + ")").test(HOUSE)).isFalse();
    }

    /** Neither the filter nor its opposite is true of what has nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "floors = 6",
                "floors <> 6",
                "name LIKE '%'",
                "CASEI(name) = 'a'",
                "floors BETWEEN 1 AND 9",
                "7 BETWEEN 9 AND floors",
                "floors IN (1)",
                "name IN ('a')",
                "1 IN (2, floors)",
                "lift = true",
                "lift = true OR floors > 1",
                "lift = true AND TRUE",
                "S_INTERSECTS(geometry, BBOX(0,0,1,1))",
                "S_DISJOINT(geometry, BBOX(0,0,1,1))",
                "S_EQUALS(geometry, geometry)",
                "T_AFTER(built, DATE('2012-01-01'))",
                "T_AFTER(INTERVAL('2013-01-01', built), DATE('2012-01-01'))"
            })
    void unknownOfWhatHasNothing(String filter) throws Exception {
        assertThat(text(filter).test(UNKNOWN)).isFalse();
        assertThat(text("NOT (" + filter + ")").test(UNKNOWN)).isFalse();
        assertThat(text("(" + filter + ") IS NULL").test(UNKNOWN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "floors = 6 OR TRUE",
                "NOT (floors = 6 AND FALSE)",
                "floors IS NULL",
                "CASEI(name) IS NULL",
                "geometry IS NULL",
                "INTERVAL(built, '..') IS NULL",
                "1 IN (1, floors)",
                "POINT(1 1) IS NOT NULL",
                "7 IS NOT NULL"
            })
    void knownOfWhatHasNothing(String filter) throws Exception {
        assertThat(text(filter).test(UNKNOWN)).isTrue();
        assertThat(text("NOT (" + filter + ")").test(UNKNOWN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "name, 锦绣家园's 3栋",
        "floors, 6",
        "floors, +6.0",
        "height, 1850e-2",
        "lift, true",
        "built, 2012-03-01",
        "built, 2012-03-01T00:00:00Z",
        "razed, 2020-06-30T12:30:00.5Z"
    })
    void aPropertyEqualsWhatIsWritten(String name, String value) throws Exception {
        assertThat(Filter.ofProperty(name, value, Building.TYPE).test(HOUSE)).isTrue();
        assertThat(Filter.ofProperty(name, value, Building.TYPE).test(UNKNOWN)).isFalse();
    }

    @Test
    void bothFiltersMustHold() throws Exception {
        Filter six = Filter.ofProperty("floors", "6", Building.TYPE);
        Filter seven = Filter.ofProperty("floors", "7", Building.TYPE);
        assertThat(six.and(six).test(HOUSE)).isTrue();
        assertThat(six.and(seven).test(HOUSE)).isFalse();
        assertThat(seven.and(six).test(HOUSE)).isFalse();
    }

    @Test
    void theBoxHoldsAllThatCanMatch() throws Exception {
        String a = "S_INTERSECTS(geometry, BBOX(0,0,2,2))";
        String b = "S_WITHIN(LINESTRING(1 1, 5 3), geometry)";
        assertThat(box(a)).isEqualTo(new Envelope(0, 2, 0, 2));
        assertThat(box(a + " AND " + b)).isEqualTo(new Envelope(0, 2, 0, 2));
        assertThat(box(a + " OR " + b)).isEqualTo(new Envelope(0, 5, 0, 3));
        assertThat(box(a + " AND floors = 1")).isEqualTo(new Envelope(0, 2, 0, 2));
        assertThat(box(a + " OR floors = 1")).isNull();
        assertThat(box("NOT " + a)).isNull();
        assertThat(box("S_DISJOINT(geometry, BBOX(0,0,2,2))")).isNull();
        assertThat(box(a + " AND FALSE")).isEqualTo(new Envelope());
        assertThat(box(a + " OR FALSE")).isEqualTo(new Envelope(0, 2, 0, 2));
        assertThat(box("TRUE")).isNull();
        assertThat((Object) text(b).and(text(a)).box()).isEqualTo(new Envelope(0, 2, 0, 2));
        assertThat(box("S_INTERSECTS(geometry, BBOX(170,0,-170,2))"))
                .isEqualTo(new Envelope(-180, 180, 0, 2));
    }

    /** What meets both of two boxes may lie across what is between them. */
    @Test
    void theBoxHoldsWhatLiesAcross() throws Exception {
        Filter filter =
                text(
                        "S_INTERSECTS(geometry, BBOX(103.4,30,103.55,31))"
                                + " AND S_INTERSECTS(geometry, BBOX(103.7,30,103.8,31))");
        assertThat(filter.test(HOUSE)).isTrue();
        assertThat(filter.box().intersects(HOUSE.geometry().getEnvelopeInternal())).isTrue();
    }

    private static Object box(String filter) throws Cql2Exception {
        return text(filter).box();
    }
}
