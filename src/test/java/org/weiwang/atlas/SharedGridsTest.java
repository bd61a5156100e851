package org.weiwang.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.edition.Edition;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Member;

/**
 * Grids in a row, of which one is lower in the next edition, and all have more households after.
 */
class SharedGridsTest {
    private static final UUID HISTORY = UUID.randomUUID();

    private static final int COUNT = 40;

    private final DistrictPart first = part(1, null, -1, 10);
    private final DistrictPart second = part(2, first, 0, 10);
    private final DistrictPart third = part(3, second, 0, 11);

    private static DistrictPart part(int number, DistrictPart former, int lower, int households) {
        List<Grid> grids =
                IntStream.range(0, COUNT)
                        .mapToObj(i -> grid(i, i == lower ? 0.5 : 1, households))
                        .toList();
        return new DistrictPart(
                new DistrictPart.Version(HISTORY, new Edition("510999", number), Map.of()),
                new DistrictPart.Content(
                        new District("510999", "试验区"),
                        List.of(),
                        grids,
                        List.of(),
                        List.of(),
                        null),
                former);
    }

    private static Grid grid(int number, double height, int households) {
        Coordinate[] ring = {
            new Coordinate(number, 0),
            new Coordinate(number + 1, 0),
            new Coordinate(number + 1, height),
            new Coordinate(number, height),
            new Coordinate(number, 0)
        };
        MultiPolygon outline =
                Wgs84.FACTORY.createMultiPolygon(new Polygon[] {Wgs84.FACTORY.createPolygon(ring)});
        return new Grid(code(number), Level.MICRO, "网格", null, "parent", households, outline);
    }

    private static String code(int number) {
        return "%03d".formatted(number);
    }

    @Test
    void whatIsTheSameIsThereOnce() {
        Feature<Grid> before = feature(first, 1);
        Feature<Grid> after = feature(second, 1);
        assertThat(after.subject()).isSameAs(before.subject());
        assertThat(after.geoJson()).isSameAs(before.geoJson());
        assertThat(after.edition()).isEqualTo(second.edition());
    }

    @Test
    void whatDiffersIsOfItsOwnEdition() {
        assertThat(feature(second, 0).geometry().getEnvelopeInternal().getMaxY()).isEqualTo(0.5);
        assertThat(feature(first, 0).geometry().getEnvelopeInternal().getMaxY()).isEqualTo(1);
        assertThat(microAt(first, 0.5, 0.75)).isEqualTo(code(0));
        assertThat(microAt(second, 0.5, 0.75)).isNull();
        assertThat(microAt(second, 5.5, 0.75)).isEqualTo(code(5));
    }

    @Test
    void ofWhatHasMoreHouseholdsTheOutlineIsThereOnce() {
        for (int number : List.of(0, 1)) {
            Feature<Grid> before = feature(second, number);
            Feature<Grid> after = feature(third, number);
            assertThat(after.subject().households()).isEqualTo(11);
            assertThat((Object) after.subject().geometry()).isSameAs(before.geometry());
            assertThat((Object) after.geometry()).isSameAs(before.geometry());
            assertThat(after.geoJson()).isSameAs(before.geoJson());
            assertThat(after.edition()).isEqualTo(third.edition());
        }
        assertThat(feature(third, 1).geoJson()).isSameAs(feature(first, 1).geoJson());
        assertThat(microAt(third, 0.5, 0.75)).isNull();
        assertThat(microAt(third, 5.5, 0.75)).isEqualTo(code(5));
    }

    @Test
    void nothingOfTheEditionBeforeStaysInMemoryWhenAllGridsHaveMoreHouseholds() {
        List<WeakReference<Object>> before = new ArrayList<>();
        DistrictPart after = after(before);
        System.gc();
        assertThat(before).hasSize(COUNT).allMatch(grid -> grid.refersTo(null));
        assertThat(microAt(after, 5.5, 0.75)).isEqualTo(code(5));
    }

    @Test
    void aLayerHasTheStampOfTheFormerAsLongAsAllIsTheSame() {
        long stamp = third.layer(Level.MICRO).stamp();
        assertThat(part(4, third, 0, 11).layer(Level.MICRO).stamp()).isEqualTo(stamp);
        assertThat(part(4, third, 0, 12).layer(Level.MICRO).stamp()).isNotEqualTo(stamp);
        assertThat(part(4, third, 1, 11).layer(Level.MICRO).stamp()).isNotEqualTo(stamp);
        assertThat(part(4, null, 0, 11).layer(Level.MICRO).stamp()).isNotEqualTo(stamp);
    }

    /** In a method of its own, so that no variable holds the part before. */
    private static DistrictPart after(List<WeakReference<Object>> before) {
        DistrictPart part = part(1, null, -1, 10);
        part.grids().grids(Level.MICRO).forEach(grid -> before.add(new WeakReference<>(grid)));
        return part(2, part, -1, 11);
    }

    /** The grids that answer are of the part itself, with its edition and its parents. */
    @Test
    void membersAreOfTheirOwnSet() {
        assertThat(second.grids().grid(code(1)).orElseThrow().set()).isSameAs(second.grids());
    }

    private static Feature<Grid> feature(DistrictPart part, int number) {
        return part.layer(Level.MICRO).feature(code(number)).orElseThrow();
    }

    private static String microAt(DistrictPart part, double lon, double lat) {
        Atlas atlas = new Atlas(1, new History(HISTORY, List.of()), List.of(part));
        Member micro = atlas.locate(new LonLat(lon, lat)).micro();
        return micro == null ? null : micro.code();
    }
}
