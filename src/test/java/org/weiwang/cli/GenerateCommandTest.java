package org.weiwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTest {
    private final StringWriter errors = new StringWriter();

    private int run(String... args) {
        return new CommandLine(new GenerateCommand()).setErr(new PrintWriter(errors)).execute(args);
    }

    @Test
    void namesTheDistrictsThereAre(@TempDir Path folder) {
        assertThat(run("--district", "510199", "--out", folder.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("510199", "510131", "510104", "--city");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void makesADistrictOrTheCity(@TempDir Path folder) {
        assertThat(run("--city", "--district", "510131", "--out", folder.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("--city", "--district", "mutually exclusive");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void redrawsASingleDistrictAtLeastOnce(@TempDir Path folder) {
        assertThat(run("--redrawn", "0", "--out", folder.toString())).isEqualTo(2);
        assertThat(run("--redrawn", "3", "--city", "--out", folder.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("--redrawn takes 1 or more, and a single district");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysBeforeItBeginsThatTheFolderIsAFile(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run("--city", "--out", file.toString())).isEqualTo(1);
        assertThat(errors.toString()).contains(file.toString());
    }

    @Test
    void needsAFolder() {
        assertThat(run("--district", "510131")).isEqualTo(2);
        assertThat(errors.toString()).contains("--out");
    }
}
