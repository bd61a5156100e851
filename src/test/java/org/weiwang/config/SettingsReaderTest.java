package org.weiwang.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    @Test
    void withoutAnySettingTheDefaultsHold() throws SettingsException {
        Settings settings = SettingsReader.read(Map.of("PATH", "/bin"));
        assertThat(settings.port()).isEqualTo(7070);
        assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.database()).isEmpty();
        assertThat(settings.tiles()).isEmpty();
        assertThat(settings.batch()).isEqualTo(new Settings.Batch(1_000_000, 256));
    }

    @Test
    void theEnvironmentWinsOverTheFile(@TempDir Path folder) throws IOException, SettingsException {
        Path file = folder.resolve("weiwang.properties");
        Files.writeString(
                file,
                """
                WEIWANG_PORT=8080
                WEIWANG_TILE_URL=https://tiles.example/{z}/{x}/{y}.png
                WEIWANG_TILE_ATTRIBUTION=© 天地图
                """);
        Settings settings =
                SettingsReader.read(
                        Map.of("WEIWANG_CONFIG", file.toString(), "WEIWANG_PORT", "9090"));
        assertThat(settings.port()).isEqualTo(9090);
        assertThat(settings.tiles())
                .contains(new Settings.Tiles("https://tiles.example/{z}/{x}/{y}.png", "© 天地图"));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThatThrownBy(
                        () ->
                                SettingsReader.read(
                                        Map.of(
                                                "WEIWANG_PORT", "70700",
                                                "WEIWANG_PROT", "1",
                                                "WEIWANG_BATCH_ROWS", "0",
                                                "WEIWANG_DB_URL", "mysql://x",
                                                "WEIWANG_TILE_URL", "https://tiles.example/{z}",
                                                "WEIWANG_CONFIG", "/nowhere")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("WEIWANG_PORT must be from 0 to 65535, not 70700")
                .hasMessageContaining("WEIWANG_BATCH_ROWS must be from 1 to 1000000000, not 0")
                .hasMessageContaining("WEIWANG_PROT in the environment is no setting")
                .hasMessageContaining("WEIWANG_DB_URL must begin with jdbc:postgresql:")
                .hasMessageContaining("WEIWANG_DB_URL needs WEIWANG_DB_USER")
                .hasMessageContaining("WEIWANG_TILE_URL must be like")
                .hasMessageContaining("/nowhere can't be read");
    }

    @Test
    void aPasswordIsNeverShown() throws SettingsException {
        Settings settings =
                SettingsReader.read(
                        Map.of(
                                "WEIWANG_DB_URL", "jdbc:postgresql://db/weiwang?password=hunter2",
                                "WEIWANG_DB_USER", "weiwang",
                                "WEIWANG_DB_PASSWORD", "hunter2"));
        assertThat(settings.toString()).doesNotContain("hunter2");
    }
}
