package org.weiwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Bulk assignment by GeoPandas, in a Python of its own that script/bench has set up. */
final class GeoPandasAssignment {
    private static final Path PYTHON = Results.FOLDER.resolve("python/bin/python");
    private static final Path PROGRAM = Path.of("src/bench/python/assign.py");
    private static final Path GRIDS = Results.FOLDER.resolve("grids.gpkg");
    private static final Path SERVICE = Results.FOLDER.resolve("data/postgres/pg_service.conf");

    private static final String QUERY =
            "SELECT level, code, parent_code, geom FROM weiwang.grid_in_force";

    private GeoPandasAssignment() {}

    /**
     * What the Python program says of itself.
     *
     * @param seconds from the opening of the input to the end of the output
     */
    record Timing(double seconds, Map<String, String> versions) {}

    /** Writes the grids in force to a file that GeoPandas reads fast; the database is running. */
    static void export() throws IOException, InterruptedException {
        Files.deleteIfExists(GRIDS);
        Program.run(
                Map.of("PGSERVICEFILE", SERVICE.toAbsolutePath().toString()),
                "ogr2ogr",
                GRIDS.toString(),
                "PG:service=weiwang",
                "-sql",
                QUERY);
    }

    /**
     * @param join how points and grids are joined: {@code sjoin} or {@code index}
     */
    static Timing run(Path in, Path out, String join) throws IOException, InterruptedException {
        Program program =
                Program.run(
                        PYTHON.toString(),
                        PROGRAM.toString(),
                        join,
                        GRIDS.toString(),
                        in.toString(),
                        out.toString());
        return Results.JSON.readValue(program.lastLine(), Timing.class);
    }
}
