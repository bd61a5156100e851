package org.weiwang.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.weiwang.edition.Edition;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Outline;
import org.weiwang.grid.Town;

/** A west town of two communities, an east town of one, and a town without any. */
class OutlinesTest {
    private static final UUID HISTORY = UUID.randomUUID();
    private static final String WEST = "510999101";
    private static final String EAST = "510999102";
    private static final List<Town> TOWNS =
            List.of(new Town(WEST, "西镇"), new Town(EAST, "东镇"), new Town("510999103", "空镇"));

    private static final String SOUTH_WEST = "((0 0, 1 0, 1 1, 0 1, 0 0))";
    private static final String NORTH_WEST = "((0 1, 1 1, 1 2, 0 2, 0 1))";
    private static final String EASTERN = "((1 0, 2 0, 2 2, 1 2, 1 1, 1 0))";

    private final DistrictPart part =
            part(
                    1,
                    null,
                    community("1", WEST, SOUTH_WEST),
                    community("2", WEST, NORTH_WEST),
                    community("3", EAST, EASTERN));

    @Test
    void aTownIsTheUnionOfItsCommunities() {
        assertThat(part.towns().all()).extracting(Feature::id).containsExactly(WEST, EAST);
        Outline west = town(part, WEST).subject();
        assertThat(west.name()).isEqualTo("西镇");
        assertThat(west.parentCode()).isEqualTo("510999");
        assertSame(west.geometry(), "MULTIPOLYGON (((0 0, 1 0, 1 2, 0 2, 0 0)))");
        assertSame(town(part, EAST).geometry(), "MULTIPOLYGON (" + EASTERN + ")");
        assertThat(town(part, WEST).edition()).isEqualTo(part.edition());
        assertThat(new String(town(part, EAST).geoJson())).startsWith("{\"type\":\"MultiPolygon\"");
    }

    @Test
    void theDistrictIsTheUnionOfAll() {
        Outline district = district(part);
        assertThat(district.code()).isEqualTo("510999");
        assertThat(district.name()).isEqualTo("试验区");
        assertThat(district.parentCode()).isNull();
        assertSame(district.geometry(), "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)))");
    }

    @Test
    void partsThatDoNotMeetStayApart() {
        DistrictPart apart =
                part(
                        1,
                        null,
                        community("1", WEST, SOUTH_WEST),
                        community(
                                "2",
                                WEST,
                                "((5 5, 6 5, 6 6, 5 5), (5.5 5.2, 5.7 5.2, 5.7 5.3, 5.5 5.2))"));
        assertSame(
                town(apart, WEST).geometry(),
                "MULTIPOLYGON ("
                        + SOUTH_WEST
                        + ", ((5 5, 6 5, 6 6, 5 5), (5.5 5.2, 5.7 5.2, 5.7 5.3, 5.5 5.2)))");
    }

    /** One overlaps, one lies within another, one is there twice. */
    @Test
    void whatIsNoCoverageIsUnitedToo() {
        for (String other :
                List.of(
                        "((0.5 0, 2 0, 2 1, 0.5 1, 0.5 0))",
                        "((0.2 0.2, 0.4 0.2, 0.4 0.4, 0.2 0.2))",
                        SOUTH_WEST)) {
            DistrictPart overlapping =
                    part(
                            1,
                            null,
                            community("1", WEST, SOUTH_WEST),
                            community("2", WEST, other),
                            community("3", EAST, SOUTH_WEST));
            Geometry expected = multiPolygon(SOUTH_WEST).union(multiPolygon(other));
            assertSame(town(overlapping, WEST).geometry(), expected.toText());
            assertSame(district(overlapping).geometry(), expected.toText());
            assertThat(district(overlapping).geometry().isValid()).isTrue();
        }
    }

    /** The east's edge has a corner less than the west's. */
    @Test
    void edgesThatAreNotCutAlikeLeaveNoLineBetween() {
        DistrictPart uncut =
                part(
                        1,
                        null,
                        community("1", WEST, SOUTH_WEST),
                        community("2", WEST, NORTH_WEST),
                        community("3", EAST, "((1 0, 2 0, 2 2, 1 2, 1 0))"));
        assertSame(district(uncut).geometry(), "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)))");
        assertThat(district(uncut).geometry().getNumGeometries()).isEqualTo(1);
    }

    @Test
    void aCommunityOfNoKnownTownIsOfTheDistrictAlone() {
        DistrictPart strange =
                part(
                        1,
                        null,
                        community("1", WEST, SOUTH_WEST),
                        community("2", "elsewhere", NORTH_WEST));
        assertThat(strange.towns().all()).extracting(Feature::id).containsExactly(WEST);
        assertSame(district(strange).geometry(), "MULTIPOLYGON (((0 0, 1 0, 1 2, 0 2, 0 0)))");
    }

    @Test
    void withoutCommunitiesThereIsNothing() {
        DistrictPart none = part(1, null);
        assertThat(none.towns().all()).isEmpty();
        assertThat(none.districtOutline().all()).isEmpty();
    }

    @Test
    void whatIsTheSameIsMadeAndKeptOnce() {
        DistrictPart next =
                part(
                        2,
                        part,
                        community("1", WEST, SOUTH_WEST),
                        community("2", WEST, NORTH_WEST),
                        community("3", EAST, "((1 0, 3 0, 3 2, 1 2, 1 1, 1 0))"));
        assertThat((Object) town(next, WEST).geometry()).isSameAs(town(part, WEST).geometry());
        assertThat(town(next, WEST).geoJson()).isSameAs(town(part, WEST).geoJson());
        assertThat(town(next, WEST).edition()).isEqualTo(next.edition());
        assertSame(town(next, EAST).geometry(), "MULTIPOLYGON (((1 0, 3 0, 3 2, 1 2, 1 0)))");
        assertSame(district(next).geometry(), "MULTIPOLYGON (((0 0, 3 0, 3 2, 0 2, 0 0)))");

        DistrictPart renamed =
                part(
                        3,
                        next,
                        community("1", WEST, SOUTH_WEST),
                        community("2", WEST, NORTH_WEST),
                        community("9", EAST, "((1 0, 3 0, 3 2, 1 2, 1 1, 1 0))"));
        assertSame(district(renamed).geometry(), district(next).geometry().toText());
    }

    @Test
    void aCommunityThatMovesToTheOtherTownChangesBoth() {
        DistrictPart moved =
                part(
                        2,
                        part,
                        community("1", WEST, SOUTH_WEST),
                        community("2", EAST, NORTH_WEST),
                        community("3", EAST, EASTERN));
        assertSame(town(moved, WEST).geometry(), "MULTIPOLYGON (" + SOUTH_WEST + ")");
        assertSame(
                town(moved, EAST).geometry(),
                "MULTIPOLYGON (((0 1, 1 1, 1 0, 2 0, 2 2, 0 2, 0 1)))");
        assertThat((Object) district(moved).geometry()).isSameAs(district(part).geometry());
    }

    private static void assertSame(Geometry outline, String wkt) {
        assertThat(outline.symDifference(read(wkt)).getArea()).isLessThan(1e-12);
        assertThat(outline.isValid()).isTrue();
    }

    private static Feature<Outline> town(DistrictPart part, String code) {
        return part.towns().feature(code).orElseThrow();
    }

    private static Outline district(DistrictPart part) {
        return part.districtOutline().all().get(0).subject();
    }

    private static DistrictPart part(int number, DistrictPart former, Grid... communities) {
        return new DistrictPart(
                new DistrictPart.Version(HISTORY, new Edition("510999", number), Map.of()),
                new DistrictPart.Content(
                        new District("510999", "试验区"),
                        TOWNS,
                        List.of(communities),
                        List.of(),
                        List.of(),
                        null),
                former);
    }

    private static Grid community(String code, String town, String polygon) {
        return new Grid(code, Level.COMMUNITY, "社区", null, town, null, multiPolygon(polygon));
    }

    private static MultiPolygon multiPolygon(String polygon) {
        return Wgs84.FACTORY.createMultiPolygon(
                new Polygon[] {(Polygon) read("POLYGON " + polygon)});
    }

    private static Geometry read(String wkt) {
        try {
            return new WKTReader(Wgs84.FACTORY).read(wkt);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
