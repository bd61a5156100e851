package org.weiwang.circle.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.circle.network.WayLines.Near;
import org.weiwang.geo.LonLat;

class WayLinesTest {
    private static final int FARTHEST = 200;

    private static Coordinate steps(LonLat point) {
        return new Coordinate(point.lon() * Steps.PER_DEGREE, point.lat() * Steps.PER_DEGREE);
    }

    /** A road of many points, each ten metres east of the other. */
    private static Way road(double x, double y) {
        double[] xy = new double[120];
        for (int i = 0; i < xy.length; i += 2) {
            xy[i] = x + i / 2;
            xy[i + 1] = y;
        }
        return new Way(Lines.line(xy), 0);
    }

    /** As there are homes far from all roads of a plan, and many near one of them. */
    @Test
    void ofRoadsThatAreFarApartOnlyThoseNearAPointAreMeasured() {
        WayLines lines = new WayLines(List.of(road(0, 0), road(5_000, 5_000)));
        assertThat(lines.near(steps(Lines.point(2_500, 2_500)), FARTHEST)).isEmpty();
        assertThat(lines.near(steps(Lines.point(30, 5_000)), FARTHEST)).isEmpty();
        assertThat(lines.near(steps(Lines.point(5_029.5, 5_001)), FARTHEST))
                .hasSizeBetween(40, 45)
                .allMatch(stretch -> stretch.line() == 1);
        assertThat(lines.near(steps(Lines.point(30.5, 1)), 1)).isEmpty();
        assertThat(lines.near(steps(Lines.point(30.5, 0)), 1)).hasSize(1);
    }

    /** Often two are equally near, and often the point is off them by just what it may be. */
    @Property(tries = 500)
    void theNearestOfAllIsFound(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Way> ways = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            double x = random.nextInt(100);
            double y = random.nextInt(100);
            double[] xy = {x, y, x + 1 + random.nextInt(9), y, x + 5, y + random.nextInt(9)};
            ways.add(new Way(Lines.line(xy), 0));
        }
        WayLines lines = new WayLines(ways);
        LonLat point = Lines.point(random.nextInt(110), random.nextInt(110));
        Optional<Near> endless = nearestOfAll(lines, ways.size(), point, Double.MAX_VALUE);
        double farthest =
                random.nextBoolean()
                        ? random.nextInt(FARTHEST)
                        : endless.map(Near::metres).orElse(0.0);
        assertThat(lines.nearest(point, farthest))
                .isEqualTo(nearestOfAll(lines, ways.size(), point, farthest));
    }

    private static Optional<Near> nearestOfAll(
            WayLines lines, int ways, LonLat point, double farthest) {
        Optional<Near> nearest = Optional.empty();
        for (int way = 0; way < ways; way++) {
            Coordinate place = lines.plane(way).metres(steps(point));
            for (Stretch stretch : lines.stretches(way)) {
                double metres = stretch.metres().distance(place);
                double least = nearest.map(Near::metres).orElse(Math.nextUp(farthest));
                if (metres < least) {
                    nearest = Optional.of(new Near(stretch.nearest(place), metres));
                }
            }
        }
        return nearest;
    }
}
