package org.weiwang.geo.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What a GeoJSON file is like as a whole, read from its first to its last character. */
final class GeoJsonHead {
    private final JsonParser parser;
    private final Set<String> fieldNames = new LinkedHashSet<>();
    private boolean hasFeatures;
    private boolean isCollection;
    private boolean isCrsUnknown;
    private String crs;

    GeoJsonHead(JsonParser parser) {
        this.parser = parser;
    }

    /** The properties that any feature has, in the order in which they come. */
    Set<String> fieldNames() {
        return fieldNames;
    }

    /** The name of the reference system; empty where the file has none. */
    Optional<String> crs() {
        return Optional.ofNullable(crs);
    }

    /** Whether the file says that it has one of its own, but not which. */
    boolean isCrsUnknown() {
        return isCrsUnknown;
    }

    /** Goes to where the features of a file begin that has been read. */
    static void toFeatures(JsonParser parser) throws IOException {
        parser.nextToken();
        while (!"features".equals(parser.nextFieldName())) {
            parser.nextToken();
            parser.skipChildren();
        }
        parser.nextToken();
    }

    void read() throws IOException {
        require(parser.nextToken() == JsonToken.START_OBJECT, "it does not begin with {");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "type" -> readType();
                case "crs" -> readCrs();
                case "features" -> readFeatures();
                default -> parser.skipChildren();
            }
        }
        require(isCollection, "it has no type");
        require(hasFeatures, "it has no features");
        require(parser.nextToken() == null, "something follows upon its end");
    }

    private void readType() throws IOException {
        String type = parser.getText();
        require(
                type.equals("FeatureCollection"),
                "its type is %s, not FeatureCollection".formatted(type));
        isCollection = true;
    }

    /** As the format's first version had it: type and properties. */
    private void readCrs() throws IOException {
        String type = null;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("type")) {
                    type = parser.getText();
                    parser.skipChildren();
                } else if (name.equals("properties")) {
                    readCrsName();
                } else {
                    parser.skipChildren();
                }
            }
        } else {
            parser.skipChildren();
        }
        isCrsUnknown = !"name".equals(type) || crs == null;
    }

    private void readCrsName() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isName = parser.currentName().equals("name");
            if (parser.nextToken() == JsonToken.VALUE_STRING && isName) {
                crs = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readFeatures() throws IOException {
        require(parser.currentToken() == JsonToken.START_ARRAY, "its features are no list");
        hasFeatures = true;
        for (int number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
            try {
                fieldNames.addAll(GeoJsonFeature.read(parser).properties().keySet());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("record " + number + ": " + e.getMessage(), e);
            }
            require(
                    fieldNames.size() <= Bounds.FIELDS,
                    "its features have more than %d properties".formatted(Bounds.FIELDS));
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
