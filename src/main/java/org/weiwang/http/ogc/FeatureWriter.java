package org.weiwang.http.ogc;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.weiwang.atlas.Feature;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Link;

/** Writes features as GeoJSON, streaming, their geometries as they were encoded beforehand. */
final class FeatureWriter {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final JsonGenerator json;

    FeatureWriter(OutputStream out) throws IOException {
        this.out = new BufferedOutputStream(out, BUFFER);
        this.json = Json.MAPPER.getFactory().createGenerator(this.out, JsonEncoding.UTF8);
        // The two are flushed into one another for every geometry, but not into the network.
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        // The framework closes the response, and can't bear it to be closed before.
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    <T> void collection(
            OgcCollection<T> collection, Map<String, Object> head, List<Feature<T>> features)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        for (Map.Entry<String, Object> member : head.entrySet()) {
            json.writePOJOField(member.getKey(), member.getValue());
        }
        json.writeArrayFieldStart("features");
        for (Feature<T> feature : features) {
            json.writeStartObject();
            members(collection, feature);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        finish();
    }

    <T> void single(OgcCollection<T> collection, Feature<T> feature, List<Link> links)
            throws IOException {
        json.writeStartObject();
        members(collection, feature);
        json.writePOJOField("links", links);
        json.writeEndObject();
        finish();
    }

    private <T> void members(OgcCollection<T> collection, Feature<T> feature) throws IOException {
        json.writeStringField("type", "Feature");
        json.writeStringField("id", feature.id());
        json.writeFieldName("geometry");
        json.writeRawValue("");
        json.flush();
        out.write(feature.geoJson());
        json.writeObjectFieldStart("properties");
        collection.properties().write(feature, json);
        json.writeEndObject();
    }

    private void finish() throws IOException {
        json.close();
        out.flush();
    }
}
