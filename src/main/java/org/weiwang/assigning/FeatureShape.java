package org.weiwang.assigning;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** GeoJSON features of points; the answer is among their properties. */
final class FeatureShape implements JsonShape {
    private final JsonMembers properties;

    FeatureShape(InputOptions options, boolean reasons) {
        this.properties = new JsonMembers(options, false, reasons);
    }

    @Override
    public void read(JsonParser parser, int from, JsonRow row) throws IOException {
        boolean isFeature = false;
        boolean empty = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            empty = false;
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "type" -> isFeature = parser.getText().equals("Feature");
                case "geometry" -> readGeometry(parser, row);
                case "properties" -> readProperties(parser, from, row);
                default -> {}
            }
            parser.skipChildren();
        }
        if (row.answerFrom < 0) {
            int end = JsonShape.begin(parser, from);
            row.answerAt(end, end, (empty ? "" : ",") + "\"properties\":{", "}");
        }
        if (!isFeature) {
            row.fault("is not a Feature");
        }
        if (!row.hasPlace) {
            row.fault("has no geometry");
        }
    }

    private static void readGeometry(JsonParser parser, JsonRow row) throws IOException {
        row.hasPlace = true;
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            row.fault("the geometry is not an object");
            return;
        }
        boolean isPoint = false;
        boolean hasPosition = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("type")) {
                isPoint = parser.getText().equals("Point");
            } else if (name.equals("coordinates")) {
                hasPosition = readPosition(parser, row);
            }
            parser.skipChildren();
        }
        if (!isPoint) {
            row.fault = "the geometry is not a Point";
        } else if (!hasPosition) {
            row.fault("the coordinates are not a longitude and a latitude");
        }
    }

    /** Leaves the parser at the end of the array; what follows the latitude is the height. */
    private static boolean readPosition(JsonParser parser, JsonRow row) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return false;
        }
        int count = 0;
        boolean numbers = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            numbers &= parser.currentToken().isNumeric();
            if (numbers && count == 0) {
                row.lon = row.number("lon", parser);
            } else if (numbers && count == 1) {
                row.lat = row.number("lat", parser);
            }
            parser.skipChildren();
            count++;
        }
        return numbers && count >= 2;
    }

    private void readProperties(JsonParser parser, int from, JsonRow row) throws IOException {
        int begin = JsonShape.begin(parser, from);
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            row.answerAt(begin, begin + "null".length(), "{", "}");
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            boolean hadPlace = row.hasPlace;
            boolean empty = properties.read(parser, row);
            row.hasPlace = hadPlace;
            int end = JsonShape.begin(parser, from);
            row.answerAt(end, end, empty ? "" : ",", "");
        } else {
            row.faultOfAll("the properties are not an object");
        }
    }

    @Override
    public String standInBefore() {
        return "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{";
    }

    @Override
    public String standInAfter() {
        return "}}";
    }
}
