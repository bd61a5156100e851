package org.weiwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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
        assertThat(run("--district", "510184", "--out", folder.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("510184", "510131", "510113", "510185");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void needsAFolder() {
        assertThat(run("--district", "510131")).isEqualTo(2);
        assertThat(errors.toString()).contains("--out");
    }
}
