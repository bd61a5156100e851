package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.History;
import org.weiwang.atlas.Placement;
import org.weiwang.edition.Edition;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Responder;

/** Squares of one degree in a row, whose editions share their grids. */
class WrittenWhereaboutsTest {
    private static final UUID HISTORY = UUID.randomUUID();

    /** So many that some fall on the same place in the table. */
    private static final int COUNT = 5_000;

    private static final List<Grid> GRIDS =
            IntStream.range(0, COUNT).mapToObj(i -> grid(i)).toList();

    private final WrittenWhereabouts whereabouts = new WrittenWhereabouts();
    private final Atlas first = atlas(1, null, "微网格长");

    private static Grid grid(int number) {
        double west = number / 100.0;
        Polygon outline =
                (Polygon) Wgs84.FACTORY.toGeometry(new Envelope(west, west + 0.01, 0, 0.01));
        return new Grid(
                "510999001001001%04d".formatted(number),
                Level.MICRO,
                "第" + number + "微网格",
                null,
                "510999001001001",
                null,
                Wgs84.FACTORY.createMultiPolygon(new Polygon[] {outline}));
    }

    private static Atlas atlas(int number, Atlas former, String role) {
        DistrictPart part =
                new DistrictPart(
                        new DistrictPart.Version(HISTORY, new Edition("510999", number), Map.of()),
                        new DistrictPart.Content(
                                new District("510999", "试验区"),
                                List.of(),
                                GRIDS,
                                List.of(new Responder(GRIDS.get(0).code(), role, "", "028-0000")),
                                List.of(),
                                null),
                        former == null ? null : former.part("510999").orElseThrow());
        return new Atlas(number, new History(HISTORY, List.of()), List.of(part));
    }

    private static Placement at(Atlas atlas, int number) {
        return atlas.place(new LonLat(number / 100.0 + 0.005, 0.005));
    }

    private String asked(Placement placement) {
        return new String(whereabouts.of(placement), UTF_8);
    }

    @Test
    void isWhatWouldBeWrittenAnewWhoeverAskedBefore() {
        for (int turn = 0; turn < 2; turn++) {
            for (int number = 0; number < COUNT; number++) {
                Placement placement = at(first, number);
                assertThat(whereabouts.of(placement))
                        .isEqualTo(Whereabouts.of(placement, false).written());
            }
        }
    }

    @Test
    void isWrittenOnce() {
        assertThat(whereabouts.of(at(first, 0))).isSameAs(whereabouts.of(at(first, 0)));
    }

    @Test
    void anotherEditionOfTheSameGridIsAnother() {
        Atlas second = atlas(2, first, "微网格长");
        for (int number : new int[] {0, 1}) {
            assertThat(at(second, number).place().micro().grid())
                    .isSameAs(at(first, number).place().micro().grid());
            assertThat(asked(at(first, number))).contains("\"edition\":\"510999-1\"");
            assertThat(asked(at(second, number))).contains("\"edition\":\"510999-2\"");
        }
    }

    @Test
    void soIsTheSameEditionWithOthersWhoServe() {
        Atlas later = atlas(1, first, "楼栋长");
        assertThat(asked(at(first, 0))).contains("\"role\":\"微网格长\"");
        assertThat(asked(at(later, 0))).contains("\"role\":\"楼栋长\"");
    }

    @Test
    void neverSaysHowToReachAnyone() {
        assertThat(at(first, 0).responders().get(0).contact()).isNotNull();
        assertThat(asked(at(first, 0))).contains("微网格长").doesNotContain("028", "contact");
    }
}
