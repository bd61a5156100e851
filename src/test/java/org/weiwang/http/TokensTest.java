package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weiwang.http.Answers.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weiwang.ServedDemoCounty;
import org.weiwang.access.Role;
import org.weiwang.access.Secret;
import org.weiwang.access.TokenException;

/** API tokens, from being made to being good for nothing. */
@Tag("store")
class TokensTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ME = "/api/v1/me";

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> as(String secret, String path) throws Exception {
        return server.get(path, "Authorization", "Bearer " + secret);
    }

    @Test
    void aTokenIsGoodAtOnceAndForTheRoleItHas() throws Exception {
        assertThat(server.get(ME).body()).isEqualTo("{\"name\":null,\"role\":\"VIEWER\"}");
        String secret = server.token("desk", Role.DISPATCHER, null);
        HttpResponse<String> me = as(secret, ME);
        assertThat(me.body()).isEqualTo("{\"name\":\"desk\",\"role\":\"DISPATCHER\"}");
        assertThat(me.headers().firstValue("Cache-Control")).contains("no-store, private");
        assertThat(server.get(ME, "Authorization", "bearer " + secret).body()).isEqualTo(me.body());
    }

    @Test
    void aRevokedTokenIsGoodForNothingSoonAndItsNameIsFree() throws Exception {
        String secret = server.token("desk", Role.DISPATCHER, null);
        assertThat(as(secret, ME).statusCode()).isEqualTo(200);
        server.tokens().revoke("desk", ServedDemoCounty.TESTER);
        Instant limit = Instant.now().plusSeconds(10);
        while (as(secret, ME).statusCode() == 200) {
            assertThat(Instant.now()).isBefore(limit);
        }
        assertProblem(as(secret, ME), 401, "unknown, has expired or was revoked");
        String next = server.token("desk", Role.PLANNER, null);
        assertThat(as(next, ME).body()).contains("PLANNER");
    }

    @Test
    void namesAreTakenAndTokensAreThereOrNot() throws Exception {
        server.token("desk", Role.DISPATCHER, null);
        assertThatThrownBy(() -> server.token("desk", Role.ADMIN, null))
                .isInstanceOf(TokenException.class)
                .hasMessageContaining("There is a token desk already");
        assertThatThrownBy(() -> server.tokens().revoke("disk", ServedDemoCounty.TESTER))
                .isInstanceOf(TokenException.class)
                .hasMessageContaining("no token disk");
    }

    @Test
    void onlyTheHashIsStored() throws Exception {
        String secret = server.token("desk", Role.DISPATCHER, null);
        assertThat(secret).matches("wwt_[0-9A-Za-z_-]{43}");
        try (Connection connection =
                        DriverManager.getConnection(
                                server.settings().url(),
                                server.settings().user(),
                                server.settings().password());
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT api_token::text, hash FROM weiwang.api_token")) {
            row.next();
            assertThat(row.getString(1)).doesNotContain(secret.substring(4));
            assertThat(row.getString(2)).isEqualTo(Secret.hash(secret));
        }
    }

    @Test
    void aWrongTokenIsRefusedBeforeAnythingElseIsLookedAt() throws Exception {
        String wrong = Secret.make();
        for (String path :
                new String[] {
                    "/api/v1/lookup?nonsense=1", "/nowhere", "/index.html", "/webjars/nowhere"
                }) {
            assertProblem(as(wrong, path), 401, "unknown");
        }
        String good = server.token("desk", Role.DISPATCHER, null);
        assertProblem(as(good, "/nowhere"), 404, "Not Found");
        assertProblem(
                server.get(ME, "Authorization", "Bearer " + good, "Authorization", "Bearer x"),
                401,
                "given twice");
        assertProblem(server.get(ME, "Authorization", "Basic eDp5"), 401, "must be Bearer");
        assertProblem(as("eyJhbGciOiJub25lIn0.e30.", ME), 401, "not one of Weiwang's");
    }

    @Test
    void aTokenInAnAddressIsRefused() throws Exception {
        String good = server.token("desk", Role.ADMIN, null);
        assertProblem(server.get(ME + "?token=" + good), 400, "There is no parameter \"token\"");
        assertProblem(server.get("/api/v1/audit?access_token=" + good), 401, "role ADMIN");
    }

    @Test
    void theAuditTellsOfTokensTheNewestFirst() throws Exception {
        String admin = server.token("chief", Role.ADMIN, null);
        for (int i = 1; i <= 3; i++) {
            server.token("desk" + i, Role.DISPATCHER, null);
        }
        server.tokens().revoke("desk2", ServedDemoCounty.TESTER);
        JsonNode first = JSON.readTree(as(admin, "/api/v1/audit?limit=2").body());
        assertThat(first.get("entries")).hasSize(2);
        JsonNode newest = first.get("entries").get(0);
        assertThat(newest.get("action").asText()).isEqualTo("TOKEN_REVOKED");
        assertThat(newest.get("subject").asText()).isEqualTo("desk2");
        assertThat(newest.get("who").asText()).isEqualTo("tester");
        assertThat(newest.get("origin").asText()).isEqualTo("test");
        JsonNode rest =
                JSON.readTree(as(admin, "/api/v1/audit?before=" + first.get("next")).body());
        assertThat(rest.get("entries").findValuesAsText("subject"))
                .containsExactly("desk2", "desk1", "chief");
        assertThat(rest.get("next").isNull()).isTrue();
        assertProblem(as(admin, "/api/v1/audit?limit=0"), 400, "limit must be a whole number");
        assertProblem(as(admin, "/api/v1/audit?before=x"), 400, "before must be a whole number");
    }

    @Test
    void whileTheDatabaseIsAwayKnownTokensGoOnAndOthersCannotBeTold() throws Exception {
        String known = server.token("desk", Role.DISPATCHER, null);
        assertThat(as(known, ME).statusCode()).isEqualTo(200);
        Outage outage = Outage.begin(server.settings());
        String unknown = Secret.make();
        assertThat(as(unknown, ME).statusCode()).isEqualTo(503);
        HttpResponse<String> stillKnown = as(known, ME);
        outage.end();
        assertThat(stillKnown.statusCode()).isEqualTo(200);
        Instant limit = Instant.now().plusSeconds(30);
        while (as(unknown, ME).statusCode() == 503) {
            assertThat(Instant.now()).isBefore(limit);
        }
        assertThat(as(unknown, ME).statusCode()).isEqualTo(401);
    }
}
