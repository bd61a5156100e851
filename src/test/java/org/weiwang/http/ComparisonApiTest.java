package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.Answers.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.ServedDemoCounty;
import org.weiwang.app.Backend;
import org.weiwang.app.Service;
import org.weiwang.config.Settings;
import org.weiwang.edition.importing.RedrawnHandOver;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.geo.Gdal;
import org.weiwang.http.wire.ItemsQuery;
import org.weiwang.http.wire.Json;
import org.weiwang.store.TestDatabase;

/** Two editions of a small district that were in force, and a draft, compared over HTTP. */
@Tag("store")
class ComparisonApiTest {
    private static final String COMPARE = "/api/v1/editions/510999-1/compare/510999-2";

    @TempDir private static Path folder;
    private static Backend backend;
    private static Service service;

    @BeforeAll
    static void serve() throws Exception {
        Settings settings = ServedDemoCounty.settings(TestDatabase.fresh());
        backend = new Backend(settings);
        RedrawnHandOver.writeBefore(folder.resolve("before"));
        RedrawnHandOver.writeAfter(folder.resolve("after"));
        importing(SmallHandOver.DISTRICT, true, "before");
        importing(SmallHandOver.DISTRICT, true, "after");
        importing(SmallHandOver.DISTRICT, false, "before");
        service = new Service(settings, backend);
        service.start();
        service.keeper().await(first -> true);
    }

    private static void importing(String district, boolean publish, String files) throws Exception {
        backend.importer().run(ServedDemoCounty.request(district, publish, folder.resolve(files)));
    }

    @AfterAll
    static void stop() {
        service.close();
        backend.close();
    }

    @Test
    void jsonTellsOfEveryChangeAndOfTheFlows() throws Exception {
        JsonNode answer = get(COMPARE);
        assertThat(answer.get("from").asText()).isEqualTo("510999-1");
        assertThat(answer.get("to").asText()).isEqualTo("510999-2");
        assertThat(answer.at("/district/name").asText()).isEqualTo("试验县");
        assertThat(answer.at("/counts/MICRO/ADDED").asInt()).isEqualTo(3);
        assertThat(answer.at("/counts/TOWN/RENAMED").asInt()).isEqualTo(1);
        assertThat(answer.at("/addresses/total").asInt()).isEqualTo(11);
        assertThat(answer.at("/addresses/moved").asInt()).isEqualTo(8);
        assertThat(answer.at("/addresses/householdsMoved").asInt()).isEqualTo(46);
        JsonNode strip = change(answer, "510999001001001001");
        assertThat(strip.get("changes").toString()).isEqualTo("[\"RESHAPED\",\"KIND_CHANGED\"]");
        assertThat(strip.get("gained").asDouble()).isBetween(99_900.0, 100_100.0);
        assertThat(strip.get("lost").asDouble()).isZero();
        assertThat(strip.at("/after/area").asDouble() - strip.at("/before/area").asDouble())
                .isBetween(99_900.0, 100_100.0);
        assertThat(change(answer, "510999001001001003").get("after").isNull()).isTrue();
        assertThat(answer.get("flows")).hasSize(7);
        assertThat(answer.get("flows").get(0).toString())
                .isEqualTo(
                        "{\"from\":{\"code\":\"510999002001001002\",\"name\":\"丁\",\"level\":\"MICRO\"},"
                                + "\"to\":{\"code\":\"510999002001001004\",\"name\":\"戊\",\"level\":\"MICRO\"},"
                                + "\"addresses\":2,\"households\":10}");
    }

    private static JsonNode change(JsonNode answer, String code) {
        for (JsonNode change : answer.get("changes")) {
            if (change.get("code").asText().equals(code)) {
                return change;
            }
        }
        throw new AssertionError("no change of " + code);
    }

    @Test
    void everyFormatNamesTheEditions() throws Exception {
        for (String path : List.of("", "?format=csv", "?format=geojson", "/addresses?limit=1")) {
            HttpResponse<String> answer = fetch(COMPARE + path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Weiwang-Editions"))
                    .contains("510999-1,510999-2");
        }
    }

    @Test
    void csvHasARowForEachChangeAndEachFlow() throws Exception {
        HttpResponse<String> answer = fetch(COMPARE + "?format=csv");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=UTF-8");
        assertThat(answer.body()).startsWith("\ufeffchange,level,code,name,before,after,");
        List<String> rows = List.of(answer.body().split("\r\n"));
        assertThat(rows)
                .hasSize(1 + 21 + 7)
                .contains(
                        "RENAMED,COMMUNITY,510999001001,东风社区,东社区,东风社区,,,,",
                        "REPARENTED,MICRO,510999002001001001,丙,510999002001001,510999001001001,,,,",
                        "HOUSEHOLDS_CHANGED,MICRO,510999001001001002,乙,60,70,,,,",
                        "ADDED,MICRO,510999002001001003,'=1+1,,'=1+1,,,,",
                        "ADDRESSES_MOVED,,,,510999001001001003,,,,1,8");
    }

    @Test
    void csvIsReadByGdal() throws Exception {
        Path file = Files.writeString(folder.resolve("changes.csv"), body("?format=csv"), UTF_8);
        assertThat(Gdal.run("ogrinfo", "-al", "-so", file.toString()))
                .contains("Feature Count: 28", "change: String", "households: String");
    }

    @Test
    void theLayerHasThePlacesThatChanged() throws Exception {
        String body = body("?format=geojson");
        Path file = Files.writeString(folder.resolve("changes.geojson"), body, UTF_8);
        assertThat(Gdal.run("ogrinfo", "-al", "-so", file.toString()))
                .contains("Geometry: Multi Polygon", "area: Real", "change: String");
        assertThat(
                        Gdal.run(
                                "ogrinfo",
                                "-q",
                                "-dialect",
                                "SQLite",
                                "-sql",
                                "SELECT count(*) AS bad FROM changes WHERE NOT ST_IsValid(geometry)",
                                file.toString()))
                .contains("bad (Integer) = 0");
        List<String> features = new ArrayList<>();
        for (JsonNode feature : Json.MAPPER.readTree(body).get("features")) {
            JsonNode properties = feature.get("properties");
            features.add(
                    "%s %s %s"
                            .formatted(
                                    properties.get("change").asText(),
                                    properties.get("piece").asText(),
                                    feature.get("id").asText()));
        }
        assertThat(features)
                .contains(
                        "ADDED null MICRO:510999002001001003",
                        "REMOVED null DEDICATED:510999001001Z001",
                        "RESHAPED GAINED MICRO:510999001001001001:GAINED",
                        "RESHAPED LOST MICRO:510999001001001002:LOST")
                .doesNotHaveDuplicates()
                .hasSize(7 + 10);
    }

    @Test
    void addressesThatMoveComePageByPage() throws Exception {
        List<String> found = new ArrayList<>();
        String token = "";
        while (token != null) {
            JsonNode page = get(COMPARE + "/addresses?limit=3" + token);
            assertThat(page.get("total").asInt()).isEqualTo(8);
            assertThat(page.get("addresses").size()).isLessThanOrEqualTo(3);
            for (JsonNode address : page.get("addresses")) {
                found.add(
                        "%s %s %s %s"
                                .formatted(
                                        address.get("text").asText(),
                                        address.get("households").asText(),
                                        address.at("/from/code").asText("-"),
                                        address.at("/to/code").asText("-")));
            }
            token = page.get("next").isNull() ? null : "&token=" + page.get("next").asText();
        }
        assertThat(found)
                .containsExactly(
                        "东路1号 12 510999001001001002 510999001001001001",
                        "+校路2号 5 510999001001Z001 510999001001001001",
                        "医路3号 7 510999002001001001 510999001001Z002",
                        "丁路4号 null 510999002001001002 510999002001001003",
                        "丁路5号 9 510999002001001002 510999002001001004",
                        "丁路6号 1 510999002001001002 510999002001001004",
                        "新路9号 4 - 510999002001001005",
                        "南路10号 8 510999001001001003 -");
    }

    @Test
    void addressesThatMoveComeAsOneTable() throws Exception {
        String body = body("/addresses?format=csv");
        assertThat(body)
                .startsWith("\ufeffid,text,lon,lat,households,from,from_name,to,to_name\r\n");
        assertThat(body.split("\r\n"))
                .hasSize(1 + 8)
                .anyMatch(row -> row.matches("[0-9]+-3,'\\+校路2号,103.*,5,510999001001Z001,小学,.*,甲"))
                .anyMatch(row -> row.endsWith(",'=1+1"))
                .anyMatch(row -> row.matches(".*,4,,,510999002001001005,己"));
        Path file = Files.writeString(folder.resolve("moved.csv"), body, UTF_8);
        assertThat(Gdal.run("ogrinfo", "-al", "-so", file.toString()))
                .contains("Feature Count: 8", "from_name: String");
    }

    @Test
    void anEditionAndItselfDoNotDiffer() throws Exception {
        JsonNode answer = get("/api/v1/editions/510999-2/compare/510999-2");
        assertThat(answer.get("changes")).isEmpty();
        assertThat(answer.get("flows")).isEmpty();
        assertThat(get("/api/v1/editions/510999-2/compare/510999-2/addresses").get("next").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /510999-9/compare/510999-1                          | 404 | there is no edition 510999-9
                    /510999-1/compare/nothing                           | 404 | there is no edition nothing
                    /510999-1/compare/510999-3                          | 404 | there is no edition 510999-3
                    /510999-1/compare/510999-2?format=xml               | 400 | format must be one of json, csv, geojson, not "xml"
                    /510999-1/compare/510999-2?limit=1                  | 400 | no parameter "limit" here; allowed: format
                    /510999-1/compare/510999-2/addresses?format=geojson | 400 | format must be one of json, csv, not "geojson"
                    /510999-1/compare/510999-2/addresses?limit=0        | 400 | limit must be a whole number
                    /510999-1/compare/510999-2/addresses?token=x        | 400 | token is not one
                    /510999-1/compare/510999-2/addresses?format=csv&limit=1 | 400 | limit is for pages of JSON
                    """)
    void badRequestsAreToldWhatIsWrong(String path, int status, String words) throws Exception {
        assertProblem(fetch("/api/v1/editions" + path), status, words);
    }

    @Test
    void pagesOfOtherAddressesAreGone() throws Exception {
        String token = new ItemsQuery.Token(999, "999-1").encode();
        assertProblem(fetch(COMPARE + "/addresses?token=" + token), 410, "begin again");
    }

    private static JsonNode get(String path) throws Exception {
        return Answers.get(service.uri(), path);
    }

    private static String body(String path) throws Exception {
        HttpResponse<String> answer = fetch(COMPARE + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> fetch(String path) throws Exception {
        return Answers.fetch(service.uri(), path);
    }
}
