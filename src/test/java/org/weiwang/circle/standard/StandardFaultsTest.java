package org.weiwang.circle.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardFaultsTest {
    private static final String GOOD =
            """
            {
              "id": "own", "version": "1", "name": "自定", "nameEn": "Own", "rule": "TIME",
              "profiles": [{
                "id": "adult", "name": "成人", "nameEn": "Adult",
                "metresPerMinute": {"value": 72, "status": "READ", "source": "a book"},
                "takesSteps": true
              }],
              "categories": [
                {
                  "id": "school", "name": "学校", "nameEn": "School", "facilities": ["小学", "中学"],
                  "minutes": {"value": 10, "status": "READ", "source": "a book"},
                  "metres": {"value": null, "status": "OPEN", "source": ""},
                  "weight": 1
                },
                {
                  "id": "park", "name": "公园", "nameEn": "Park", "facilities": [],
                  "minutes": {"value": null, "status": "OPEN", "source": "asked the bureau"},
                  "metres": {"value": 500, "status": "RECALLED", "source": "a talk"},
                  "weight": 0
                }
              ],
              "levels": [{
                "id": "ten", "name": "十分钟", "nameEn": "Ten",
                "minutes": {"from": 10, "to": 10, "status": "READ", "source": "a book"},
                "metres": {"from": 400, "to": 600, "status": "READ", "source": "a book"},
                "people": {"from": null, "to": null, "status": "OPEN", "source": ""},
                "dwellings": {"from": null, "to": null, "status": "OPEN", "source": ""},
                "hectares": {"from": null, "to": null, "status": "OPEN", "source": ""}
              }],
              "denominators": [{"of": "AREA", "status": "READ", "source": "a book"}],
              "remarks": ["made up"]
            }
            """;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void theFileIsGoodAsItStands() {
        assertThat(faults(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\": \"own\" | \"id\": \"我的\" | id must be 1 to 32 of 0-9, a-z and -, not \"我的\"",
                "\"version\": \"1\" | \"version\": 1 | version must be 1 to 32 of 0-9, A-Z, a-z, . and -, not 1",
                "\"name\": \"自定\" | \"name\": \" \" | name must be a text that is not empty, not \" \"",
                "\"rule\": \"TIME\" | \"rule\": \"time\" | rule must be one of TIME, DISTANCE, not \"time\"",
                "\"value\": 72 | \"value\": 5.9 | profiles[0].metresPerMinute.value must be a number from 6 to 600, not 5.9",
                "\"value\": 72 | \"value\": 601 | profiles[0].metresPerMinute.value must be a number from 6 to 600, not 601",
                "\"takesSteps\": true | \"takesSteps\": 1 | profiles[0].takesSteps must be true or false, not 1",
                "\"id\": \"park\" | \"id\": \"school\" | categories[1].id must not be school again",
                "[\"小学\", \"中学\"] | [\"小学\", \"小学\"] | categories[0].facilities[1] is there twice: \"小学\"",
                "[\"小学\", \"中学\"] | [\"小学\", null] | categories[0].facilities[1] must be a text that is not empty, not null",
                "[\"小学\", \"中学\"] | \"小学\" | categories[0].facilities must be an array, not \"小学\"",
                "\"value\": 10 | \"value\": 0 | categories[0].minutes.value must be a number from 0.1 to 60, not 0",
                "\"value\": 10 | \"value\": 1e400 | categories[0].minutes.value must be a number from 0.1 to 60, not",
                "\"value\": 10 | \"value\": \"10\" | categories[0].minutes.value must be a number from 0.1 to 60, not \"10\"",
                "\"value\": 10 | \"value\": null | categories[0].minutes.value must be a number from 0.1 to 60, not null",
                "\"value\": 500 | \"value\": 10001 | categories[1].metres.value must be a number from 1 to 10000, not 10001",
                "\"value\": 500, \"status\": \"RECALLED\" | \"value\": 500 | categories[1].metres.status is missing; it must be one of READ, SECOND_HAND, RECALLED, OPEN",
                "\"value\": 500, \"status\": \"RECALLED\" | \"value\": 500, \"status\": \"OPEN\" | categories[1].metres.value must be null, since the status is OPEN, not 500",
                "\"source\": \"a talk\" | \"source\": \"\" | categories[1].metres.source must be a text that is not empty, not \"\"",
                "\"weight\": 0 | \"weight\": -0.5 | categories[1].weight must be a number from 0 to 1000, not -0.5",
                "\"from\": 400 | \"from\": 700 | levels[0].metres.to must not be below from, which is 700",
                "\"from\": 400 | \"from\": null | levels[0].metres.from must be a number from 1 to 10000, not null",
                "\"of\": \"AREA\" | \"of\": \"BUILDINGS\" | denominators[0].of must be one of HOUSEHOLDS, ADDRESSES, AREA, not \"BUILDINGS\"",
                "\"weight\": 0 | \"weight\": 0, \"wieght\": 1 | categories[1].wieght is not known; there are id, name, nameEn, facilities, minutes, metres, weight",
            })
    void whatIsWrongIsNamedWithItsPlace(String good, String bad, String fault) {
        assertThat(GOOD).containsOnlyOnce(good);
        List<String> faults = faults(GOOD.replace(good, bad));
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0)).startsWith("own.json: " + fault);
    }

    @Test
    void profilesNeedASpeed() {
        String open =
                GOOD.replace(
                        "\"value\": 72, \"status\": \"READ\"",
                        "\"value\": null, \"status\": \"OPEN\"");
        assertThat(faults(open))
                .containsExactly(
                        "own.json: profiles[0].metresPerMinute must not be OPEN; leave the profile out instead");
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        String bad =
                GOOD.replace("\"rule\": \"TIME\"", "\"rule\": 1")
                        .replace("\"value\": 72", "\"value\": 0")
                        .replace("\"weight\": 0", "\"weight\": -1")
                        .replace("[\"made up\"]", "null");
        assertThat(faults(bad))
                .extracting(fault -> fault.split(" ")[1])
                .containsExactly(
                        "rule",
                        "profiles[0].metresPerMinute.value",
                        "categories[1].weight",
                        "remarks");
    }

    @Test
    void everyMemberMustBeThere() throws IOException {
        int members = 0;
        for (String pointer : pointers(MAPPER.readTree(GOOD), "")) {
            JsonNode document = MAPPER.readTree(GOOD);
            int end = pointer.lastIndexOf('/');
            ObjectNode parent = (ObjectNode) document.at(pointer.substring(0, end));
            parent.remove(pointer.substring(end + 1));
            assertThat(faults(document.toString()))
                    .as(pointer)
                    .first()
                    .asString()
                    .startsWith("own.json: " + place(pointer) + " is missing; it must be ");
            members++;
        }
        assertThat(members).isGreaterThan(60);
    }

    @Test
    void thereIsAtLeastOneProfileAndOneCategory() throws IOException {
        ObjectNode document = (ObjectNode) MAPPER.readTree(GOOD);
        document.putArray("profiles");
        document.putArray("categories");
        assertThat(faults(document.toString()))
                .containsExactly(
                        "own.json: profiles must be an array that is not empty, not []",
                        "own.json: categories must be an array that is not empty, not []");
    }

    @Test
    void whatIsNoJsonObjectIsRefused() {
        assertThat(faults(""))
                .containsExactly("own.json: must be a JSON object, not an empty file");
        assertThat(faults("[]")).containsExactly("own.json: must be a JSON object, not []");
        assertThat(faults("{\n\"id\" 1}"))
                .singleElement()
                .asString()
                .startsWith("own.json: can't be read as JSON, in line 2: ");
        assertThat(faults(GOOD + "{}"))
                .singleElement()
                .asString()
                .contains("can't be read as JSON");
        assertThat(faults(GOOD.replace("\"version\": \"1\"", "\"id\": \"again\"")))
                .singleElement()
                .asString()
                .contains("can't be read as JSON, in line 2: Duplicate");
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        assertThat(faults("[".repeat(2_000)))
                .singleElement()
                .asString()
                .startsWith("own.json: can't be read as JSON")
                .contains("depth");
        assertThat(faults(GOOD.replace("\"value\": 72", "\"value\": " + "7".repeat(2_000))))
                .singleElement()
                .asString()
                .startsWith("own.json: can't be read as JSON")
                .contains("length");
    }

    @Test
    void otherEncodingsAreRefused() {
        List<String> faults = new ArrayList<>();
        new StandardFile("own.json", GOOD.getBytes(Charset.forName("GBK"))).read(faults);
        assertThat(faults)
                .singleElement()
                .asString()
                .startsWith("own.json: can't be read as JSON, in line ");
    }

    private static List<String> faults(String text) {
        List<String> faults = new ArrayList<>();
        StandardFile file = new StandardFile("own.json", text.getBytes(StandardCharsets.UTF_8));
        assertThat(file.read(faults).isPresent()).isEqualTo(faults.isEmpty());
        return faults;
    }

    /** JSON pointers to all members of all objects. */
    private static List<String> pointers(JsonNode node, String at) {
        List<String> pointers = new ArrayList<>();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            pointers.add(at + "/" + name);
            pointers.addAll(pointers(node.get(name), at + "/" + name));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers.addAll(pointers(node.get(i), at + "/" + i));
        }
        return pointers;
    }

    private static String place(String pointer) {
        return pointer.substring(1).replaceAll("/([0-9]+)", "[$1]").replace('/', '.');
    }
}
