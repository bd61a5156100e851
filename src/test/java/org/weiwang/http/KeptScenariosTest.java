package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.Answers.assertProblem;
import static org.weiwang.http.KeptVillage.PATH;
import static org.weiwang.http.KeptVillage.at;
import static org.weiwang.http.KeptVillage.document;
import static org.weiwang.http.KeptVillage.facility;
import static org.weiwang.http.KeptVillage.named;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.access.Role;

/** Scenarios from being kept to being deleted. */
@Tag("store")
class KeptScenariosTest {
    private static final String CLOSING = "\"closed\":[\"510999-S\"]";
    private static final int AT_ONCE = 8;

    @TempDir private static Path data;
    @TempDir private static Path folder;
    private static KeptVillage village;

    @BeforeAll
    static void start() throws Exception {
        village = new KeptVillage(data, folder);
    }

    @AfterEach
    void clear() throws Exception {
        village.clear();
    }

    @AfterAll
    static void stop() {
        village.close();
    }

    @Test
    void isKeptAsItWasGiven() throws Exception {
        String added = facility("幼儿园", 1.8, 0.5);
        String moved = "{\"facility\":\"510999-S\",%s}".formatted(at(0.5, 0.7));
        String road = "{\"points\":[{%s},{%s}],\"level\":1}".formatted(at(0, 0), at(1, 1));
        HttpResponse<String> answer =
                village.send(
                        "POST",
                        "?profile=elderly&rule=time",
                        named(
                                " 东扩 🏫 ",
                                "\"note\":\"一\\n二\",\"added\":[%s],\"moved\":[%s],\"roads\":[%s],\"closed\":null"
                                        .formatted(added, moved, road)));
        JsonNode kept = document(answer, 201);
        String path = PATH + "/" + kept.get("id").asLong();
        assertThat(answer.headers().firstValue("Location")).contains(path);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store, private");
        assertThat(kept.get("name").asText()).isEqualTo("东扩 🏫");
        assertThat(kept.get("note").asText()).isEqualTo("一\n二");
        assertThat(kept.get("standard").asText()).isEqualTo("gb50180");
        assertThat(kept.get("profile").asText()).isEqualTo("elderly");
        assertThat(kept.get("rule").asText()).isEqualTo("TIME");
        assertThat(kept.get("createdBy").asText()).isEqualTo("planner");
        assertThat(Instant.parse(kept.get("createdAt").asText())).isBefore(Instant.now());
        assertThat(kept.get("changedAt")).isEqualTo(kept.get("createdAt"));
        assertThat(kept.get("plan").toString())
                .isEqualTo(
                        "{\"added\":[%s],\"moved\":[%s],\"closed\":[],\"roads\":[%s]}"
                                .formatted(added, moved, road));
        assertThat(village.get("/" + kept.get("id"))).isEqualTo(kept);
        JsonNode listed = village.get("").get("scenarios");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).toString())
                .isEqualTo(
                        kept.toString()
                                .replaceFirst(
                                        "\"plan\":.*",
                                        "\"added\":1,\"moved\":1,\"closed\":0,\"roads\":1}"));
    }

    @Test
    void theOneChangedLastComesFirst() throws Exception {
        JsonNode first = village.keep("甲", "");
        village.keep("乙", CLOSING);
        assertThat(names()).containsExactly("乙", "甲");
        document(village.replace(first, "甲", CLOSING), 200);
        assertThat(names()).containsExactly("甲", "乙");
    }

    @Test
    void anotherTakesItsPlaceOnceItWasRead() throws Exception {
        JsonNode kept = village.keep("甲", CLOSING);
        JsonNode replaced =
                document(
                        Answers.send(
                                village.uri(),
                                "PUT",
                                PATH + "/" + kept.get("id") + "?standard=tdt1062",
                                Role.PUBLISHER,
                                "{\"name\":\"乙\",\"replaces\":%s}"
                                        .formatted(kept.get("changedAt"))),
                        200);
        assertThat(replaced.get("id")).isEqualTo(kept.get("id"));
        assertThat(replaced.get("name").asText()).isEqualTo("乙");
        assertThat(replaced.get("standard").asText()).isEqualTo("tdt1062");
        assertThat(replaced.get("plan").get("closed")).isEmpty();
        assertThat(replaced.get("createdBy").asText()).isEqualTo("planner");
        assertThat(replaced.get("createdAt")).isEqualTo(kept.get("createdAt"));
        assertThat(replaced.get("changedBy").asText()).isEqualTo("publisher");
        assertProblem(
                village.replace(kept, "丙", ""),
                409,
                "publisher changed scenario %s at %s; read it again"
                        .formatted(kept.get("id"), replaced.get("changedAt").asText()));
        assertProblem(village.delete(kept), 409, "read it again");
        assertThat(village.get("/" + kept.get("id"))).isEqualTo(replaced);
    }

    @Test
    void whatIsDeletedIsGone() throws Exception {
        JsonNode kept = village.keep("甲", "");
        HttpResponse<String> deleted = village.delete(kept);
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        String gone = "there is no scenario " + kept.get("id");
        assertProblem(village.send("GET", "/" + kept.get("id"), ""), 404, gone);
        assertProblem(village.replace(kept, "甲", ""), 404, gone);
        assertProblem(village.delete(kept), 404, gone);
        assertThat(names()).isEmpty();
        assertThat(village.keep("甲", "").get("id")).isNotEqualTo(kept.get("id"));
    }

    @Test
    void aNameIsThatOfOne() throws Exception {
        JsonNode first = village.keep("甲", "");
        JsonNode second = village.keep("乙", "");
        for (HttpResponse<String> refused :
                List.of(
                        village.send("POST", "", named("甲 ", CLOSING)),
                        village.replace(second, "甲", ""))) {
            assertProblem(
                    refused,
                    409,
                    "scenario %s has the name \"甲\" already".formatted(first.get("id")));
            assertThat(refused.body())
                    .contains("urn:weiwang:problem:name-taken")
                    .contains("\"scenario\":" + first.get("id"));
        }
        document(village.replace(second, "乙", CLOSING), 200);
    }

    @Test
    void ofThoseWhoReplaceTheSameOneDoes() throws Exception {
        JsonNode kept = village.keep("甲", "");
        List<HttpResponse<String>> answers = atOnce(i -> village.replace(kept, "甲" + i, ""));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(AT_ONCE - 1);
    }

    @Test
    void ofThoseWhoGiveTheSameNameOneDoes() throws Exception {
        List<HttpResponse<String>> answers =
                atOnce(i -> village.send("POST", "", named("甲", "\"note\":\"%d\"".formatted(i))));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.body().contains("name-taken")))
                .hasSize(AT_ONCE - 1);
        assertThat(names()).containsExactly("甲");
    }

    @Test
    void noMoreThanAThousandAreKept() throws Exception {
        village.execute(
                """
                INSERT INTO weiwang.circle_scenario (
                    name, note, standard, profile, rule, plan,
                    created_by, created_at, changed_by, changed_at)
                SELECT n, '', 'gb50180', 'adult', 'TIME',
                    '{"added":[],"moved":[],"closed":[],"roads":[]}', '', now(), '', now()
                FROM generate_series(1, 997) AS n
                """);
        List<HttpResponse<String>> answers =
                atOnce(i -> village.send("POST", "", named("甲" + i, "")));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(3);
        HttpResponse<String> refused = village.send("POST", "", named("甲", ""));
        assertProblem(refused, 409, "1000 scenarios are kept already");
        assertThat(refused.body()).contains("urn:weiwang:problem:too-many-scenarios");
        assertThat(village.get("").get("scenarios")).hasSize(1000);
        village.execute("DELETE FROM weiwang.circle_scenario");
    }

    @Test
    void allOfItIsPutOnRecord() throws Exception {
        JsonNode kept = village.keep("甲", "");
        JsonNode changed = document(village.replace(kept, "乙", ""), 200);
        village.replace(kept, "丙", "");
        village.delete(changed);
        JsonNode audit =
                document(Answers.fetch(village.uri(), "/api/v1/audit?limit=3", Role.ADMIN), 200);
        List<String> told = new ArrayList<>();
        audit.get("entries")
                .forEach(
                        entry ->
                                told.add(
                                        "%s %s %s"
                                                .formatted(
                                                        entry.get("who").asText(),
                                                        entry.get("action").asText(),
                                                        entry.get("subject").asText())));
        assertThat(told)
                .containsExactly(
                        "planner SCENARIO_DELETED " + kept.get("id") + " 乙",
                        "planner SCENARIO_CHANGED " + kept.get("id") + " 乙",
                        "planner SCENARIO_KEPT " + kept.get("id") + " 甲");
    }

    @ParameterizedTest
    @CsvSource({"GET,", "POST,", "GET,/1", "PUT,/1", "DELETE,/1", "GET,/1/effects"})
    void isForPlannersAlone(String method, String path) throws Exception {
        String below = path == null ? "" : path;
        assertProblem(
                Answers.send(village.uri(), method, PATH + below, Role.DISPATCHER, "{}"),
                403,
                "This needs the role PLANNER");
    }

    @Test
    void isForNobodyWithoutAToken() throws Exception {
        assertProblem(Answers.fetch(village.uri(), PATH), 401, "a token of the role PLANNER");
        assertProblem(
                Answers.post(village.uri(), PATH, named("甲", "")),
                401,
                "a token of the role PLANNER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                           | name      | name is missing
                    {"name":7}                   | name      | name must be a text of at most 100 characters; it is 7
                    {"name":" \\n"}              | name      | name must not be blank
                    {"name":"a\\u001bb"}         | name      | and have no control characters
                    {"name":"a\\u0000b"}         | name      | name must have no U+0000
                    {"name":"a","note":"\\ud800"} | note     | note must have no U+0000 and no half of a surrogate pair
                    {"name":"a","note":["b"]}    | note      | note must be a text of at most 2000 characters
                    {"name":"a","notes":"b"}     | notes     | There is no member "notes" here; allowed: name, note, added, moved, closed, roads
                    {"name":"a","closed":["510999-X"]} | closed[0] | closed[0]: no facility in force has the id 510999-X
                    {"name":"a","added":[{"category":"小学","lon":103,"lat":91}]} | added[0].lat | added[0].lat must be a number from -90 to 90
                    {"name":"a","added":[{"category":"小学","name":"\\ud800","lon":103,"lat":30}]} | added[0].name | no half of a surrogate pair
                    {"name":"a","roads":[{"points":[]}]} | roads[0].points | roads[0].points must be two points or more
                    """)
    void aBadMemberIsNamed(String body, String member, String words) throws Exception {
        HttpResponse<String> answer = village.send("POST", "", body);
        assertProblem(answer, 400, words);
        assertThat(answer.body()).contains("\"member\":\"" + member + "\"");
        assertThat(names()).isEmpty();
    }

    @Test
    void namesNotesAndBodiesHaveTheirBounds() throws Exception {
        String wide = "\ud83c\udfeb".repeat(100);
        JsonNode kept = village.keep(wide, "\"note\":\"%s\"".formatted("\u6821".repeat(2_000)));
        assertThat(kept.get("name").asText()).isEqualTo(wide);
        assertProblem(
                village.send("POST", "", named(wide + "a", "")), 400, "at most 100 characters");
        assertProblem(
                village.send(
                        "POST", "", named("a", "\"note\":\"%s\"".formatted("b".repeat(2_001)))),
                400,
                "at most 2000 characters");
        assertProblem(
                village.send("POST", "", named("a", "\"note\":\"\"" + " ".repeat(1 << 17))),
                413,
                "at most 131072");
        assertProblem(village.send("POST", "", ""), 400, "The body is missing");
        String many = facility("小学", 0.3, 0.5) + ("," + facility("小学", 0.3, 0.5)).repeat(300);
        assertProblem(
                village.send("POST", "", named("a", "\"added\":[" + many + "]")),
                400,
                "A scenario has at most 300 facilities, not 301");
    }

    @Test
    void whatNobodyCanWalkToIsNotKept() throws Exception {
        String lost = "\"added\":[%s]".formatted(facility("小学", 1.9, 0.95));
        HttpResponse<String> answer = village.send("POST", "", named("a", lost));
        assertProblem(answer, 422, "added[0]: no way that can be walked is near enough");
        JsonNode kept = village.keep("甲", "");
        assertProblem(village.replace(kept, "甲", lost), 422, "added[0]");
        assertThat(village.get("/" + kept.get("id"))).isEqualTo(kept);
    }

    @Test
    void whatIsReplacedMustBeSaid() throws Exception {
        String path = "/" + village.keep("甲", "").get("id");
        assertProblem(village.send("PUT", path, named("甲", "")), 400, "replaces is missing");
        assertProblem(
                village.send("PUT", path, named("甲", "\"replaces\":\"now\"")),
                400,
                "replaces must be the changedAt of the scenario as read, not \"now\"");
        assertProblem(village.send("DELETE", path, ""), 400, "replaces is missing");
        assertProblem(
                village.send("DELETE", path + "?replaces=now", ""), 400, "must be the changedAt");
    }

    @ParameterizedTest
    @CsvSource({"/0", "/01", "/-1", "/x", "/9223372036854775808", "/1e3"})
    void whatIsNoIdIsNotFound(String path) throws Exception {
        assertProblem(village.send("GET", path, ""), 404, "there is no scenario");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    POST | ?standard=x | standard must be one of
                    POST | ?profile=x  | profile must be one of
                    POST | ?level=micro | There is no parameter "level" here
                    GET  | ?limit=1    | There is no parameter "limit" here
                    GET  | /1?a=1      | There is no parameter "a" here
                    """)
    void aBadParameterIsNamed(String method, String path, String words) throws Exception {
        assertProblem(village.send(method, path, named("a", "")), 400, words);
    }

    private static List<String> names() throws Exception {
        List<String> names = new ArrayList<>();
        village.get("")
                .get("scenarios")
                .forEach(scenario -> names.add(scenario.get("name").asText()));
        return names;
    }

    private interface Asking {
        HttpResponse<String> ask(int number) throws Exception;
    }

    private static List<HttpResponse<String>> atOnce(Asking asking) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<HttpResponse<String>>> tasks = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                int number = i;
                tasks.add(() -> asking.ask(number));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
