package org.weiwang.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.file.Shape;
import org.weiwang.geo.shapefile.ShapefileReader;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** The grids in the files of a demo county, as an import stores them. */
public final class HandedOverGrids {
    private HandedOverGrids() {}

    public static List<Grid> read(Path folder) throws IOException, CrsException {
        List<Grid> grids = new ArrayList<>();
        for (Level level : Level.values()) {
            String name = level.name().toLowerCase(Locale.ROOT) + "-grids.shp";
            ShapefileReader.Options known = new ShapefileReader.Options(null, null);
            try (ShapefileReader reader = ShapefileReader.open(folder.resolve(name), known)) {
                Optional<Shape> shape = reader.next();
                while (shape.isPresent()) {
                    MultiPolygon stored =
                            Lattice.snap(
                                    (MultiPolygon) reader.crs().toWgs84(shape.get().geometry()));
                    grids.add(grid(level, shape.get().attributes(), stored));
                    shape = reader.next();
                }
            }
        }
        return grids;
    }

    private static Grid grid(Level level, Map<String, String> row, MultiPolygon stored) {
        String households = row.getOrDefault("户数", "");
        return new Grid(
                row.get("网格代码"),
                level,
                row.get("网格名称"),
                row.get("类型"),
                row.get(level == Level.COMMUNITY ? "乡镇代码" : "上级代码"),
                households.isEmpty() ? null : Integer.valueOf(households),
                stored);
    }
}
