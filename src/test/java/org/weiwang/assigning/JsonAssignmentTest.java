package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weiwang.assigning.Runs.ADDRESS;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.geo.Datum;

@Tag("store")
class JsonAssignmentTest {
    private static final String MEMBERS =
            "\"micro\":\"510131001001001001\",\"general\":\"510131001001001\",\"community\":\"510131001001\",\"town\":\"510131001\",\"dedicated\":null,\"outcome\":\"INSIDE\"";
    private static final String NONE =
            "\"micro\":null,\"general\":null,\"community\":null,\"town\":null,\"dedicated\":null,\"outcome\":";
    private static final String LON_LAT = "\"lon\":103.5028953,\"lat\":30.1961031";
    private static final String POINT =
            "{\"type\":\"Point\",\"coordinates\":[103.5028953,30.1961031,500]}";

    private static final ObjectMapper STRICT =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static Runs.Run run(FileFormat format, String text) throws Exception {
        return Runs.run(InputOptions.of(format), text.getBytes(UTF_8), 1 << 20);
    }

    private static String inPlace(FileFormat format, String text) throws Exception {
        return Runs.inPlace(InputOptions.of(format), text.getBytes(UTF_8), 1 << 20).out();
    }

    private static String line(String object) throws Exception {
        Runs.Run run = run(FileFormat.NDJSON, object + "\n");
        assertThat(run.tally().rowsOut()).as(run.rejects()).isEqualTo(1);
        return run.out();
    }

    private static String feature(String feature) throws Exception {
        String before = "{\"type\":\"FeatureCollection\",\"features\":[";
        Runs.Run run = run(FileFormat.GEOJSON, before + feature + "]}");
        assertThat(run.tally().rowsOut()).as(run.rejects()).isEqualTo(1);
        assertThat(run.out()).startsWith(before).endsWith("]}");
        new ObjectMapper().readTree(run.bytes());
        return run.out().substring(before.length(), run.out().length() - 2);
    }

    @Test
    void addsMembersToEachLine() throws Exception {
        String text =
                "{\"id\":\"}\", "
                        + LON_LAT
                        + " }\r\n\n {\"经度\":\"103.5028953\",\"纬度\":\" 30.1961031\"}\n"
                        + "{\"address\":\""
                        + ADDRESS
                        + "\",\"lon\":null,\"lat\":\"\"}";
        Runs.Run run = run(FileFormat.NDJSON, text);
        assertThat(run.out())
                .isEqualTo(
                        "{\"id\":\"}\", "
                                + LON_LAT
                                + " ,"
                                + MEMBERS
                                + "}\r\n {\"经度\":\"103.5028953\",\"纬度\":\" 30.1961031\","
                                + MEMBERS
                                + "}\n"
                                + "{\"address\":\""
                                + ADDRESS
                                + "\",\"lon\":null,\"lat\":\"\","
                                + MEMBERS
                                + ",\"match\":\"EXACT\",\"score\":1.0,\"found\":\""
                                + ADDRESS
                                + "\"}");
        assertThat(run.tally().rowsIn()).isEqualTo(3);
    }

    @Test
    void answersWithoutAPlace() throws Exception {
        assertThat(line("{\"lon\":null,\"lat\":null}")).contains("," + NONE + "\"NO_LOCATION\"}");
        assertThat(line("{\"address\":\"天涯海角\"}"))
                .contains(NONE + "\"NOT_FOUND\",\"match\":\"NOT_FOUND\",\"score\":")
                .endsWith(",\"found\":null}\n");
        assertThat(line("{\"address\":null}"))
                .contains(NONE + "\"NO_LOCATION\",\"match\":null,\"score\":null,\"found\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{} # has no members for lon and lat",
                "{\"lon\":103} # lat is empty",
                "{\"lon\":\"x\",\"lat\":30} # lon \"\"x\"\" is not a number",
                "{\"lon\":1e400,\"lat\":30} # lon \"\"1e400\"\" is beyond",
                "{\"lon\":{\"lon\":103},\"lat\":30} # lon is not a number",
                "{\"lon\":true,\"lat\":30} # lon is not a number",
                "{\"lon\":NaN,\"lat\":30} # is not a JSON object: Non-standard token",
                "{\"lon\":103,\"lon\":104,\"lat\":30} # Duplicate field",
                "{\"lon\":103,\"lng\":104,\"lat\":30} # members lon and lng could both be lon",
                "{\"lon\":103,\"lat\":30,\"Micro\":1} # has a member Micro already",
                "{\"address\":\"a\",\"score\":1} # has a member score already",
                "{\"lon\":30,\"lat\":103} # are lon and lat swapped?",
                "{\"address\":7} # address is not a text",
                "[1,2] # is not a JSON object",
                "7 # is not a JSON object",
                "{\"lon\":103,\"lat\":30 # is not a JSON object: Unexpected end-of-input",
                "{\"lon\":103,\"lat\":30}{} # more than one JSON object",
            })
    void saysWhyALineIsRejected(String line, String reason) throws Exception {
        Runs.Run run = run(FileFormat.NDJSON, "{" + LON_LAT + "}\n" + line + "\n");
        assertThat(run.rejects()).startsWith("line,reason,row\n2,\"").contains(reason);
        assertThat(run.rejects()).endsWith("\"" + line.replace("\"", "\"\"") + "\"\n");
        assertThat(run.tally().rowsOut()).isEqualTo(1);
        String answered = inPlace(FileFormat.NDJSON, "{" + LON_LAT + "}\n" + line + "\n");
        assertThat(answered).startsWith("{" + LON_LAT + "," + MEMBERS + ",\"reason\":null}\n");
        var document = new ObjectMapper().readTree(answered.split("\n")[1]);
        assertThat(document.get("outcome").asText()).isEqualTo("REJECTED");
        assertThat(document.get("reason").asText()).contains(reason.replace("\"\"", "\""));
    }

    @Test
    void rejectsLinesThatAreNotUtf8() throws Exception {
        byte[] bytes = ("{\"address\":\"鹤山\"}\n").getBytes(Charset.forName("GBK"));
        Runs.Run run = Runs.run(InputOptions.of(FileFormat.NDJSON), bytes, 1 << 20);
        assertThat(run.rejects()).contains("Invalid UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lon\":1,\"lat\":2,\"town\":\"a\"}",
                "{\"lon\":1,\"lat\":2} {}",
                "7",
                "{"
            })
    void standsInForLinesThatCannotHoldTheAnswer(String line) throws Exception {
        String out = inPlace(FileFormat.NDJSON, line + "\n");
        assertThat(out).startsWith("{" + NONE + "\"REJECTED\",\"reason\":\"").endsWith("\"}\n");
        assertThat(STRICT.readTree(out).size()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Feature\",\"properties\":5,\"geometry\":null}",
                "{\"type\":\"Feature\",\"properties\":{\"outcome\":5},\"geometry\":null}",
                "{\"type\":\"Feature\",\"properties\":null,\"geometry\":null} {}"
            })
    void standsInForFeaturesThatCannotHoldTheAnswer(String feature) throws Exception {
        String text = "{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}";
        JsonNode answered = STRICT.readTree(inPlace(FileFormat.GEOJSON, text)).at("/features/0");
        assertThat(answered.at("/properties/outcome").asText()).isEqualTo("REJECTED");
        assertThat(answered.at("/properties").size()).isEqualTo(7);
        assertThat(answered.size()).isEqualTo(3);
    }

    @Test
    void addsMembersToTheElementsOfAnArray() throws Exception {
        String text = " [ {" + LON_LAT + "} ,\n{},{\"a\":[\"]\\\"\",{}]," + LON_LAT + "}\n ] \n";
        Runs.Run run = run(FileFormat.JSON, text);
        assertThat(run.out())
                .isEqualTo(
                        " [ {"
                                + LON_LAT
                                + ","
                                + MEMBERS
                                + "} ,{\"a\":[\"]\\\"\",{}],"
                                + LON_LAT
                                + ","
                                + MEMBERS
                                + "}\n ] \n");
        assertThat(run.rejects()).startsWith("element,reason,row\n2,\"has no members");
        assertThat(inPlace(FileFormat.JSON, text))
                .contains(",\n{" + NONE + "\"REJECTED\",\"reason\":\"has no members");
        assertThat(run(FileFormat.JSON, "[ ]").out()).isEqualTo("[ ]".replace(" ", ""));
        assertThat(run(FileFormat.JSON, "[{}]").out()).isEqualTo("[]");
        assertThat(run(FileFormat.JSON, "\uFEFF[{" + LON_LAT + "}]").out())
                .isEqualTo("\uFEFF[{" + LON_LAT + "," + MEMBERS + "}]");
    }

    @Test
    void addsPropertiesToFeatures() throws Exception {
        String start = "{\"type\":\"Feature\",\"geometry\":" + POINT;
        assertThat(feature(start + ",\"properties\":{\"a\":\"}\"}}"))
                .isEqualTo(start + ",\"properties\":{\"a\":\"}\"," + MEMBERS + "}}");
        assertThat(feature(start + ",\"properties\":{ }}"))
                .isEqualTo(start + ",\"properties\":{ " + MEMBERS + "}}");
        assertThat(feature(start + ",\"properties\": null }"))
                .isEqualTo(start + ",\"properties\": {" + MEMBERS + "} }");
        assertThat(feature(start + "}")).isEqualTo(start + ",\"properties\":{" + MEMBERS + "}}");
        String none = "{\"properties\":{},\"geometry\":null,\"type\":\"Feature\"}";
        assertThat(feature(none)).contains("{" + NONE + "\"NO_LOCATION\"}");
        assertThat(feature(none.replace("{}", "{\"地址\":\"" + ADDRESS + "\"}"))).contains(MEMBERS);
    }

    @Test
    void keepsWhatIsAroundTheFeatures() throws Exception {
        String text =
                "{\"name\":{\"features\":[1]},\n\"features\" : [\n{\"type\":\"Feature\",\"geometry\":"
                        + POINT
                        + "}\n], \"crs\":[\"]\"],\"type\":\"FeatureCollection\"}\n";
        assertThat(run(FileFormat.GEOJSON, text).out())
                .isEqualTo(text.replace(POINT, POINT + ",\"properties\":{" + MEMBERS + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}} # the geometry is not a Point",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1]}} # the coordinates are not",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[\"1\",\"2\"]}} # the coordinates are not",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[30,104]}} # swapped?",
                "{\"type\":\"Feature\",\"properties\":{}} # has no geometry",
                "{\"type\":\"Feature\",\"geometry\":null,\"properties\":3} # the properties are not an object",
                "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"town\":3}} # has a member town already",
                "{\"type\":\"Point\",\"coordinates\":[1,2]} # is not a Feature",
                "7 # is not a JSON object",
            })
    void saysWhyAFeatureIsRejected(String feature, String reason) throws Exception {
        String text =
                "{\"type\":\"FeatureCollection\",\"features\":[" + feature + "," + feature + "]}";
        Runs.Run run = run(FileFormat.GEOJSON, text);
        assertThat(run.rejects()).startsWith("feature,reason,row\n1,\"").contains(reason, "\n2,\"");
        assertThat(run.out()).isEqualTo("{\"type\":\"FeatureCollection\",\"features\":[]}");
        var answered = new ObjectMapper().readTree(inPlace(FileFormat.GEOJSON, text));
        for (var row : answered.get("features")) {
            assertThat(row.get("properties").get("reason").asText()).contains(reason);
        }
        assertThat(answered.get("features")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "GEOJSON # {\"type\":\"Feature\",\"features\":[]} # type is Feature",
                "GEOJSON # {\"features\":[],\"type\":\"Topology\"} # type is Topology",
                "GEOJSON # {\"type\":\"FeatureCollection\"} # no FeatureCollection with features",
                "GEOJSON # {\"features\":[],\"features\":[]} # Duplicate field",
                "GEOJSON # {\"features\":[]} x # broken",
                "GEOJSON # {\"features\":[] # broken",
                "GEOJSON # {\"features\":[{} # feature 1 has no end",
                "GEOJSON # {\"features\":[{},{} # feature 2 has no end",
                "JSON # {\"lon\":1} # no array of objects",
                "JSON # [{}, # broken",
                "JSON # [{}] 7 # something follows",
                "JSON # [{\"a\":\"] # element 1 has no end",
                "JSON # '' # no array",
            })
    void refusesBrokenDocuments(FileFormat format, String text, String message) {
        assertThatThrownBy(() -> run(format, text))
                .isInstanceOf(AssignmentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesEndlessElementsAndOtherEncodings() {
        assertThatThrownBy(() -> run(FileFormat.JSON, "[{},{\"a\":\"" + "x".repeat(3_000_000)))
                .hasMessage("element 2 is longer than 1048576 bytes");
        assertThatThrownBy(
                        () ->
                                Runs.run(
                                        new InputOptions(
                                                FileFormat.NDJSON,
                                                ISO_8859_1,
                                                null,
                                                Quoting.DOUBLE,
                                                null,
                                                null,
                                                null,
                                                null,
                                                Datum.WGS84),
                                        new byte[0],
                                        1 << 20))
                .hasMessageContaining("UTF-8 only");
    }
}
