package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import org.junit.jupiter.api.Test;

class MapSettingsTest {
    private static final MapSettings.SignIn SIGN_IN =
            new MapSettings.SignIn(
                    URI.create("https://sso.example:8443/realms/city"),
                    "weiwang-page",
                    "openid profile",
                    "roles");

    @Test
    void thePageAsksNobodyButThisServerWhereNothingIsSet() {
        assertThat(new MapSettings(null, null, true).contentSecurityPolicy())
                .contains("; connect-src 'self';", "; img-src 'self' data:;");
    }

    @Test
    void thePageMayAskTheIssuerButTakesNoScriptFromIt() {
        assertThat(new MapSettings(null, SIGN_IN, true).contentSecurityPolicy())
                .contains(
                        "; connect-src 'self' https://sso.example:8443;",
                        "default-src 'none'; script-src 'self'; style-src 'self';",
                        "; img-src 'self' data:;",
                        "; form-action 'self';");
    }

    @Test
    void tilesAreOnlyPictures() {
        MapSettings.Tiles tiles =
                new MapSettings.Tiles("https://tiles.example/{z}/{x}/{y}.png", "© 天地图");
        assertThat(new MapSettings(tiles, null, true).contentSecurityPolicy())
                .contains("; connect-src 'self';", "; img-src 'self' data: https://tiles.example;");
    }

    @Test
    void thePageIsToldWhereToSignInAndNothingThatIsSecret() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(new MapSettings(null, SIGN_IN, true)))
                .isEqualTo(
                        "{\"tiles\":null,\"signIn\":{\"issuer\":\"https://sso.example:8443/realms/city\",\"client\":\"weiwang-page\",\"scope\":\"openid profile\",\"roleClaim\":\"roles\"},\"circle\":true}");
    }
}
