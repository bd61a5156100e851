package org.weiwang.circle.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.weiwang.geo.file.Shape;
import org.weiwang.geo.shapefile.ShapefileReader;

class DemoNetworkTest {
    private static final Path ROADS = Path.of("shapefiles/510131/roads.shp");

    @Test
    void theRoadsOfACountyAreOneNetwork() throws Exception {
        NetworkBuilder builder = new NetworkBuilder(0.5);
        int lines = 0;
        double metres = 0;
        try (ShapefileReader file =
                ShapefileReader.open(ROADS, new ShapefileReader.Options(null, null))) {
            for (Optional<Shape> road = file.next(); road.isPresent(); road = file.next()) {
                int level = Integer.parseInt(road.get().attributes().get("层级"));
                Geometry line = file.crs().toWgs84(road.get().geometry());
                builder.add((LineString) line.getGeometryN(0), level, false);
                metres += road.get().geometry().getLength();
                lines++;
            }
        }
        BuiltNetwork built = builder.build();
        WalkNetwork network = built.network();
        double length = 0;
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            length += network.length(edge) / 1000.0;
        }
        assertThat(built.lines()).isEqualTo(lines);
        assertThat(built.zeroLength()).isZero();
        assertThat(built.islands()).hasSize(1);
        // The plane's scale is wrong by some ten-thousandths.
        assertThat(length).isCloseTo(metres, Percentage.withPercentage(0.1));
        // Bridges that were cut where they cross the road below would add edges.
        assertThat(network.edgeCount()).isEqualTo(lines - built.duplicates());
    }
}
