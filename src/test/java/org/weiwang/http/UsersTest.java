package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.Answers.assertProblem;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weiwang.access.Issuer;

/** Users of an OpenID provider, over HTTP. */
@Tag("store")
class UsersTest {
    private static final String REALM = "city";

    @Test
    void aUserIsLetInByRoleAndToldApartWhileTheIssuerIsThere() throws Exception {
        MockOAuth2Server provider = new MockOAuth2Server();
        provider.start();
        URI address = URI.create(provider.issuerUrl(REALM).toString());
        provider.wellKnownUrl(REALM).url().openStream().close();
        Issuer issuer = new Issuer(address, "weiwang", "roles");
        try (TestServer server = new TestServer(Exposure.loopback(), Optional.of(issuer))) {
            server.start();
            String planner = token(provider, "weiwang", "planner");
            assertThat(as(server, planner, "/api/v1/me").body())
                    .isEqualTo("{\"name\":\"wang (u-17)\",\"role\":\"PLANNER\"}");
            assertProblem(as(server, planner, "/api/v1/audit"), 403, "wang (u-17) has PLANNER");
            String chief = token(provider, "weiwang", "admin");
            assertThat(as(server, chief, "/api/v1/audit").statusCode()).isEqualTo(200);
            assertProblem(as(server, token(provider, "other", "admin"), "/api/v1/me"), 401, "aud");
        } finally {
            provider.shutdown();
        }
        try (TestServer server = new TestServer(Exposure.loopback(), Optional.of(issuer))) {
            server.start();
            HttpResponse<String> answer =
                    as(server, token(provider, "weiwang", "admin"), "/api/v1/me");
            assertProblem(answer, 503, "issuer of the token can't be reached");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(server.get("/api/v1/districts").statusCode()).isEqualTo(200);
        }
    }

    private static String token(MockOAuth2Server provider, String audience, String role) {
        return provider.issueToken(
                        REALM,
                        "page",
                        new DefaultOAuth2TokenCallback(
                                REALM,
                                "u-17",
                                "JWT",
                                List.of(audience),
                                Map.of("preferred_username", "wang", "roles", List.of(role)),
                                600))
                .serialize();
    }

    private static HttpResponse<String> as(TestServer server, String token, String path)
            throws Exception {
        return server.get(path, "Authorization", "Bearer " + token);
    }
}
