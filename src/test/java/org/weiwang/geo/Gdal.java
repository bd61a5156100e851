package org.weiwang.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** GDAL's programs, the measure for what we read and write; the tests require them. */
public final class Gdal {
    private Gdal() {}

    /** What the program prints, without surrounding blanks; it must end well. */
    public static String run(String... command) throws Exception {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output.strip();
    }
}
