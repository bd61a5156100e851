package org.weiwang.edition.comparing.format;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.edition.comparing.Change;
import org.weiwang.edition.comparing.Changed;
import org.weiwang.edition.comparing.Comparison;
import org.weiwang.geo.GeoJson;

/**
 * Writes the places that changed: added and removed grids whole, of reshaped ones what they gained
 * and what they lost, each as one feature. The area is in square metres.
 */
final class ComparisonGeoJson {
    /** Which part of a reshaped grid a feature is. */
    private enum Piece {
        GAINED,
        LOST
    }

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private ComparisonGeoJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(Comparison comparison, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            // What breaks off must not look whole.
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField("from", comparison.from());
            json.writeStringField("to", comparison.to());
            json.writeArrayFieldStart("features");
            ComparisonGeoJson features = new ComparisonGeoJson(json);
            for (Changed changed : comparison.changed()) {
                if (changed.level() != null) {
                    features.write(changed);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void write(Changed changed) throws IOException {
        if (changed.before() == null) {
            write(changed, Change.ADDED, null, changed.after().geometry());
        } else if (changed.after() == null) {
            write(changed, Change.REMOVED, null, changed.before().geometry());
        } else if (changed.reshaping() != null) {
            write(changed, Change.RESHAPED, Piece.GAINED, changed.reshaping().gained());
            write(changed, Change.RESHAPED, Piece.LOST, changed.reshaping().lost());
        }
    }

    /** Nothing for an empty geometry. */
    private void write(Changed changed, Change change, Piece piece, MultiPolygon geometry)
            throws IOException {
        if (geometry.isEmpty()) {
            return;
        }
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField(
                "id", changed.level() + ":" + changed.code() + (piece == null ? "" : ":" + piece));
        json.writeFieldName("geometry");
        json.writeRawValue(new String(GeoJson.encode(geometry), StandardCharsets.US_ASCII));
        json.writeObjectFieldStart("properties");
        json.writeStringField("change", change.name());
        json.writeStringField("piece", piece == null ? null : piece.name());
        json.writeStringField("level", changed.levelName());
        json.writeStringField("code", changed.code());
        json.writeStringField("name", changed.name());
        json.writeNumberField("area", SquareMetres.of(geometry));
        json.writeEndObject();
        json.writeEndObject();
    }
}
