package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.LayerReader.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.ServedDemoCounty;

/** A set of pages brings every feature once and in order, as the database has them. */
@Tag("store")
class LayerPagesTest {
    private static final String GRIDS =
            "SELECT code FROM grid_in_force WHERE level = '%s' ORDER BY code COLLATE \"C\"";

    private static ServedDemoCounty county;
    private static LayerReader layers;

    @BeforeAll
    static void serve() throws Exception {
        county = ServedDemoCounty.get();
        layers = new LayerReader(county.uri(), county.database());
    }

    @ParameterizedTest
    @CsvSource({
        "community-grids, COMMUNITY, 1",
        "dedicated-grids, DEDICATED, 1",
        "general-grids, GENERAL, 7",
        "micro-grids, MICRO, 7",
        "micro-grids, MICRO, 1000",
        "micro-grids, MICRO, 1773",
        "micro-grids, MICRO, 1774",
        "micro-grids, MICRO, 10000"
    })
    void gridsComeInOrderOfTheirCodes(String collection, String level, int limit) throws Exception {
        assertPages(collection, limit, layers.column(GRIDS.formatted(level)));
    }

    @ParameterizedTest
    @CsvSource({"1000", "10000"})
    void addressesComeInOrderOfTheirNumbers(int limit) throws Exception {
        assertPages(
                "addresses",
                limit,
                layers.column(
                        """
                        SELECT (id >> 32) || '-' || (id & 4294967295)
                        FROM address_in_force ORDER BY id
                        """));
    }

    @ParameterizedTest
    @CsvSource({"97", "10000"})
    void roadsComeInOrderOfTheirCodes(int limit) throws Exception {
        assertPages(
                "roads",
                limit,
                layers.column(
                        """
                        SELECT district || '-' || code
                        FROM road JOIN data_set_in_force AS set ON set.version = road.data_set
                        ORDER BY district, code COLLATE "C"
                        """));
    }

    private static void assertPages(String collection, int limit, List<String> expected)
            throws Exception {
        List<JsonNode> pages = layers.pages(items(collection, "limit=" + limit));
        assertThat(LayerReader.ids(pages)).isEqualTo(expected);
        assertThat(pages).hasSize((expected.size() + limit - 1) / limit);
        for (JsonNode page : pages) {
            assertThat(page.get("numberMatched").asInt()).isEqualTo(expected.size());
            assertThat(page.get("numberReturned").asInt()).isEqualTo(page.get("features").size());
        }
        for (JsonNode page : pages.subList(0, pages.size() - 1)) {
            assertThat(page.get("features")).hasSize(limit);
        }
    }

    /** Where a client would read on for ever, or miss the rest. */
    @Test
    void aNextLinkIsWhatClientsFollow() throws Exception {
        JsonNode page = layers.page("towns", "limit=5");
        JsonNode next = link(page, "next");
        assertThat(next.get("type").asText()).isEqualTo("application/geo+json");
        assertThat(URI.create(next.get("href").asText()).isAbsolute()).isTrue();
        assertThat(link(page, "self").get("type").asText()).isEqualTo("application/geo+json");
        assertThat(link(page, "alternate").get("type").asText()).isEqualTo("text/html");
        assertThat(link(layers.page("towns", "limit=10000"), "next")).isNull();
        assertThat(link(layers.page("towns", "code=none"), "next")).isNull();
        int towns = layers.page("towns", "").get("numberMatched").asInt();
        assertThat(link(layers.page("towns", "limit=" + towns), "next")).isNull();
        assertThat(link(layers.page("towns", "limit=" + (towns - 1)), "next")).isNotNull();
    }

    private static JsonNode link(JsonNode page, String relation) {
        for (JsonNode link : page.get("links")) {
            if (link.get("rel").asText().equals(relation)) {
                return link;
            }
        }
        return null;
    }

    @Test
    void theBodyIsOfTheTypeThatItsLinksSay() throws Exception {
        HttpResponse<String> page = Answers.fetch(county.uri(), items("towns", "limit=5"));
        assertThat(page.headers().firstValue("Content-Type")).contains("application/geo+json");
    }

    @Test
    void aSelfLinkLeadsToTheSamePage() throws Exception {
        for (JsonNode page : layers.pages(items("towns", "limit=5&bbox=103,30,104,31"))) {
            assertThat(Answers.get(county.uri(), link(page, "self").get("href").asText()))
                    .isEqualTo(page);
        }
    }

    @Test
    void nextLinksKeepAllParameters() throws Exception {
        String path =
                items(
                        "micro-grids",
                        "crs={4544}&bbox=30,103,31,104&bbox-crs={4490}&datetime=../..&limit=3"
                                + "&level=MICRO&filter=name <> '甲+c d/é'&filter-lang=cql2-text");
        String next = path;
        for (int page = 0; page < 3; page++) {
            next = Answers.next(Answers.get(county.uri(), next));
            assertThat(withoutToken(next)).isEqualTo(county.uri().resolve(path).toString());
        }
    }

    private static String withoutToken(String url) {
        String[] parts = url.split("\\?", 2);
        return parts[0]
                + "?"
                + String.join(
                        "&",
                        Arrays.stream(parts[1].split("&"))
                                .filter(pair -> !pair.startsWith("token="))
                                .toList());
    }

    @Test
    void theSizeOfPagesMayChangeOnTheWay() throws Exception {
        List<String> ids = new ArrayList<>();
        JsonNode first = layers.page("micro-grids", "limit=10");
        first.get("features").forEach(feature -> ids.add(feature.get("id").asText()));
        String next = Answers.next(first).replace("limit=10", "limit=10000");
        JsonNode rest = Answers.get(county.uri(), next);
        rest.get("features").forEach(feature -> ids.add(feature.get("id").asText()));
        assertThat(ids).isEqualTo(layers.column(GRIDS.formatted("MICRO")));
    }

    @Test
    void everyPropertyIsInEveryFeature() throws Exception {
        JsonNode properties =
                Answers.get(county.uri(), "/ogc/collections/micro-grids/schema").get("properties");
        for (JsonNode feature : layers.page("micro-grids", "limit=100").get("features")) {
            List<String> names = new ArrayList<>(List.of("geometry"));
            feature.get("properties").fieldNames().forEachRemaining(names::add);
            List<String> told = new ArrayList<>();
            properties.fieldNames().forEachRemaining(told::add);
            assertThat(names).isEqualTo(told);
        }
    }
}
