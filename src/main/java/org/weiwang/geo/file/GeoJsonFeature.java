package org.weiwang.geo.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature of a GeoJSON file.
 *
 * @param properties as text, empty for null
 */
record GeoJsonFeature(Geometry geometry, Map<String, String> properties) {
    private static final JsonFactory PLAIN = new JsonFactory();

    /**
     * @param parser at the feature's first token; afterwards at its last
     * @throws IllegalArgumentException when it is no feature
     */
    static GeoJsonFeature read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("it is no object");
        }
        String type = null;
        Geometry geometry = null;
        Map<String, String> properties = Map.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "type" -> {
                    type = parser.getText();
                    parser.skipChildren();
                }
                case "geometry" -> geometry = new GeoJsonGeometry(parser).read();
                case "properties" -> properties = properties(parser);
                default -> parser.skipChildren();
            }
        }
        if (!"Feature".equals(type)) {
            throw new IllegalArgumentException("its type is " + type + ", not Feature");
        }
        return new GeoJsonFeature(geometry, properties);
    }

    private static Map<String, String> properties(JsonParser parser) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return properties;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("its properties are no object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            properties.put(name, Bounds.text(name, text(parser)));
        }
        return properties;
    }

    private static String text(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> "";
            case VALUE_NUMBER_FLOAT -> Figures.text(parser.getDecimalValue());
            case START_ARRAY, START_OBJECT -> json(parser);
            default -> parser.getText();
        };
    }

    private static String json(JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = PLAIN.createGenerator(text)) {
            copy.copyCurrentStructure(parser);
        }
        return text.toString();
    }
}
