package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.PublishedDistrict.WEST;
import static org.weiwang.http.Answers.assertProblem;
import static org.weiwang.http.Answers.fetch;
import static org.weiwang.http.Answers.next;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking for the past and the future while an edition is published. */
@Tag("store")
class AsOfPublishingTest {
    private static final String LOOKUP = "/api/v1/lookup?" + WEST;
    private static final String ITEMS = "/ogc/collections/micro-grids/items";
    private static final String IN_WEST_OF_EVEN = "510999001001001002";

    private ServedHistory history;

    @BeforeEach
    void serve(@TempDir Path folder) throws Exception {
        history = new ServedHistory(folder);
    }

    @AfterEach
    void stop() {
        history.close();
    }

    @Test
    void pagesOfThePastCarryOnWhateverIsPublishedAndThoseOfTodayDoNot() throws Exception {
        JsonNode past = get(ITEMS + "?limit=1&datetime=2024-01-01T00:00:00%2B08:00");
        JsonNode ofEdition = get(ITEMS + "?limit=1&edition=510999-3");
        JsonNode today = get(ITEMS + "?limit=1");
        history.publishDraft("now");
        assertThat(get(next(past)).get("features").get(0).get("properties").toString())
                .contains("510999-2", IN_WEST_OF_EVEN);
        assertThat(get(next(ofEdition)).get("features").get(0).get("properties").toString())
                .contains("510999-3", IN_WEST_OF_EVEN);
        assertThat(next(get(next(past)))).isNull();
        assertProblem(fetch(history.uri(), next(today)), 410, "begin again");
    }

    @Test
    void theFutureIsAnsweredWithWhatIsScheduled() throws Exception {
        String then = LOOKUP + "&datetime=2999-01-01";
        assertProblem(fetch(history.uri(), then), 400, "nothing is scheduled");
        history.publishDraft("2998-01-01");
        assertThat(get(then).get("edition").asText()).isEqualTo(history.draft().id());
        assertThat(get(LOOKUP).get("edition").asText()).isEqualTo("510999-3");
        assertProblem(
                fetch(history.uri(), LOOKUP + "&datetime=2997-01-01"), 400, "nothing is scheduled");
    }

    private JsonNode get(String path) throws Exception {
        return Answers.get(history.uri(), path);
    }
}
