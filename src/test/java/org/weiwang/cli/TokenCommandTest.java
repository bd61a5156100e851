package org.weiwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/** The commands about tokens, each a process of its own. */
@Tag("store")
class TokenCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("answers on (http://[0-9.:]+)");
    private static final Pattern SECRET = Pattern.compile("wwt_[0-9A-Za-z_-]{43}");

    @TempDir private Path folder;

    private Process start(ConnectionSettings database, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.weiwang.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("WEIWANG_"));
        builder.environment().put("WEIWANG_DB_URL", database.url());
        builder.environment().put("WEIWANG_DB_USER", database.user());
        builder.environment().put("WEIWANG_DB_PASSWORD", database.password());
        builder.environment().put("WEIWANG_PORT", "0");
        return builder.directory(folder.toFile()).redirectError(err().toFile()).start();
    }

    private Path err() {
        return folder.resolve("err");
    }

    /** What the command writes to its standard output. */
    private String run(int exit, ConnectionSettings database, String... arguments)
            throws Exception {
        Process process = start(database, arguments);
        String out = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(out + Files.readString(err())).isEqualTo(exit);
        return out;
    }

    @Test
    void aTokenIsMadeListedAndRevoked() throws Exception {
        ConnectionSettings database = TestDatabase.fresh();
        String secret =
                run(
                        0,
                        database,
                        "token",
                        "create",
                        "--name",
                        "desk",
                        "--role",
                        "dispatcher",
                        "--expires",
                        "90d");
        assertThat(secret).matches(SECRET.pattern() + "\n");
        run(1, database, "token", "create", "--name", "desk", "--role", "ADMIN");
        assertThat(err())
                .content()
                .contains("There is a token desk already")
                .doesNotContain("\tat ");
        assertThat(run(0, database, "token", "list"))
                .containsPattern("desk +DISPATCHER +20.* good\n")
                .doesNotContain("wwt_");
        assertThat(run(0, database, "token", "revoke", "desk")).isEqualTo("revoked desk\n");
        assertThat(run(0, database, "token", "list")).containsPattern("desk .* revoked 20");
        assertThat(run(0, database, "audit", "--limit", "5").lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("TOKEN_REVOKED", "from command line"),
                        line -> assertThat(line).contains("TOKEN_CREATED", "desk", "by "));
    }

    @Test
    void whatCannotBeMeantIsRefused() throws Exception {
        ConnectionSettings database = TestDatabase.fresh();
        for (String[] off :
                new String[][] {
                    {"--name", "a b", "--role", "admin"},
                    {"--name", "desk", "--role", "king"},
                    {"--name", "desk", "--role", "admin", "--expires", "2001-01-01"},
                    {"--name", "desk", "--role", "admin", "--expires", "soon"}
                }) {
            List<String> arguments = new ArrayList<>(List.of("token", "create"));
            arguments.addAll(List.of(off));
            run(2, database, arguments.toArray(String[]::new));
        }
        run(2, database, "audit", "--limit", "0");
        assertThat(err()).content().contains("--limit must be 1 or more");
    }

    @Test
    @Timeout(600)
    void theDemoShowsATokenInPlaceOfTheLastOne() throws Exception {
        ConnectionSettings database = ServedDemoCounty.get().database();
        run(0, database, "token", "create", "--name", "demo", "--role", "VIEWER");
        String first = tokenOfDemo(database, "");
        String second = tokenOfDemo(database, first);
        assertThat(second).isNotEqualTo(first);
        assertThat(run(0, database, "token", "list"))
                .containsPattern("\ndemo +VIEWER +20\\S+ +never +good\n")
                .containsPattern("\\(demo\\) +PUBLISHER +20\\S+ +20\\S+ +good\n");
    }

    /**
     * @param last of the start before; empty for none
     */
    private String tokenOfDemo(ConnectionSettings database, String last) throws Exception {
        Process demo = start(database, "demo");
        try (BufferedReader out = demo.inputReader()) {
            StringBuilder said = new StringBuilder();
            Matcher address = ADDRESS.matcher(said);
            while (!address.reset().find()) {
                String line = out.readLine();
                assertThat(line).as(said + Files.readString(err())).isNotNull();
                said.append(line).append('\n');
            }
            Matcher secret = SECRET.matcher(said);
            assertThat(secret.find()).as(said.toString()).isTrue();
            URI me = URI.create(address.group(1) + "/api/v1/me");
            assertThat(as(secret.group(), me).body())
                    .isEqualTo("{\"name\":\"(demo)\",\"role\":\"PUBLISHER\"}");
            while (!last.isEmpty() && as(last, me).statusCode() != 401) {
                Thread.onSpinWait(); // Until the server has seen that it was revoked.
            }
            assertThat(err()).content().doesNotContain(secret.group());
            return secret.group();
        } finally {
            demo.destroy();
            demo.waitFor();
        }
    }

    private static HttpResponse<String> as(String secret, URI uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + secret)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
