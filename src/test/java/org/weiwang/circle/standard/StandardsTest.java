package org.weiwang.circle.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardsTest {
    @TempDir Path folder;

    @Test
    void shippedOnesAreThereWithoutAFolder() throws StandardsException {
        assertThat(Standards.read(null).all())
                .extracting(Standard::id)
                .containsExactly("gb50180", "tdt1062", "commerce2021");
    }

    @Test
    void aFolderAddsItsOwnByTheOrderOfTheirNames() throws Exception {
        write("b.json", template("village"));
        write("a.json", template("town"));
        write("README.md", "not a standard");
        write("._a.json", "left by a file manager");
        Standards standards = Standards.read(folder);
        assertThat(standards.all())
                .extracting(Standard::id)
                .containsExactly("gb50180", "tdt1062", "commerce2021", "town", "village");
        assertThat(standards.find("town").orElseThrow().name()).isEqualTo("空模板");
        assertThat(standards.find("city")).isEmpty();
    }

    @Test
    void everyChangeOfAFileIsAnotherVersion() throws Exception {
        write("own.json", template("own"));
        String before = Standards.read(folder).find("own").orElseThrow().version();
        assertThat(Standards.read(folder).find("own").orElseThrow().version()).isEqualTo(before);
        write("own.json", template("own").replace("\"weight\": 1", "\"weight\": 2"));
        String after = Standards.read(folder).find("own").orElseThrow().version();
        assertThat(before).matches("0-[0-9a-f]{12}");
        assertThat(after).matches("0-[0-9a-f]{12}").isNotEqualTo(before);
    }

    @Test
    void shippedIdsCanNotBeTaken() throws IOException {
        write("mine.json", template("gb50180"));
        write("copied.json", template("template"));
        assertThat(refused(folder).faults())
                .containsExactly(
                        folder.resolve("copied.json")
                                + ": id must not be template, which is that of the template",
                        folder.resolve("mine.json")
                                + ": id must not be gb50180, which is that of gb50180.json");
    }

    @Test
    void twoFilesCanNotHaveOneId() throws IOException {
        write("a.json", template("own"));
        write("b.json", template("own"));
        assertThat(refused(folder).faults())
                .containsExactly(
                        "%s: id must not be own, which is that of %s"
                                .formatted(folder.resolve("b.json"), folder.resolve("a.json")));
    }

    @Test
    void faultsOfAllFilesAreToldAtOnce() throws IOException {
        write("a.json", template("own").replace("\"remarks\": []", "\"remarks\": 1"));
        write("b.json", "{");
        Files.createDirectory(folder.resolve("c.json"));
        StandardsException refused = refused(folder);
        assertThat(refused.faults()).hasSize(3);
        assertThat(refused.faults().get(0))
                .isEqualTo(folder.resolve("a.json") + ": remarks must be an array, not 1");
        assertThat(refused.faults().get(1)).contains("b.json: can't be read as JSON, in line 1: ");
        assertThat(refused.faults().get(2)).contains("c.json: can't be read: ");
        assertThat(refused).hasMessageContainingAll("a.json", "b.json", "c.json");
    }

    @Test
    void aFolderThatIsNoneIsRefused() throws IOException {
        Path missing = folder.resolve("missing");
        assertThat(refused(missing).faults())
                .singleElement()
                .asString()
                .startsWith(missing + ": is no folder that can be read: ");
        write("file.json", template("own"));
        assertThat(refused(folder.resolve("file.json")).faults()).hasSize(1);
    }

    private static StandardsException refused(Path folder) {
        return catchThrowableOfType(StandardsException.class, () -> Standards.read(folder));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String template(String id) throws IOException {
        try (InputStream in = Standards.class.getResourceAsStream("/standards/template.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"id\": \"template\"", "\"id\": \"" + id + "\"");
        }
    }
}
