package org.weiwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents point to is there, and what is there is in the documents. */
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md", "ARCHITECTURE.md", "CONTRIBUTING.md"})
    void everyLinkLeadsToAFile(String document) throws IOException {
        List<String> broken = new ArrayList<>();
        Matcher link = LINK.matcher(Files.readString(Path.of(document)));
        while (link.find()) {
            if (!Files.exists(Path.of(link.group(1)))) {
                broken.add(link.group(1));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPackageHasItsSentence() throws IOException {
        Path root = Path.of("src/main/java/org/weiwang");
        try (var folders = Files.walk(root)) {
            assertThat(folders.filter(Files::isDirectory).filter(f -> !f.equals(root)))
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
        }
    }
}
