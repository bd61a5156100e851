package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weiwang.ServedDemoCounty;

/** From a feature one comes to those above and below it. */
@Tag("store")
class LayerHierarchyTest {
    private static final String MICRO = "510131001001001001";

    private static ServedDemoCounty county;
    private static LayerReader layers;

    @BeforeAll
    static void serve() throws Exception {
        county = ServedDemoCounty.get();
        layers = new LayerReader(county.uri(), county.database());
    }

    @Test
    void aGridHasAllThatIsAboveIt() throws Exception {
        JsonNode grid = item("micro-grids", MICRO);
        assertThat(ids(grid, "parent")).containsExactly("510131001001001");
        assertThat(ids(grid, "ancestors"))
                .containsExactly("510131001001001", "510131001001", "510131001", "510131");
        assertThat(ids(item("towns", "510131001"), "parent")).containsExactly("510131");
        assertThat(hrefs(item("districts", "510131"), "parent")).isEmpty();
        assertThat(hrefs(grid, "children")).isEmpty();
    }

    @Test
    void aGridHasThoseBelowIt() throws Exception {
        assertThat(children("general-grids", "510131001001001"))
                .isEqualTo(stored("level = 'MICRO' AND parent_code = '510131001001001'"));
        assertThat(children("community-grids", "510131001001"))
                .containsExactlyInAnyOrderElementsOf(
                        stored(
                                "level IN ('GENERAL', 'DEDICATED') AND parent_code = '510131001001'"));
        assertThat(children("towns", "510131001"))
                .isEqualTo(stored("level = 'COMMUNITY' AND parent_code = '510131001'"));
        assertThat(children("districts", "510131"))
                .containsExactlyElementsOf(layers.ids("towns", ""));
    }

    private static List<String> stored(String condition) throws Exception {
        List<String> codes =
                layers.column(
                        "SELECT code FROM grid_in_force WHERE %s ORDER BY code COLLATE \"C\""
                                .formatted(condition));
        assertThat(codes).isNotEmpty();
        return codes;
    }

    /** Of all features that the links lead to. */
    private static List<String> children(String collection, String id) throws Exception {
        List<String> children = new ArrayList<>();
        for (String href : hrefs(item(collection, id), "children")) {
            children.addAll(LayerReader.ids(layers.pages(href)));
        }
        return children;
    }

    private static List<String> ids(JsonNode item, String relation) throws Exception {
        List<String> ids = new ArrayList<>();
        for (String href : hrefs(item, relation)) {
            ids.add(Answers.get(county.uri(), href).get("id").asText());
        }
        return ids;
    }

    private static List<String> hrefs(JsonNode item, String relation) {
        List<String> hrefs = new ArrayList<>();
        for (JsonNode link : item.get("links")) {
            if (link.get("rel").asText().equals(relation)) {
                assertThat(link.get("type").asText()).isEqualTo("application/geo+json");
                hrefs.add(link.get("href").asText());
            }
        }
        return hrefs;
    }

    private static JsonNode item(String collection, String id) throws Exception {
        return Answers.get(county.uri(), "/ogc/collections/" + collection + "/items/" + id);
    }
}
