package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.ServedDemoCounty;
import org.weiwang.geo.ServedCrs;

/** What the documents tell of the layers, as clients and the OGC's suite read it. */
@Tag("store")
class LayerDocumentsTest {
    private static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    private static ServedDemoCounty county;
    private static LayerReader layers;

    @BeforeAll
    static void serve() throws Exception {
        county = ServedDemoCounty.get();
        layers = new LayerReader(county.uri(), county.database());
    }

    @Test
    void theLandingPageLinksWhatClientsLookFor() throws Exception {
        Map<String, String> types = new LinkedHashMap<>();
        for (JsonNode link : get("/ogc").get("links")) {
            types.put(link.get("rel").asText(), link.get("type").asText());
            HttpResponse<String> there =
                    Answers.ask(
                            county.uri(),
                            "GET",
                            link.get("href").asText(),
                            "Accept",
                            link.get("type").asText());
            assertThat(there.statusCode()).as(link.toString()).isEqualTo(200);
            assertThat(there.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                    .startsWith(link.get("type").asText());
        }
        assertThat(types)
                .containsEntry("self", "application/json")
                .containsEntry("alternate", "text/html")
                .containsEntry("service-desc", OPEN_API)
                .containsEntry("service-doc", "text/html")
                .containsEntry("conformance", "application/json")
                .containsEntry("data", "application/json");
    }

    @Test
    void documentsAreJsonUnlessSomethingElseIsAskedFor() throws Exception {
        for (String path : List.of("/ogc", "/ogc/conformance", "/ogc/collections")) {
            for (String accept : List.of("*/*", "application/json", "image/png", "text/*;q=0.1")) {
                assertThat(type(path, "Accept", accept)).isEqualTo("application/json");
            }
            assertThat(type(path)).isEqualTo("application/json");
            assertThat(type(path, "Accept", "text/html")).startsWith("text/html");
            assertThat(type(path + "?f=html")).startsWith("text/html");
            assertThat(type(path + "?f=json", "Accept", "text/html")).isEqualTo("application/json");
        }
    }

    private static String type(String path, String... headers) throws Exception {
        HttpResponse<String> answer = Answers.ask(county.uri(), "GET", path, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Content-Type").orElse(null);
    }

    @Test
    void conformanceNamesEachClassOnce() throws Exception {
        List<String> classes = new ArrayList<>();
        get("/ogc/conformance").get("conformsTo").forEach(each -> classes.add(each.asText()));
        assertThat(classes)
                .doesNotHaveDuplicates()
                .contains(
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
                        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
                        "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
                        "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
                        "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas");
    }

    /** What GDAL, QGIS and the suite read from it; without any of these one of them fails. */
    @Test
    void theApiDefinitionHasWhatClientsRead() throws Exception {
        JsonNode api = get("/ogc/api");
        assertThat(api.get("openapi").asText()).startsWith("3.0.");
        assertThat(api.at("/servers/0/url").asText()).isEqualTo(county.uri() + "/ogc");
        JsonNode limit = api.at("/components/parameters/limit/schema");
        assertThat(limit.get("minimum").asInt()).isEqualTo(1);
        assertThat(limit.get("default").asInt()).isEqualTo(1_000);
        assertThat(limit.get("maximum").asInt()).isEqualTo(10_000);
        JsonNode bbox = api.at("/components/parameters/bbox/schema");
        assertThat(bbox.get("minItems").asInt()).isEqualTo(4);
        assertThat(bbox.get("maxItems").asInt()).isEqualTo(6);
        assertThat(bbox.at("/items/type").asText()).isEqualTo("number");
        assertThat(api.at("/components/parameters/datetime/schema/type").asText())
                .isEqualTo("string");
        assertThat(texts(api.at("/components/parameters/filter-lang/schema/enum")))
                .containsExactly("cql2-text", "cql2-json");
        assertThat(texts(api.at("/components/parameters/crs/schema/enum")))
                .containsExactlyElementsOf(systems());
        Set<String> operations = new HashSet<>();
        for (JsonNode path : api.get("paths")) {
            JsonNode get = path.get("get");
            assertThat(operations.add(get.get("operationId").asText())).isTrue();
            assertThat(get.at("/responses/200/content")).isNotEmpty();
        }
        for (String collection : collections()) {
            assertThat(api.get("paths").has("/collections/" + collection)).isTrue();
            JsonNode items = api.get("paths").get("/collections/" + collection + "/items");
            List<String> names = new ArrayList<>();
            for (JsonNode parameter : items.at("/get/parameters")) {
                JsonNode resolved = resolved(api, parameter);
                names.add(resolved.get("name").asText());
                assertThat(resolved.get("in").asText()).isEqualTo("query");
                assertThat(resolved.get("style").asText()).isEqualTo("form");
                assertThat(resolved.get("explode").asBoolean(true)).isFalse();
                assertThat(resolved.get("required").asBoolean(true)).isFalse();
                assertThat(resolved.at("/schema/type").isTextual()).isTrue();
            }
            assertThat(names)
                    .as(collection)
                    .doesNotHaveDuplicates()
                    .contains(
                            "bbox", "limit", "datetime", "crs", "bbox-crs", "filter", "token", "f")
                    .containsAll(properties(collection, "queryables"));
        }
    }

    /** Local references only: the parser that clients use looks nowhere else. */
    private static JsonNode resolved(JsonNode api, JsonNode parameter) {
        JsonNode reference = parameter.get("$ref");
        if (reference == null) {
            return parameter;
        }
        assertThat(reference.asText()).startsWith("#/");
        JsonNode resolved = api.at(reference.asText().substring(1));
        assertThat(resolved.isMissingNode()).as(reference.asText()).isFalse();
        return resolved;
    }

    @Test
    void everyParameterThatIsDefinedIsTaken() throws Exception {
        JsonNode api = get("/ogc/api");
        Map<String, String> values =
                Map.of(
                        "bbox", "103,30,104,31",
                        "bbox-crs", CRS84,
                        "crs", CRS84,
                        "limit", "1",
                        "datetime", "../..",
                        "filter", "TRUE",
                        "filter-lang", "cql2-text",
                        "filter-crs", CRS84,
                        "f", "json",
                        "lang", "en");
        for (String collection : collections()) {
            if (collection.startsWith("circle-")) {
                continue; // Their figures take long in coming.
            }
            String path = "/collections/" + collection + "/items";
            for (JsonNode parameter : api.at("/paths").get(path).at("/get/parameters")) {
                JsonNode resolved = resolved(api, parameter);
                String name = resolved.get("name").asText();
                String value =
                        switch (resolved.at("/schema/type").asText()) {
                            case "integer", "number" -> "1";
                            case "boolean" -> "true";
                            default -> values.getOrDefault(name, "510131-1");
                        };
                if (!name.equals("token")) {
                    String asked = name + "=" + values.getOrDefault(name, value);
                    HttpResponse<String> answer =
                            Answers.fetch(
                                    county.uri(),
                                    LayerReader.path("/ogc" + path, asked + limited(name)));
                    assertThat(answer.statusCode()).as(collection + "?" + asked).isEqualTo(200);
                }
            }
        }
    }

    private static String limited(String name) {
        return name.equals("limit") ? "" : "&limit=1";
    }

    @Test
    void collectionsAreToldAloneAsAmongAll() throws Exception {
        JsonNode all = get("/ogc/collections");
        assertThat(texts(all.get("crs"))).containsExactlyElementsOf(systems());
        for (JsonNode collection : all.get("collections")) {
            String id = collection.get("id").asText();
            assertThat(get("/ogc/collections/" + id)).as(id).isEqualTo(collection);
            assertThat(texts(collection.get("crs"))).containsExactlyElementsOf(systems());
            assertThat(collection.get("storageCrs").asText()).isEqualTo(CRS84);
            assertThat(collection.get("itemType").asText()).isEqualTo("feature");
            assertThat(collection.get("title").asText()).isNotBlank();
            assertThat(collection.get("description").asText()).isNotBlank();
            assertThat(link(collection, "items", "application/geo+json"))
                    .isEqualTo(county.uri() + "/ogc/collections/" + id + "/items");
            assertThat(link(collection, "self", "application/json")).isNotNull();
            assertThat(link(collection, "alternate", "text/html")).isNotNull();
            for (String type :
                    List.of(
                            "application/flatgeobuf",
                            "text/csv",
                            "application/geopackage+sqlite3",
                            "application/zip")) {
                assertThat(link(collection, "items", type)).as(type).contains("?f=");
            }
        }
    }

    private static String link(JsonNode document, String relation, String type) {
        for (JsonNode link : document.get("links")) {
            if (link.get("rel").asText().equals(relation)
                    && link.get("type").asText().startsWith(type)) {
                return link.get("href").asText();
            }
        }
        return null;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    micro-grids       | grid_in_force WHERE level = 'MICRO'
                    general-grids     | grid_in_force WHERE level = 'GENERAL'
                    community-grids   | grid_in_force WHERE level = 'COMMUNITY'
                    dedicated-grids   | grid_in_force WHERE level = 'DEDICATED'
                    addresses         | address_in_force
                    outside-addresses | address_in_force WHERE outcome = 'OUTSIDE'
                    facilities        | facility JOIN data_set_in_force AS s ON s.version = facility.data_set
                    circle-micro      | grid_in_force WHERE level = 'MICRO'
                    roads             | road JOIN data_set_in_force AS s ON s.version = road.data_set
                    """)
    void countsAndBoxesAreThoseOfTheDatabase(String collection, String stored) throws Exception {
        JsonNode document = get("/ogc/collections/" + collection);
        assertThat(document.get("itemCount").asLong())
                .isEqualTo(layers.number("SELECT count(*) FROM " + stored));
        List<String> box =
                layers.column(
                        """
                        SELECT unnest(ARRAY[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)])
                        FROM (SELECT ST_Extent(geom) AS box FROM %s) AS whole WHERE box IS NOT NULL
                        """
                                .formatted(stored));
        JsonNode told = document.at("/extent/spatial/bbox/0");
        if (box.isEmpty()) {
            assertThat(told.isMissingNode()).isTrue();
            return;
        }
        assertThat(told).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(told.get(i).asDouble())
                    .isCloseTo(Double.parseDouble(box.get(i)), within(1e-9));
        }
    }

    @Test
    void layersAreListedWhileTheLivingCircleIsBeingMade() throws Exception {
        try (TestServer server =
                new TestServer(Exposure.loopback(), Optional.empty(), county.database())) {
            server.startBeforeCircles();
            JsonNode listed = Answers.get(server.uri(), "/ogc/collections").get("collections");
            assertThat(listed).hasSize(collections().size());
            assertThat(
                            Answers.get(server.uri(), "/ogc/collections/circle-micro")
                                    .get("itemCount")
                                    .asInt())
                    .isEqualTo(1774);
            Answers.assertProblem(
                    server.get("/ogc/collections/circle-micro/items"),
                    503,
                    "The living circle is being made");
        }
    }

    @Test
    void gridsSayFromWhenOn() throws Exception {
        JsonNode interval = get("/ogc/collections/micro-grids").at("/extent/temporal/interval/0");
        assertThat(interval).hasSize(2);
        assertThat(Instant.parse(interval.get(0).asText()))
                .isEqualTo(
                        Instant.parse(
                                layers.column(
                                                """
                                                SELECT to_char(
                                                    min(effective_from) AT TIME ZONE 'UTC',
                                                    'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                                                FROM publication
                                                """)
                                        .get(0)));
        assertThat(interval.get(1).isNull()).isTrue();
        assertThat(get("/ogc/collections/roads").at("/extent/temporal").isMissingNode()).isTrue();
    }

    @Test
    void aSchemaSaysWhatFeaturesAreLike() throws Exception {
        for (String collection : collections()) {
            for (String kind : List.of("schema", "queryables")) {
                String path = "/ogc/collections/" + collection + "/" + kind;
                assertThat(type(path)).isEqualTo("application/schema+json");
                JsonNode schema = get(path);
                assertThat(schema.get("$id").asText()).isEqualTo(county.uri() + path);
                assertThat(schema.get("type").asText()).isEqualTo("object");
                JsonNode geometry = schema.at("/properties/geometry");
                assertThat(geometry.get("x-ogc-role").asText()).isEqualTo("primary-geometry");
                assertThat(geometry.get("format").asText())
                        .isIn(
                                "geometry-multipolygon",
                                "geometry-point",
                                "geometry-multilinestring");
                assertThat(geometry.get("$ref").asText()).startsWith("https://geojson.org/schema/");
                Set<Integer> places = new HashSet<>();
                schema.get("properties")
                        .forEach(each -> places.add(each.get("x-ogc-propertySeq").asInt()));
                assertThat(places).hasSize(schema.get("properties").size());
            }
            assertThat(properties(collection, "schema"))
                    .isEqualTo(properties(collection, "queryables"));
        }
    }

    @Test
    void featuresAreAsTheirSchemaSays() throws Exception {
        for (String collection : collections()) {
            if (collection.startsWith("circle-")) {
                continue; // Their figures take long in coming.
            }
            JsonNode schema = get("/ogc/collections/" + collection + "/schema").get("properties");
            String geometry = schema.at("/geometry/format").asText().replace("geometry-", "");
            for (JsonNode feature : layers.page(collection, "limit=50").get("features")) {
                assertThat(feature.at("/geometry/type").asText()).isEqualToIgnoringCase(geometry);
                for (Map.Entry<String, JsonNode> value : feature.get("properties").properties()) {
                    assertThat(isOf(schema.get(value.getKey()), value.getValue()))
                            .as(collection + " " + value)
                            .isTrue();
                }
            }
        }
    }

    private static boolean isOf(JsonNode schema, JsonNode value) {
        boolean isListed =
                schema.path("enum").isMissingNode()
                        || texts(schema.get("enum")).contains(value.asText());
        return value.isNull()
                || isListed
                        && switch (schema.get("type").asText()) {
                            case "string" -> value.isTextual();
                            case "integer" -> value.isIntegralNumber();
                            case "number" -> value.isFloatingPointNumber();
                            case "boolean" -> value.isBoolean();
                            default -> false;
                        };
    }

    private static List<String> properties(String collection, String kind) throws Exception {
        List<String> names = new ArrayList<>();
        get("/ogc/collections/" + collection + "/" + kind)
                .get("properties")
                .fieldNames()
                .forEachRemaining(names::add);
        names.remove("geometry");
        return names;
    }

    private static List<String> collections() throws Exception {
        return get("/ogc/collections").findValuesAsText("id");
    }

    private static List<String> systems() {
        return Arrays.stream(ServedCrs.values()).map(ServedCrs::uri).toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static JsonNode get(String path) throws Exception {
        return Answers.get(county.uri(), path);
    }
}
