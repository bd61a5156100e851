package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weiwang.access.Role;
import org.weiwang.http.wire.AtLeast;

/** The definition says what the server does, no more and no less. */
@Tag("store")
class DefinitionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern IN_BRACES = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern ALLOWED =
            Pattern.compile("There is no parameter \"undeclared\" here; allowed: (.*)");

    private static TestServer server;
    private static String token;
    private static JsonNode document;
    private static List<Operation> operations;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
        token = "Bearer " + server.token("admin", Role.ADMIN, null);
        document = JSON.readTree(server.get("/api/v1/openapi").body());
        operations = Operation.all(document);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isServedAsWhatItIsFromTheRootOfTheServer() throws Exception {
        HttpResponse<String> response = server.get("/api/v1/openapi");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualTo(DefinitionHandler.CONTENT_TYPE);
        assertThat(server.uri().toString()).isEqualTo(document.at("/servers/0/url").textValue());
    }

    @Test
    void everyRouteIsDefinedAndEveryDefinitionIsARoute() {
        Set<String> routes = new TreeSet<>();
        Set<String> heads = new TreeSet<>();
        for (Endpoint endpoint : server.server().endpoints()) {
            String method = endpoint.method.name();
            if (method.equals("HEAD")) {
                heads.add("GET " + endpoint.path);
            } else if (method.equals("OPTIONS")) {
                assertThat(endpoint.path).startsWith("/ogc");
            } else {
                routes.add(method + " " + endpoint.path);
            }
        }
        Set<String> defined = new TreeSet<>();
        for (Operation operation : operations) {
            Endpoint endpoint = endpoint(operation);
            defined.add(endpoint.method.name() + " " + endpoint.path);
        }
        assertThat(defined).isEqualTo(routes);
        assertThat(heads)
                .isEqualTo(
                        new TreeSet<>(routes.stream().filter(r -> r.startsWith("GET")).toList()));
    }

    @Test
    void theRolesAreThoseOfTheRoutes() {
        for (Operation operation : operations) {
            AtLeast least =
                    (AtLeast)
                            endpoint(operation).metadata(Roles.class).getRoles().iterator().next();
            assertThat(operation.node().path("x-role").asText("VIEWER"))
                    .as(operation.toString())
                    .isEqualTo(least.role().name());
            assertThat(operation.node().has("security"))
                    .as(operation.toString())
                    .isEqualTo(least.onLoopback() != Role.VIEWER);
        }
    }

    @Test
    void theParametersAreThoseThatAreAccepted() throws Exception {
        for (Operation operation : operations) {
            String path = IN_BRACES.matcher(operation.path()).replaceAll("1");
            HttpResponse<String> response =
                    server.ask(
                            operation.method().toUpperCase(Locale.ROOT),
                            path + "?undeclared=1",
                            "Authorization",
                            token);
            assertThat(response.statusCode()).as(operation.toString()).isEqualTo(400);
            Matcher allowed =
                    ALLOWED.matcher(JSON.readTree(response.body()).get("detail").textValue());
            assertThat(allowed.matches()).as(response.body()).isTrue();
            Set<String> names = new TreeSet<>(List.of(allowed.group(1).split(", ")));
            names.remove("none");
            assertThat(operation.names("query")).as(operation.toString()).isEqualTo(names);
        }
    }

    @Test
    void pathsHaveTheParametersThatTheyName() {
        for (Operation operation : operations) {
            Set<String> named = new TreeSet<>();
            IN_BRACES.matcher(operation.path()).results().forEach(m -> named.add(m.group(1)));
            assertThat(operation.names("path")).as(operation.toString()).isEqualTo(named);
        }
    }

    @Test
    void referencesLeadSomewhereAndNamesAreTold() {
        List<String> lost = new ArrayList<>();
        for (JsonNode reference : document.findValues("$ref")) {
            if (document.at(reference.textValue().substring(1)).isMissingNode()) {
                lost.add(reference.textValue());
            }
        }
        assertThat(lost).isEmpty();
        Set<String> ids = new HashSet<>();
        for (Operation operation : operations) {
            assertThat(ids.add(operation.node().get("operationId").textValue()))
                    .as(operation.toString())
                    .isTrue();
            assertThat(operation.node().get("summary").textValue()).isNotBlank();
        }
    }

    @Test
    void sharedPartsAreUsed() {
        Set<String> used = new HashSet<>();
        document.findValues("$ref").forEach(reference -> used.add(reference.textValue()));
        Map<String, String> unused = new TreeMap<>();
        for (String kind : List.of("parameters", "responses", "schemas")) {
            document.at("/components/" + kind)
                    .fieldNames()
                    .forEachRemaining(
                            name -> {
                                String reference = "#/components/" + kind + "/" + name;
                                if (!used.contains(reference)) {
                                    unused.put(reference, kind);
                                }
                            });
        }
        assertThat(unused).isEmpty();
    }

    /** The route that answers what the definition has; the one of most words, where several do. */
    private static Endpoint endpoint(Operation operation) {
        List<String> steps = List.of(operation.path().split("/"));
        return server.server().endpoints().stream()
                .filter(endpoint -> endpoint.method.name().equalsIgnoreCase(operation.method()))
                .filter(endpoint -> fits(List.of(endpoint.path.split("/")), steps))
                .min((one, other) -> Long.compare(holes(one), holes(other)))
                .orElseThrow(() -> new AssertionError(operation + " is no route"));
    }

    private static boolean fits(List<String> route, List<String> steps) {
        if (route.size() != steps.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!route.get(i).equals(steps.get(i)) && !route.get(i).startsWith("{")) {
                return false;
            }
        }
        return true;
    }

    private static long holes(Endpoint endpoint) {
        return endpoint.path.chars().filter(c -> c == '{').count();
    }
}
