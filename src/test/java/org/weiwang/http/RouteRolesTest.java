package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.router.Endpoint;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weiwang.ServedDemoCounty;
import org.weiwang.access.Role;
import org.weiwang.access.Secret;
import org.weiwang.http.wire.AtLeast;

/** Every route that the server has, asked by everyone. */
@Tag("store")
class RouteRolesTest {
    /** The least role of each route, and behind it that for this machine where it is another. */
    private static final String TABLE =
            """
            GET    /health/live                          VIEWER
            GET    /health/ready                         VIEWER
            GET    /api/v1/openapi                       VIEWER
            GET    /api/v1/settings                      VIEWER
            GET    /api/v1/me                            VIEWER
            GET    /api/v1/audit                         ADMIN
            GET    /api/v1/districts                     VIEWER
            GET    /api/v1/lookup                        VIEWER
            GET    /api/v1/addresses                     VIEWER
            POST   /api/v1/lookup                        VIEWER
            GET    /api/v1/grids/{code}                  VIEWER
            GET    /api/v1/grids/{code}/addresses        VIEWER
            GET    /api/v1/editions/{id}/assignments     VIEWER
            GET    /api/v1/isochrone                     VIEWER
            GET    /api/v1/circle                        VIEWER
            GET    /api/v1/circle/standards              VIEWER
            GET    /api/v1/circle/network                VIEWER
            GET    /api/v1/circle/unserved               VIEWER
            POST   /api/v1/circle/scenario               VIEWER
            POST   /api/v1/circle/siting                 VIEWER
            GET    /api/v1/circle/scenarios              PLANNER
            POST   /api/v1/circle/scenarios              PLANNER
            GET    /api/v1/circle/scenarios/compare      PLANNER
            GET    /api/v1/circle/scenarios/{id}         PLANNER
            PUT    /api/v1/circle/scenarios/{id}         PLANNER
            DELETE /api/v1/circle/scenarios/{id}         PLANNER
            GET    /api/v1/circle/scenarios/{id}/effects PLANNER
            GET    /api/v1/circle/scenarios/{id}/plan.geojson  PLANNER
            GET    /metrics                              ADMIN   VIEWER
            GET    /api/v1/editions                      VIEWER
            POST   /api/v1/editions                      PLANNER
            POST   /api/v1/editions/preview              PLANNER
            GET    /api/v1/editions/{id}                 VIEWER
            DELETE /api/v1/editions/{id}                 PLANNER
            GET    /api/v1/editions/{id}/grids           PLANNER
            GET    /api/v1/editions/{id}/repairs         PLANNER
            GET    /api/v1/editions/{id}/repairs/{repair}  PLANNER
            POST   /api/v1/editions/{id}/repairs         PLANNER
            POST   /api/v1/editions/{id}/edits           PLANNER
            POST   /api/v1/editions/{id}/edits/check     PLANNER
            POST   /api/v1/editions/{id}/publish         PUBLISHER
            GET    /api/v1/editions/{a}/compare/{b}      VIEWER
            GET    /api/v1/editions/{a}/compare/{b}/addresses  VIEWER
            GET    /ogc                                  VIEWER
            OPTIONS /ogc                                  VIEWER
            GET    /ogc/api                              VIEWER
            OPTIONS /ogc/api                              VIEWER
            GET    /ogc/conformance                      VIEWER
            OPTIONS /ogc/conformance                      VIEWER
            GET    /ogc/collections                      VIEWER
            OPTIONS /ogc/collections                      VIEWER
            GET    /ogc/collections/{id}                 VIEWER
            OPTIONS /ogc/collections/{id}                 VIEWER
            GET    /ogc/collections/{id}/schema          VIEWER
            OPTIONS /ogc/collections/{id}/schema          VIEWER
            GET    /ogc/collections/{id}/queryables      VIEWER
            OPTIONS /ogc/collections/{id}/queryables      VIEWER
            GET    /ogc/collections/{id}/items           VIEWER
            OPTIONS /ogc/collections/{id}/items           VIEWER
            GET    /ogc/collections/{id}/items/{item}    VIEWER
            OPTIONS /ogc/collections/{id}/items/{item}    VIEWER
            GET    /ogc/tileMatrixSets                   VIEWER
            OPTIONS /ogc/tileMatrixSets                   VIEWER
            GET    /ogc/tileMatrixSets/WebMercatorQuad   VIEWER
            OPTIONS /ogc/tileMatrixSets/WebMercatorQuad   VIEWER
            GET    /ogc/collections/{id}/tiles           VIEWER
            OPTIONS /ogc/collections/{id}/tiles           VIEWER
            GET    /ogc/collections/{id}/tiles/WebMercatorQuad VIEWER
            OPTIONS /ogc/collections/{id}/tiles/WebMercatorQuad VIEWER
            GET    /ogc/collections/{id}/tiles/WebMercatorQuad/{z}/{y}/{x} VIEWER
            OPTIONS /ogc/collections/{id}/tiles/WebMercatorQuad/{z}/{y}/{x} VIEWER
            """;

    private static final String NOBODY = "nobody";

    private static TestServer server;

    /** Who asks, with the secret that they send; null for none. */
    private static final Map<String, String> CALLERS = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
        CALLERS.put(NOBODY, null);
        for (Role role : Role.values()) {
            CALLERS.put(role.name(), server.token(role.name(), role, null));
        }
        CALLERS.put("wrong", Secret.make());
        CALLERS.put("garbled", "not a token");
        CALLERS.put("expired", server.token("expired", Role.ADMIN, Instant.now().minusSeconds(1)));
        CALLERS.put("revoked", server.token("revoked", Role.ADMIN, null));
        server.tokens().revoke("revoked", ServedDemoCounty.TESTER);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() {
        assertThat(new TreeSet<>(server.server().endpoints().stream().map(this::name).toList()))
                .isEqualTo(new TreeSet<>(withHeads().keySet()));
    }

    @Test
    void everyRouteLetsInThoseWhoMayAndNobodyElse() throws Exception {
        for (Map.Entry<String, AtLeast> route : withHeads().entrySet()) {
            for (String caller : CALLERS.keySet()) {
                ask(route.getKey(), caller, route.getValue().onLoopback());
                ask(
                        route.getKey(),
                        caller,
                        route.getValue().role(),
                        "X-Forwarded-For",
                        "127.0.0.1");
            }
        }
    }

    private void ask(String route, String caller, Role least, String... headers) throws Exception {
        int status = status(route, CALLERS.get(caller), headers);
        String who = route + " asked by " + caller;
        int expected = expected(least, caller);
        if (expected == 200) {
            assertThat(status).as(who).isNotIn(401, 403).isLessThan(500);
        } else {
            assertThat(status).as(who).isEqualTo(expected);
        }
    }

    private static int expected(Role least, String caller) {
        if (caller.equals(NOBODY)) {
            return least == Role.VIEWER ? 200 : 401;
        }
        List<String> roles = List.of(Role.values()).stream().map(Role::name).toList();
        if (!roles.contains(caller)) {
            return 401;
        }
        return roles.indexOf(caller) >= least.ordinal() ? 200 : 403;
    }

    private int status(String route, String secret, String... more) throws Exception {
        String[] methodAndPath = route.split(" ");
        String path = methodAndPath[1].replaceAll("\\{[a-z]+}", "1");
        List<String> headers = new ArrayList<>(List.of(more));
        if (secret != null) {
            headers.addAll(List.of("Authorization", "Bearer " + secret));
        }
        HttpResponse<String> response =
                server.ask(methodAndPath[0], path, headers.toArray(String[]::new));
        if (response.statusCode() == 401) {
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .contains("Bearer realm=\"weiwang\"");
        }
        return response.statusCode();
    }

    private String name(Endpoint endpoint) {
        return endpoint.method.name() + " " + endpoint.path;
    }

    /** What may be read may be asked for with HEAD. */
    private static Map<String, AtLeast> withHeads() {
        Map<String, AtLeast> routes =
                TABLE.lines()
                        .map(line -> line.split(" +"))
                        .collect(
                                Collectors.toMap(
                                        row -> row[0] + " " + row[1],
                                        RouteRolesTest::least,
                                        (one, other) -> one,
                                        TreeMap::new));
        Map<String, AtLeast> all = new TreeMap<>(routes);
        routes.forEach(
                (route, role) -> {
                    if (route.startsWith("GET ")) {
                        all.put(route.replace("GET ", "HEAD "), role);
                    }
                });
        return all;
    }

    private static AtLeast least(String... row) {
        Role role = Role.valueOf(row[2]);
        return new AtLeast(role, row.length == 4 ? Role.valueOf(row[3]) : role);
    }
}
