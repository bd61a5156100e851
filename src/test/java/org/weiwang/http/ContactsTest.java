package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weiwang.ServedDemoCounty;
import org.weiwang.access.Role;
import org.weiwang.access.Secret;
import org.weiwang.access.Token;
import org.weiwang.store.Database;
import org.weiwang.store.JdbcTokenStore;

/** Who is told how to reach responders. */
@Tag("store")
class ContactsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String GRID = "/api/v1/grids/510131001001001001";

    private static ServedDemoCounty county;
    private static String lookup;

    @BeforeAll
    static void serve() throws Exception {
        county = ServedDemoCounty.get();
        String address =
                Files.readAllLines(ServedDemoCounty.FOLDER.resolve("addresses.csv"))
                        .get(1)
                        .split(",")[0];
        lookup = "/api/v1/lookup?address=" + URLEncoder.encode(address, UTF_8);
    }

    private static String token(Role role) throws Exception {
        String secret = Secret.make();
        String name = role + "-" + System.nanoTime();
        try (Database database = Database.open(Optional.of(county.database()), Path.of("target"))) {
            new JdbcTokenStore(database.dataSource())
                    .create(
                            new Token(name, role, Instant.now(), null, null),
                            Secret.hash(secret),
                            ServedDemoCounty.TESTER);
        }
        return secret;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void dispatchersAndThoseAboveAreTold(Role role) throws Exception {
        String secret = token(role);
        for (String path : new String[] {lookup, GRID}) {
            HttpResponse<String> answer = get(path, "Authorization", "Bearer " + secret);
            JsonNode responders = JSON.readTree(answer.body()).get("responders");
            assertThat(responders).isNotEmpty();
            assertThat(answer.headers().allValues("Vary")).contains("Authorization");
            if (role == Role.VIEWER) {
                assertThat(responders.findValues("contact")).isEmpty();
                assertThat(answer.headers().firstValue("Cache-Control")).isEmpty();
            } else {
                assertThat(responders.get(0).get("contact").asText()).matches("028-0[0-9]{7}");
                assertThat(answer.headers().firstValue("Cache-Control"))
                        .contains("no-store, private");
            }
        }
    }

    @Test
    void nobodyElseIs() throws Exception {
        for (String path : new String[] {lookup, GRID}) {
            HttpResponse<String> answer = get(path, "Accept", "application/json");
            assertThat(answer.body()).contains("responders").doesNotContain("contact", "028-");
            assertThat(answer.headers().allValues("Vary")).contains("Authorization");
        }
    }

    @Test
    void manyAtATimeTellNobody() throws Exception {
        HttpResponse<String> answer =
                CLIENT.send(
                        HttpRequest.newBuilder(county.uri().resolve("/api/v1/lookup"))
                                .header("Content-Type", "text/csv")
                                .header("Authorization", "Bearer " + token(Role.ADMIN))
                                .POST(HttpRequest.BodyPublishers.ofString("lon,lat\n103.5,30.2\n"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("028-");
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(county.uri().resolve(path)).headers(headers).build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }
}
