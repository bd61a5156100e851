package org.weiwang.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Feature;
import org.weiwang.geo.Bbox;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/**
 * Makes a CSV file of addresses in the districts of an atlas: id, text, longitude and latitude in
 * WGS 84 with 7 decimals, about 75 bytes a row. The same seed makes the same file. The column of
 * the text is called {@code place}, so that it is carried along and not looked up.
 *
 * <p>Of each 1,000 rows about 970 lie near a random corner of a random micro grid, 10 on one
 * exactly, 10 anywhere in the box around a district, and 10 have no position. A corner lies on the
 * lattice of stored positions, so that it is written with all its decimals.
 */
public final class AddressFile {
    /** About 50 metres, in degrees. */
    private static final double NEAR = 5e-4;

    private static final long UNITS = 10_000_000;
    private static final int CHUNK = 1 << 20;

    private final List<DistrictPart> parts;
    private final List<List<Feature<Grid>>> micros;
    private final SplittableRandom random;
    private final StringBuilder rows = new StringBuilder();

    private AddressFile(Atlas atlas, long seed) {
        this.parts = List.copyOf(atlas.parts());
        this.micros = parts.stream().map(part -> part.layer(Level.MICRO).all()).toList();
        this.random = new SplittableRandom(seed);
    }

    /** Writes the file anew. */
    public static void write(Path file, Atlas atlas, long count, long seed) throws IOException {
        new AddressFile(atlas, seed).write(file, count);
    }

    private void write(Path file, long count) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            rows.append("id,place,lon,lat\n");
            for (long id = 1; id <= count; id++) {
                append(id);
                if (rows.length() > CHUNK || id == count) {
                    out.write(rows.toString().getBytes(UTF_8));
                    rows.setLength(0);
                }
            }
        }
    }

    private void append(long id) {
        int chosen = random.nextInt(parts.size());
        DistrictPart part = parts.get(chosen);
        Grid grid = micros.get(chosen).get(random.nextInt(micros.get(chosen).size())).subject();
        rows.append(id).append(',');
        rows.append(grid.name()).append(1 + random.nextInt(40)).append("栋");
        rows.append(1 + random.nextInt(6)).append("单元");
        rows.append(100 * (1 + random.nextInt(18)) + 1 + random.nextInt(4)).append("号,");
        int kind = random.nextInt(100);
        if (kind == 0) {
            rows.append(",\n");
            return;
        }
        if (kind == 1) {
            Bbox box = part.bbox();
            position(
                    random.nextDouble(box.west(), box.east()),
                    random.nextDouble(box.south(), box.north()));
            return;
        }
        Coordinate[] corners = grid.geometry().getCoordinates();
        Coordinate corner = corners[random.nextInt(corners.length)];
        if (kind == 2) {
            rows.append(corner.x).append(',').append(corner.y).append('\n');
            return;
        }
        position(
                corner.x + random.nextDouble(-NEAR, NEAR),
                corner.y + random.nextDouble(-NEAR, NEAR));
    }

    private void position(double lon, double lat) {
        fixed(lon);
        rows.append(',');
        fixed(lat);
        rows.append('\n');
    }

    /** With 7 decimals; a number above 0. */
    private void fixed(double degrees) {
        long units = Math.round(degrees * UNITS);
        rows.append(units / UNITS).append('.');
        rows.append(Long.toString(UNITS + units % UNITS), 1, 8);
    }
}
