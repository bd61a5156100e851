package org.weiwang.http.ogc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Property;

/** What the features of a collection are like, as JSON Schema (OGC API – Features 5). */
final class Schemas {
    static final String GEOMETRY = "geometry";

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private Schemas() {}

    /** Of the features as they are answered. */
    static Map<String, Object> returnables(String address, OgcCollection collection) {
        return schema(address + "/schema", collection, true);
    }

    /** Of what they can be asked by. */
    static Map<String, Object> queryables(String address, OgcCollection collection) {
        Map<String, Object> schema = schema(address + "/queryables", collection, false);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> schema(
            String id, OgcCollection collection, boolean hasReadOnly) {
        FeatureType type = collection.type();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(GEOMETRY, geometry(type.geometry()));
        int place = 1;
        for (Property property : type.properties()) {
            Map<String, Object> of = property(property);
            of.put("x-ogc-propertySeq", ++place);
            if (hasReadOnly) {
                of.put("readOnly", true);
            }
            properties.put(property.name(), of);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        schema.put("$id", id);
        schema.put("type", "object");
        schema.put("title", collection.title());
        schema.put("description", collection.description());
        schema.put("properties", properties);
        return schema;
    }

    private static Map<String, Object> geometry(GeometryType type) {
        Map<String, Object> geometry = new LinkedHashMap<>();
        geometry.put("title", "几何");
        geometry.put("$ref", "https://geojson.org/schema/" + type.geoJson() + ".json");
        geometry.put("format", "geometry-" + type.geoJson().toLowerCase(java.util.Locale.ROOT));
        geometry.put("x-ogc-role", "primary-geometry");
        geometry.put("x-ogc-propertySeq", 1);
        return geometry;
    }

    /** A property, as it stands in a schema. */
    static Map<String, Object> property(Property property) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", property.title());
        schema.putAll(type(property.type()));
        if (!property.values().isEmpty()) {
            schema.put("enum", property.values());
        }
        return schema;
    }

    private static Map<String, Object> type(Property.Type type) {
        return switch (type) {
            case STRING -> Map.of("type", "string");
            case INTEGER -> Map.of("type", "integer");
            case NUMBER -> Map.of("type", "number");
            case BOOLEAN -> Map.of("type", "boolean");
            case TIMESTAMP -> Map.of("type", "string", "format", "date-time");
        };
    }
}
