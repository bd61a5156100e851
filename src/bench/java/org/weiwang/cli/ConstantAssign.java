package org.weiwang.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.app.Backend;
import org.weiwang.assigning.BulkAssignment;
import org.weiwang.assigning.FileFormat;
import org.weiwang.assigning.InputOptions;
import org.weiwang.atlas.Atlas;
import org.weiwang.config.SettingsReader;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Level;
import org.weiwang.grid.Place;

/**
 * What {@code weiwang assign IN OUT} does from the start of its process, with one answer for all
 * points in place of the index's.
 */
public final class ConstantAssign {
    private ConstantAssign() {}

    public static void main(String[] args) throws Exception {
        Atlas atlas;
        try (Backend backend = new Backend(SettingsReader.read(System.getenv()))) {
            atlas = backend.atlasSource().load(List.of());
        }
        Place constant = atlas.locate(anyPoint(atlas));
        Path out = Path.of(args[1]);
        AssignmentFiles files =
                new AssignmentFiles(Path.of(args[0]), out, AssignmentFiles.rejectsOf(out));
        int workers = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            files.assign(
                    new BulkAssignment(point -> constant, atlas::find, pool, workers),
                    InputOptions.of(FileFormat.CSV),
                    (bytes, rows) -> {});
        } finally {
            pool.shutdownNow();
        }
    }

    private static LonLat anyPoint(Atlas atlas) {
        Coordinate vertex =
                atlas.parts()
                        .iterator()
                        .next()
                        .layer(Level.MICRO)
                        .all()
                        .get(0)
                        .geometry()
                        .getCoordinate();
        return new LonLat(vertex.x, vertex.y);
    }
}
