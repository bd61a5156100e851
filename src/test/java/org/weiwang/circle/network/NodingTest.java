package org.weiwang.circle.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.geom.Coordinate;

/** Random lines within some steps or metres, most of which meet several others. */
class NodingTest {
    @Property(tries = 2000)
    void someAtATimeAreCutAsAllAtOnce(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int extent = random.nextBoolean() ? 12 : 4_000;
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(30); i++) {
            lines.add(line(random, extent));
        }
        assertThat(cut(lines, 1 + random.nextInt(4)))
                .containsExactlyInAnyOrderElementsOf(cut(lines, lines.size()));
    }

    /** Mostly short, and somewhere among the others. */
    private static Line line(SplittableRandom random, int extent) {
        int reach = random.nextInt(4) == 0 ? extent : 1 + extent / 4;
        int x = random.nextInt(extent);
        int y = random.nextInt(extent);
        List<Coordinate> points = new ArrayList<>(List.of(new Coordinate(x, y)));
        int size = 2 + random.nextInt(4);
        while (points.size() < size) {
            Coordinate point =
                    new Coordinate(x + random.nextInt(reach + 1), y + random.nextInt(reach + 1));
            if (!point.equals2D(points.get(points.size() - 1))) {
                points.add(point);
            }
        }
        return new Line(points, 0, false, false);
    }

    private static List<String> cut(List<Line> lines, int most) {
        List<String> parts = new ArrayList<>();
        new Noding(lines, i -> List.of(lines.get(i)))
                .cut(most, (line, part) -> parts.add(lines.indexOf(line) + Arrays.toString(part)));
        return parts;
    }
}
