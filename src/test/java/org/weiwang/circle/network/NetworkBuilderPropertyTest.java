package org.weiwang.circle.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.weiwang.geo.Wgs84;

/**
 * Random lines of one level, many over one another, against JTS' union of them: of them in steps,
 * as in degrees a crossing just between two steps is rounded to either, by chance, and where lines
 * meet at a sharp angle that changes how long they are one.
 */
class NetworkBuilderPropertyTest {
    @Property(tries = 300)
    void theEdgesAreTheUnionOfTheLines(@ForAll long seed) {
        assertAreTheUnion(seed);
    }

    /** Two lines cross just between two steps. */
    @Test
    void theyAreWhereACrossingIsRoundedEitherWay() {
        assertAreTheUnion(5203652235341978689L);
    }

    private static void assertAreTheUnion(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NetworkBuilder builder = new NetworkBuilder(0);
        List<LineString> lines = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(15); i++) {
            double[] xy = new double[4 + 2 * random.nextInt(4)];
            for (int k = 0; k < xy.length; k++) {
                xy[k] = random.nextInt(12);
            }
            LineString line = Lines.line(xy);
            builder.add(line, 0, false);
            if (line.getLength() > 0) {
                lines.add(inSteps(line));
            }
        }
        BuiltNetwork built = builder.build();
        Geometry all = Wgs84.FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
        Geometry union = UnaryUnionNG.union(all, new PrecisionModel(1));
        assertThat(length(built.network())).isCloseTo(union.getLength(), Offset.offset(1e-6));
        int pieces = built.islands().stream().mapToInt(Island::edges).sum();
        assertThat(pieces).isEqualTo(built.network().edgeCount());
        assertThat(built.islands()).hasSize(pieces(union));
    }

    private static LineString inSteps(LineString line) {
        Coordinate[] points = line.copy().getCoordinates();
        for (Coordinate point : points) {
            point.setX(Steps.of(point.x));
            point.setY(Steps.of(point.y));
        }
        return Wgs84.FACTORY.createLineString(points);
    }

    private static double length(WalkNetwork network) {
        double length = 0;
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            for (int p = network.firstPoint[edge]; p < network.firstPoint[edge + 1] - 1; p++) {
                length += point(network, p).distance(point(network, p + 1));
            }
        }
        return length;
    }

    private static Coordinate point(WalkNetwork network, int number) {
        return new Coordinate(network.points[2 * number], network.points[2 * number + 1]);
    }

    /** What hangs together, a little widened, is one polygon. */
    private static int pieces(Geometry union) {
        return union.isEmpty() ? 0 : union.buffer(1).getNumGeometries();
    }
}
