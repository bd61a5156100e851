package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.geo.Gdal;
import org.weiwang.store.postgres.ConnectionSettings;

/**
 * Whoever gives GDAL the address of {@code /ogc} has every layer, complete and in place. {@code
 * script/gis-check} does the same, and more, with QGIS and OWSLib too.
 */
@Tag("store")
class OapifTest {
    /** As {@code ogrinfo} sums up a layer that it has read. */
    private static final Pattern LAYER =
            Pattern.compile(
                    "Layer name: (\\S+)\\s.*?Feature Count: (\\d+)"
                            + "(?:\\s+Extent: \\(([-\\d.]+), ([-\\d.]+)\\) - \\(([-\\d.]+), ([-\\d.]+)\\))?",
                    Pattern.DOTALL);

    /** It prints six decimals. */
    private static final Offset<Double> PRINTED = within(1e-6);

    /**
     * @param box west, south, east and north in degrees; all 0 around nothing
     */
    private record Layer(long features, double[] box) {}

    @TempDir private Path folder;

    @Test
    void gdalReadsEveryCollectionCompletely() throws Exception {
        ServedDemoCounty county = ServedDemoCounty.get();
        county.awaitCircle();
        Map<String, Layer> stored = stored(county.database());
        Map<String, Layer> read = read(county.uri() + "/ogc");
        assertThat(read).containsOnlyKeys(stored.keySet());
        stored.forEach(
                (collection, expected) -> {
                    Layer found = read.get(collection);
                    assertThat(found.features()).as(collection).isEqualTo(expected.features());
                    assertThat(found.box()).as(collection).containsExactly(expected.box(), PRINTED);
                });
    }

    /** What GDAL says of a layer of the API may be what it was told; of the copy, what it read. */
    private Map<String, Layer> read(String url) throws Exception {
        Path copy = folder.resolve("copy.gpkg");
        Gdal.run("ogr2ogr", "-f", "GPKG", copy.toString(), "OAPIF:" + url, "-oo", "PAGE_SIZE=1000");
        Matcher layers = LAYER.matcher(Gdal.run("ogrinfo", "-so", "-al", copy.toString()));
        Map<String, Layer> read = new TreeMap<>();
        while (layers.find()) {
            read.put(layers.group(1), layer(layers.toMatchResult()));
        }
        return read;
    }

    private static Layer layer(MatchResult said) {
        double[] box = new double[4];
        if (said.group(3) != null) {
            Arrays.setAll(box, side -> Double.parseDouble(said.group(3 + side)));
        }
        return new Layer(Long.parseLong(said.group(2)), box);
    }

    private static Map<String, Layer> stored(ConnectionSettings database) throws Exception {
        Map<String, Layer> stored = new TreeMap<>();
        try (Connection connection = connect(database);
                ResultSet row =
                        connection
                                .createStatement()
                                .executeQuery(Files.readString(Path.of("src/gis/layers.sql")))) {
            while (row.next()) {
                double[] box = new double[4];
                for (int side = 0; side < 4; side++) {
                    box[side] = row.getDouble(3 + side);
                }
                stored.put(row.getString(1), new Layer(row.getLong(2), box));
            }
        }
        return stored;
    }

    private static Connection connect(ConnectionSettings database) throws SQLException {
        Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password());
        connection.createStatement().execute("SET search_path TO weiwang, public");
        return connection;
    }
}
