package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.LayerReader.items;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.weiwang.ServedDemoCounty;
import org.weiwang.geo.ServedCrs;

/** Layers in each reference system, and boxes given in each, against what PostGIS makes of them. */
@Tag("store")
class LayerSystemsTest {
    private static final String MICRO = "grid_in_force WHERE level = 'MICRO'";

    private static ServedDemoCounty county;
    private static LayerReader layers;

    @BeforeAll
    static void serve() throws Exception {
        county = ServedDemoCounty.get();
        layers = new LayerReader(county.uri(), county.database());
    }

    private enum Layer {
        MICRO_GRIDS("micro-grids", "SELECT code AS id, geom FROM " + MICRO),
        FACILITIES(
                "facilities",
                """
                SELECT district || '-' || code AS id, geom
                FROM facility JOIN data_set_in_force AS set ON set.version = facility.data_set
                """),
        ADDRESSES(
                "addresses",
                "SELECT (id >> 32) || '-' || (id & 4294967295) AS id, geom FROM address_in_force"),
        ROADS(
                "roads",
                """
                SELECT district || '-' || code AS id, geom
                FROM road JOIN data_set_in_force AS set ON set.version = road.data_set
                """);

        private final String id;
        private final String stored;

        Layer(String id, String stored) {
            this.id = id;
            this.stored = stored;
        }
    }

    @ParameterizedTest
    @EnumSource(ServedCrs.class)
    void positionsAreWhatPostgisTransformsThemTo(ServedCrs crs) throws Exception {
        for (Layer layer : Layer.values()) {
            HttpResponse<String> page =
                    Answers.fetch(county.uri(), items(layer.id, "limit=40&crs=" + crs.uri()));
            assertIsIn(crs, page);
            assertThat(distances(layer, crs, page.body(), "40"))
                    .as(layer.id)
                    .hasSize(40)
                    .allMatch(distance -> distance < tolerance(crs));
        }
    }

    @ParameterizedTest
    @EnumSource(ServedCrs.class)
    void oneFeatureIsWhereItsPageHasIt(ServedCrs crs) throws Exception {
        for (Layer layer : Layer.values()) {
            String id = layers.page(layer.id, "limit=1").at("/features/0/id").asText();
            HttpResponse<String> item =
                    Answers.fetch(
                            county.uri(),
                            LayerReader.path(
                                    "/ogc/collections/" + layer.id + "/items/" + id,
                                    "crs=" + crs.uri()));
            assertIsIn(crs, item);
            assertThat(distances(layer, crs, "{\"features\":[" + item.body() + "]}", "1"))
                    .as(layer.id)
                    .hasSize(1)
                    .allMatch(distance -> distance < tolerance(crs));
        }
    }

    @Test
    void whereNothingIsAskedForTheSystemIsNamedToo() throws Exception {
        assertIsIn(ServedCrs.CRS84, Answers.fetch(county.uri(), items("micro-grids", "limit=1")));
    }

    private static void assertIsIn(ServedCrs crs, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Crs")).contains("<" + crs.uri() + ">");
    }

    /** A millimetre, and what it is in degrees. */
    private static double tolerance(ServedCrs crs) {
        return crs.isInDegrees() ? 1e-8 : 2e-3;
    }

    /** How far each feature is from what is stored, in the system's unit. */
    private static List<Double> distances(Layer layer, ServedCrs crs, String page, String first)
            throws SQLException {
        String expected = "ST_Transform(stored.geom, %d)".formatted(crs.epsg());
        return layers
                .column(
                        """
                        SELECT ST_HausdorffDistance(
                            ST_SetSRID(%s, 0),
                            ST_SetSRID(ST_GeomFromGeoJSON(feature->>'geometry'), 0))
                        FROM json_array_elements('%s'::json->'features') AS feature
                        JOIN (%s) AS stored ON stored.id = feature->>'id'
                        LIMIT %s
                        """
                                .formatted(
                                        crs.isNorthFirst()
                                                ? "ST_FlipCoordinates(" + expected + ")"
                                                : expected,
                                        page.replace("'", "''"),
                                        layer.stored,
                                        first))
                .stream()
                .map(Double::valueOf)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(ServedCrs.class)
    void aBoxSelectsWhatPostgisSelectsInItsSystem(ServedCrs crs) throws Exception {
        double[] box = boxOfACommunity(crs);
        String asked = inOrder(crs, box, "");
        for (Layer layer : Layer.values()) {
            assertThat(layers.ids(layer.id, asked + "&limit=10000"))
                    .as(layer.id + " " + asked)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(
                            layers.column(
                                    """
                                    SELECT id FROM (%s) AS stored
                                    WHERE ST_Intersects(
                                        ST_Transform(geom, %d),
                                        ST_MakeEnvelope(%s, %s, %s, %s, %2$d))
                                    """
                                            .formatted(
                                                    layer.stored,
                                                    crs.epsg(),
                                                    box[0],
                                                    box[1],
                                                    box[2],
                                                    box[3])));
        }
        assertThat(layers.ids("micro-grids", inOrder(crs, box, ",-1e3,9e3")))
                .isEqualTo(layers.ids("micro-grids", asked));
    }

    /** West, south, east and north; rounded, so that no neighbour just touches it. */
    private static double[] boxOfACommunity(ServedCrs crs) throws SQLException {
        return layers
                .column(
                        """
                        SELECT round(unnest(ARRAY[
                            ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)])::numeric, %d)
                        FROM grid_in_force, ST_Transform(geom, %d) AS box
                        WHERE code = '510131001001'
                        """
                                .formatted(crs.isInDegrees() ? 5 : 0, crs.epsg()))
                .stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /**
     * @param heights empty, or two of them, each with a comma before it
     */
    private static String inOrder(ServedCrs crs, double[] box, String heights) {
        int first = crs.isNorthFirst() ? 1 : 0;
        String[] height = heights.isEmpty() ? new String[] {"", "", ""} : heights.split(",");
        return String.format(
                Locale.ROOT,
                "bbox-crs=%s&bbox=%s,%s%s,%s,%s%s",
                crs.uri(),
                box[first],
                box[1 - first],
                heights.isEmpty() ? "" : "," + height[1],
                box[2 + first],
                box[3 - first],
                heights.isEmpty() ? "" : "," + height[2]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bbox=103.5,-90,-170,90                     | ST_XMax(geom) >= 103.5
                    bbox=-90,103.5,90,-170&bbox-crs={4326}     | ST_XMax(geom) >= 103.5
                    bbox=-90,103.5,90,-170&bbox-crs={4490}     | ST_XMax(geom) >= 103.5
                    bbox=170,-90,103.5,90                      | ST_XMin(geom) <= 103.5
                    bbox=170,-90,-170,90                       | false
                    bbox=-180,-90,180,90                       | true
                    bbox=-180,-90,-1e4,180,90,1e4              | true
                    bbox=-1000,-1000,1000,1000                 | true
                    bbox=200,100,210,110                       | false
                    bbox=0,0,0,0                               | false
                    bbox=-1e300,-1e300,-1e299,-1e299           | false
                    bbox=103.3,30.1,103.6,30.3&bbox-crs={4490} | false
                    bbox=30.1,103.3,30.3,103.6&bbox-crs={4490} | ST_Intersects(geom, ST_MakeEnvelope(103.3, 30.1, 103.6, 30.3, 4326))
                    bbox=-2e7,-2e7,2e7,2e7&bbox-crs={3857}     | true
                    bbox=4e7,4e7,5e7,5e7&bbox-crs={3857}       | false
                    bbox=630000,3330000,640000,3340000&bbox-crs={4543} | false
                    bbox=-1e9,-1e9,1e9,1e9&bbox-crs={4544}     | true
                    bbox=1e12,1e12,2e12,2e12&bbox-crs={4507}   | false
                    """)
    void aBoxMayLieAnywhere(String asked, String condition) throws Exception {
        assertThat(layers.ids("micro-grids", asked + "&limit=10000"))
                .isEqualTo(
                        layers.column(
                                "SELECT code FROM %s AND %s ORDER BY code COLLATE \"C\""
                                        .formatted(MICRO, condition)));
        assertThat(layers.page("addresses", asked + "&limit=1").get("numberMatched").asLong())
                .isEqualTo(
                        layers.number(
                                "SELECT count(*) FROM address_in_force WHERE geom IS NOT NULL AND "
                                        + condition));
    }
}
