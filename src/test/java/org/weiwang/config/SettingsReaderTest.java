package org.weiwang.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        assertThat(settings.network()).isEqualTo(Settings.Network.DEFAULT);
        assertThat(settings.oidc()).isEmpty();
    }

    @Test
    void theLivingCircleIsMadeAsSet() throws SettingsException {
        assertThat(SettingsReader.read(Map.of()).circle()).isEqualTo(Settings.Circle.DEFAULT);
        assertThat(
                        SettingsReader.read(
                                        Map.of(
                                                "WEIWANG_CIRCLE", "no",
                                                "WEIWANG_SNAP_METRES", "150",
                                                "WEIWANG_ISOCHRONE_METRES", "50",
                                                "WEIWANG_STANDARDS", "/etc/standards"))
                                .circle())
                .isEqualTo(
                        new Settings.Circle(
                                false, 150, 50, Optional.of(Path.of("/etc/standards"))));
        assertThatThrownBy(
                        () ->
                                SettingsReader.read(
                                        Map.of(
                                                "WEIWANG_CIRCLE", "off",
                                                "WEIWANG_SNAP_METRES", "-1",
                                                "WEIWANG_ISOCHRONE_METRES", "0")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("WEIWANG_CIRCLE must be yes or no, not off")
                .hasMessageContaining("WEIWANG_SNAP_METRES must be from 0 to 10000")
                .hasMessageContaining("WEIWANG_ISOCHRONE_METRES must be from 1 to 1000");
    }

    @Test
    void addressesAreWrittenInTheWordsThatAreSet() throws SettingsException {
        assertThat(SettingsReader.read(Map.of()).addressWords()).isEmpty();
        assertThat(
                        SettingsReader.read(Map.of("WEIWANG_ADDRESS_WORDS", " building=幢 , room=房"))
                                .addressWords())
                .isEqualTo(Map.of("building", "幢", "room", "房"));
        for (String wrong : new String[] {"栋", "house=栋", "building=", "room=5", "room=a,room=b"}) {
            assertThatThrownBy(() -> SettingsReader.read(Map.of("WEIWANG_ADDRESS_WORDS", wrong)))
                    .as(wrong)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("WEIWANG_ADDRESS_WORDS");
        }
    }

    @Test
    void theNetworkIsMetAsSet() throws SettingsException {
        Settings settings =
                SettingsReader.read(
                        Map.of(
                                "WEIWANG_HOST", "0.0.0.0",
                                "WEIWANG_PUBLIC_READS", "yes",
                                "WEIWANG_PROXIES", "10.0.0.0/8, 192.0.2.1,2001:db8::/32",
                                "WEIWANG_PUBLIC_URL", "https://gis.example/grids/",
                                "WEIWANG_CORS_ORIGINS", "https://map.example,http://x:8080",
                                "WEIWANG_REQUESTS_PER_MINUTE", "0",
                                "WEIWANG_OIDC_ISSUER", "https://sso.example/realms/city",
                                "WEIWANG_OIDC_AUDIENCE", "weiwang"));
        assertThat(settings.network())
                .isEqualTo(
                        new Settings.Network(
                                "0.0.0.0",
                                List.of("10.0.0.0/8", "192.0.2.1", "2001:db8::/32"),
                                Optional.of(URI.create("https://gis.example/grids")),
                                Set.of("https://map.example", "http://x:8080"),
                                0,
                                1_000,
                                30));
        assertThat(settings.oidc())
                .contains(
                        new Settings.Oidc(
                                URI.create("https://sso.example/realms/city"),
                                "weiwang",
                                "roles",
                                Optional.empty()));
    }

    @Test
    void thePageIsAClientOfTheIssuer() throws SettingsException {
        Map<String, String> issuer =
                Map.of(
                        "WEIWANG_OIDC_ISSUER", "https://sso.example/realms/city",
                        "WEIWANG_OIDC_AUDIENCE", "weiwang",
                        "WEIWANG_OIDC_CLIENT", "weiwang-page");
        assertThat(SettingsReader.read(issuer).oidc().orElseThrow().client())
                .contains(new Settings.Client("weiwang-page", "openid profile"));
        Map<String, String> withScope = new HashMap<>(issuer);
        withScope.put("WEIWANG_OIDC_SCOPE", "offline_access openid");
        assertThat(SettingsReader.read(withScope).oidc().orElseThrow().client())
                .contains(new Settings.Client("weiwang-page", "offline_access openid"));
    }

    @Test
    void everyFaultOfTheIssuerIsToldAtOnce() {
        assertThatThrownBy(
                        () ->
                                SettingsReader.read(
                                        Map.of(
                                                "WEIWANG_OIDC_CLIENT", "weiwang-page",
                                                "WEIWANG_OIDC_ROLE_CLAIM", "roles")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("WEIWANG_OIDC_CLIENT needs WEIWANG_OIDC_ISSUER")
                .hasMessageContaining("WEIWANG_OIDC_ROLE_CLAIM needs WEIWANG_OIDC_ISSUER");
        assertThatThrownBy(
                        () ->
                                SettingsReader.read(
                                        Map.of(
                                                "WEIWANG_OIDC_ISSUER", "https://x:y@sso.example",
                                                "WEIWANG_OIDC_SCOPE", "openidx profile",
                                                "WEIWANG_OIDC_CLIENT_SECRET", "hunter2")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("WEIWANG_OIDC_ISSUER must begin with https://")
                .hasMessageContaining("WEIWANG_OIDC_ISSUER needs WEIWANG_OIDC_AUDIENCE")
                .hasMessageContaining("WEIWANG_OIDC_SCOPE must be names with blanks between")
                .hasMessageContaining("WEIWANG_OIDC_SCOPE needs WEIWANG_OIDC_CLIENT")
                .hasMessageContaining("WEIWANG_OIDC_CLIENT_SECRET in the environment is no setting")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void anotherAddressThanLoopbackNeedsTheWordThatReadsArePublic() {
        assertThatThrownBy(() -> SettingsReader.read(Map.of("WEIWANG_HOST", "192.0.2.1")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("without a token; set WEIWANG_PUBLIC_READS=yes");
    }

    @Test
    void everyFaultOfTheNetworkIsToldAtOnce() {
        assertThatThrownBy(
                        () ->
                                SettingsReader.read(
                                        Map.of(
                                                "WEIWANG_PUBLIC_READS", "true",
                                                "WEIWANG_PROXIES", "proxy.example,10.0.0.0/99",
                                                "WEIWANG_CORS_ORIGINS", "https://map.example/",
                                                "WEIWANG_CONNECTIONS", "1",
                                                "WEIWANG_OIDC_ISSUER", "http://sso.example")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("WEIWANG_PUBLIC_READS must be yes or no, not true")
                .hasMessageContaining("proxy.example is neither")
                .hasMessageContaining("10.0.0.0/99 is neither")
                .hasMessageContaining("https://map.example/ is neither")
                .hasMessageContaining("WEIWANG_CONNECTIONS must be from 10 to 100000, not 1")
                .hasMessageContaining("WEIWANG_OIDC_ISSUER needs WEIWANG_OIDC_AUDIENCE")
                .hasMessageContaining("WEIWANG_OIDC_ISSUER must begin with https://");
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
