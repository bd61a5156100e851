package org.weiwang.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.MessyTexts;
import org.weiwang.ServedDemoCounty;

/**
 * A text is answered alike wherever it is asked. Set {@code -Dweiwang.test.seed} to ask the same
 * texts again.
 */
@Tag("store")
class AgreementTest {
    private static final long SEED = Long.getLong("weiwang.test.seed", System.nanoTime());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> ADDED =
            List.of(
                    "micro",
                    "general",
                    "community",
                    "town",
                    "dedicated",
                    "outcome",
                    "match",
                    "score",
                    "found");

    private static ServedDemoCounty county;
    private static List<String> texts;

    /** What the single look-up says of each text, in the order of the added columns. */
    private static List<List<String>> singles;

    @TempDir private Path folder;

    @BeforeAll
    static void askOneByOne() throws Exception {
        county = ServedDemoCounty.get();
        System.out.println("AgreementTest: seed " + SEED);
        texts =
                MessyTexts.some(200, SEED).stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                        .stream()
                        .toList();
        singles = new ArrayList<>();
        for (String text : texts) {
            HttpResponse<String> answer =
                    CLIENT.send(
                            HttpRequest.newBuilder(
                                            lookup("?address=" + URLEncoder.encode(text, UTF_8)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(text + answer.body()).isEqualTo(200);
            singles.add(single(JSON.readTree(answer.body())));
        }
        for (String outcome : List.of("INSIDE", "PARTIAL", "AMBIGUOUS", "NOT_FOUND")) {
            assertThat(singles).as(outcome).anyMatch(answer -> answer.get(5).equals(outcome));
        }
        assertThat(singles).anyMatch(answer -> answer.get(6).equals("EXACT"));
        assertThat(singles).anyMatch(answer -> answer.get(6).isEmpty());
    }

    private static URI lookup(String query) {
        return county.uri().resolve("/api/v1/lookup" + query);
    }

    private static List<String> single(JsonNode answer) {
        Stream<String> codes =
                ADDED.stream().limit(5).map(level -> answer.path(level).path("code").asText(""));
        JsonNode outcome = answer.get("outcome");
        String came = (outcome.isNull() ? answer.get("match") : outcome).asText();
        return Stream.concat(
                        codes,
                        Stream.of(
                                came,
                                text(answer, "match"),
                                text(answer, "score"),
                                text(answer, "address")))
                .toList();
    }

    private static String text(JsonNode answer, String member) {
        return answer.path(member).isNull() ? "" : answer.path(member).asText();
    }

    @Test
    void rowsOfCsvAndOfAFileAreAnsweredAlike() throws Exception {
        String rows =
                texts.stream()
                        .map(text -> '"' + text.replace("\"", "\"\"") + "\"\n")
                        .collect(Collectors.joining("", "address\n", ""));
        assertAgree(answersOf(post("text/csv", rows)));
        Path in = Files.writeString(folder.resolve("in.csv"), rows);
        Path out = folder.resolve("out.csv");
        try (ProgramRun run =
                ProgramRun.start(
                        folder, county.database(), 0, "assign", in.toString(), out.toString())) {
            assertThat(run.exit()).as(run.said()).isZero();
        }
        assertAgree(answersOf(Files.readString(out)));
    }

    private static List<List<String>> answersOf(String csv) {
        List<List<String>> answers = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                assertThat(row.getField("address")).isEqualTo(texts.get(answers.size()));
                answers.add(ADDED.stream().map(row::getField).toList());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return answers;
    }

    @Test
    void linesOfJsonAreAnsweredAlike() throws Exception {
        String rows =
                texts.stream()
                        .map(text -> JSON.createObjectNode().put("address", text) + "\n")
                        .collect(Collectors.joining());
        List<List<String>> answers = new ArrayList<>();
        for (String line : post("application/x-ndjson", rows).split("\n")) {
            JsonNode row = JSON.readTree(line);
            answers.add(ADDED.stream().map(member -> text(row, member)).toList());
        }
        assertAgree(answers);
    }

    private static void assertAgree(List<List<String>> answers) {
        assertThat(answers).hasSameSizeAs(singles);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i)).as(texts.get(i)).isEqualTo(singles.get(i));
        }
    }

    private static String post(String type, String rows) throws Exception {
        HttpResponse<String> answer =
                CLIENT.send(
                        HttpRequest.newBuilder(lookup(""))
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofString(rows))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
