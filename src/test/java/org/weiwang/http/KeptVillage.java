package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.weiwang.SmallService;
import org.weiwang.access.Role;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.Village;
import org.weiwang.geo.LonLat;
import org.weiwang.store.postgres.ConnectionSettings;

/** A service of {@link Village}, with a school S, and the scenarios that a planner keeps there. */
final class KeptVillage implements AutoCloseable {
    static final String PATH = "/api/v1/circle/scenarios";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SmallService service;

    KeptVillage(Path data, Path folder) throws Exception {
        service =
                new SmallService(data)
                        .startWithCircle(
                                Village.in(folder).withFacility("S", "西小学", "小学", "", 0.3, 0.5),
                                folder);
    }

    SmallService service() {
        return service;
    }

    URI uri() {
        return service.uri();
    }

    HttpResponse<String> send(String method, String path, String json) throws Exception {
        return Answers.send(uri(), method, PATH + path, Role.PLANNER, json);
    }

    /** The document that is answered where nothing is wrong. */
    JsonNode get(String path) throws Exception {
        return document(send("GET", path, ""), 200);
    }

    /** Keeps a plan; returns the document of it. */
    JsonNode keep(String name, String plan) throws Exception {
        return document(send("POST", "", named(name, plan)), 201);
    }

    HttpResponse<String> replace(JsonNode kept, String name, String plan) throws Exception {
        String body =
                named(name, plan)
                        .replaceFirst(
                                "\\{",
                                "{\"replaces\":\"%s\",".formatted(kept.get("changedAt").asText()));
        return send("PUT", "/" + kept.get("id"), body);
    }

    HttpResponse<String> delete(JsonNode kept) throws Exception {
        return send(
                "DELETE",
                "/%s?replaces=%s"
                        .formatted(
                                kept.get("id"),
                                URLEncoder.encode(
                                        kept.get("changedAt").asText(), StandardCharsets.UTF_8)),
                "");
    }

    /** Changes what is in the database. */
    void execute(String sql) throws SQLException {
        ConnectionSettings settings = service.database();
        try (Connection connection =
                        DriverManager.getConnection(
                                settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Deletes all that are kept. */
    void clear() throws Exception {
        for (JsonNode kept : get("").get("scenarios")) {
            assertThat(delete(kept).statusCode()).isEqualTo(204);
        }
    }

    /**
     * @param plan members of the body behind the name
     */
    static String named(String name, String plan) {
        return "{\"name\":%s%s}"
                .formatted(JSON.valueToTree(name), plan.isEmpty() ? "" : "," + plan);
    }

    static JsonNode document(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    /** A facility more, as a member of {@code added} has it. */
    static String facility(String category, double east, double north) throws Exception {
        return "{\"category\":\"%s\",\"name\":\"新\",%s}".formatted(category, at(east, north));
    }

    static String at(double east, double north) throws Exception {
        LonLat place = SmallHandOver.place(east, north);
        return "\"lon\":%s,\"lat\":%s".formatted(place.lon(), place.lat());
    }

    @Override
    public void close() {
        service.close();
    }
}
