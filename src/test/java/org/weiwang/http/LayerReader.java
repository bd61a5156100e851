package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.weiwang.store.postgres.ConnectionSettings;

/** The layers of a server as a GIS tool reads them, and as the database under it has them. */
final class LayerReader {
    private static final Pattern SYSTEM = Pattern.compile("\\{([0-9]+)}");

    private final URI server;
    private final ConnectionSettings database;

    LayerReader(URI server, ConnectionSettings database) {
        this.server = server;
        this.database = database;
    }

    /** The URI of the system of an EPSG code. */
    static String epsg(int code) {
        return "http://www.opengis.net/def/crs/EPSG/0/" + code;
    }

    /**
     * The path of a request.
     *
     * @param query parameters as they are meant, not encoded; {@code {4490}} is {@link #epsg}'s
     *     URI; empty for none
     */
    static String path(String path, String query) {
        if (query.isEmpty()) {
            return path;
        }
        String named =
                SYSTEM.matcher(query).replaceAll(code -> epsg(Integer.parseInt(code.group(1))));
        return path
                + Arrays.stream(named.split("&"))
                        .map(LayerReader::encoded)
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String pair) {
        int equals = pair.indexOf('=');
        return pair.substring(0, equals + 1) + URLEncoder.encode(pair.substring(equals + 1), UTF_8);
    }

    static String items(String collection, String query) {
        return path("/ogc/collections/" + collection + "/items", query);
    }

    JsonNode page(String collection, String query) throws Exception {
        return Answers.get(server, items(collection, query));
    }

    /** All pages from one on, as the links lead. */
    List<JsonNode> pages(String path) throws Exception {
        List<JsonNode> pages = new ArrayList<>();
        for (String next = path; next != null; next = Answers.next(pages.get(pages.size() - 1))) {
            pages.add(Answers.get(server, next));
        }
        return pages;
    }

    /** Of all features on all pages. */
    List<String> ids(String collection, String query) throws Exception {
        return ids(pages(items(collection, query)));
    }

    static List<String> ids(List<JsonNode> pages) {
        List<String> ids = new ArrayList<>();
        for (JsonNode page : pages) {
            page.get("features").forEach(feature -> ids.add(feature.get("id").asText()));
        }
        return ids;
    }

    /** The first column of what the database answers. */
    List<String> column(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO weiwang, public");
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(column(sql).get(0));
    }
}
