package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.weiwang.config.Settings;

/** An OpenID provider with a page on which anyone signs in as anyone. */
final class Issuing implements AutoCloseable {
    private static final String REALM = "city";
    private static final int LIFE_SECONDS = 3_600;

    private final MockOAuth2Server server;

    Issuing() throws IOException {
        server =
                new MockOAuth2Server(
                        new OAuth2Config(
                                true,
                                null,
                                null,
                                false,
                                new OAuth2TokenProvider(),
                                Set.of(tokensFor("weiwang"))));
        server.start();
        server.jwksUrl(REALM).url().openStream().close(); // The first answer takes its time.
    }

    private static DefaultOAuth2TokenCallback tokensFor(String audience) {
        return new DefaultOAuth2TokenCallback(
                REALM, "", "JWT", List.of(audience), Map.of(), LIFE_SECONDS);
    }

    Optional<Settings.Oidc> settings() {
        return Optional.of(
                new Settings.Oidc(
                        URI.create(server.issuerUrl(REALM).toString()),
                        "weiwang",
                        "roles",
                        Optional.of(new Settings.Client("weiwang-page", "openid profile"))));
    }

    /** The next token will be for another service. */
    void mistakeTheService() {
        server.enqueueCallback(tokensFor("other"));
    }

    /** Goes from the map to the page on which users sign in. */
    void visit(Page page) {
        page.locator("#session button").click();
        page.locator("dialog form > .primary").click();
        page.waitForURL(Pattern.compile(".*/city/authorize\\?.*"));
    }

    /**
     * Goes there, signs in and comes back.
     *
     * @param claims of the tokens, as JSON
     */
    void signIn(Page page, String claims) {
        visit(page);
        enter(page, claims);
    }

    /** Signs in on its page and comes back. */
    void enter(Page page, String claims) {
        page.locator("[name=username]").fill("u-17");
        page.locator("[name=claims]").fill(claims);
        page.locator("[type=submit]").click();
        awaitOutcome(page);
    }

    /** Waits until the page has come back and knows who is there. */
    static void awaitOutcome(Page page) {
        page.locator("#session button:enabled").waitFor();
    }

    void revoke(String refreshToken) throws IOException, InterruptedException {
        String form =
                "client_id=weiwang-page&token_type_hint=refresh_token&token="
                        + URLEncoder.encode(refreshToken, StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(server.revocationEndpointUrl(REALM).uri())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        HttpResponse<Void> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
