package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.LayerReader.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments and intervals select the editions that were in force, as {@link ServedHistory} tells. */
@Tag("store")
class LayerPastTest {
    private static ServedHistory history;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        history = new ServedHistory(folder);
    }

    @AfterAll
    static void stop() {
        history.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-06-01, 510999-1",
        "2023-01-01, 510999-1",
        "2022-12-31T16:00:00Z, 510999-1",
        "2022-12-31T15:59:59Z, ''",
        "2023-12-31T23:59:59.999+08:00, 510999-1",
        "2024-01-01T00:00:00+08:00, 510999-2",
        "2024-01-01T, 510999-2",
        "2024-01-01T00:00:00, 510999-2",
        "2025-01-01, 510999-3",
        "2022-01-01/2022-12-31, ''",
        "2022-01-01/2023-01-01, 510999-1",
        "2023-01-01/2023-06-30, 510999-1",
        "2023-06-30/2023-12-31, 510999-1",
        "2023-01-01/2024-06-30, 510999-2",
        "2024-01-01T/2024-12-31T, 510999-2",
        "2024-02-01/2024-02-01, 510999-2",
        "2024-01-01T00:00:00/2024-12-31T23:59:59, 510999-2",
        "../2023-12-31, 510999-1",
        "/2023-12-31, 510999-1",
        "../2023-12-31T16:00:00Z, 510999-2",
        "../2022-12-31T15:59:59.999Z, ''",
        "0000-01-01T00:00:00Z/2024-06-01T00:00:00Z, 510999-2",
        "2023-06-01/.., 510999-3",
        "2023-06-01/, 510999-3",
        "2023-06-01/2999-12-31, 510999-3",
        "2024-06-01T00:00:00Z/9999-12-31T23:59:59Z, 510999-3",
        "2999-01-01, 510999-3",
        "9999-12-31T23:59:59Z, 510999-3",
        "2999-01-01/2999-12-31, 510999-3",
        "2999-01-01/.., 510999-3",
        "../.., 510999-3",
        "/, 510999-3",
        "0000-01-01T00:00:00Z/9999-12-31T23:59:59Z, 510999-3"
    })
    void theEditionThatWasInForceLastIsShown(String datetime, String edition) throws Exception {
        for (String collection : Set.of("micro-grids", "community-grids", "towns", "districts")) {
            assertThat(editions(collection, "datetime=" + datetime))
                    .as(collection)
                    .isEqualTo(edition.isEmpty() ? Set.of() : Set.of(edition));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"510999-1", "510999-2", "510999-3"})
    void anEditionIsShownByItsName(String edition) throws Exception {
        assertThat(editions("micro-grids", "edition=" + edition)).containsExactly(edition);
        assertThat(editions("districts", "edition=" + edition)).containsExactly(edition);
    }

    private static Set<String> editions(String collection, String asked) throws Exception {
        JsonNode page = Answers.get(history.uri(), items(collection, asked));
        assertThat(page.get("numberMatched").asInt()).isEqualTo(page.get("features").size());
        Set<String> editions = new TreeSet<>();
        page.get("features")
                .forEach(feature -> editions.add(feature.at("/properties/edition").asText()));
        return editions;
    }

    @Test
    void whatHasNoPastIsShownWhateverTheTime() throws Exception {
        for (String collection : Set.of("facilities", "roads", "addresses", "outside-addresses")) {
            JsonNode now = Answers.get(history.uri(), items(collection, ""));
            for (String datetime : Set.of("2000-01-01", "../2022-01-01", "2024-01-01/2024-02-01")) {
                assertThat(
                                Answers.get(
                                                history.uri(),
                                                items(collection, "datetime=" + datetime))
                                        .get("features"))
                        .as(collection)
                        .isEqualTo(now.get("features"));
            }
        }
        assertThat(Answers.get(history.uri(), items("addresses", "")).get("features")).isNotEmpty();
    }

    @Test
    void linksOfAFeatureOfThePastLeadToThoseOfThen() throws Exception {
        String path = "/ogc/collections/micro-grids/items/510999001001001001?edition=510999-2";
        for (JsonNode link : Answers.get(history.uri(), path).get("links")) {
            if (link.get("rel").asText().equals("parent")) {
                assertThat(
                                Answers.get(history.uri(), link.get("href").asText())
                                        .at("/properties/edition")
                                        .asText())
                        .isEqualTo("510999-2");
                return;
            }
        }
        throw new AssertionError("no parent");
    }
}
