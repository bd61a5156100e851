package org.weiwang.http.ogc;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.Property;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.ServedCrs;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Link;
import org.weiwang.http.wire.Problem;

/** Writes features as GeoJSON, streaming; in CRS84 with geometries as they were encoded before. */
final class FeatureWriter {
    /** The network takes so much at once: fewer threads wait for it, and less often. */
    private static final int LARGEST_BUFFER = 1 << 18;

    /** More than most grids take. */
    private static final int BUFFER_PER_FEATURE = 1 << 12;

    private final ServedCrs crs;
    private final SerializedString[] names;
    private final OutputStream out;
    private final JsonGenerator json;

    /**
     * @param features how many are to be written
     */
    FeatureWriter(FeatureType type, ServedCrs crs, OutputStream out, int features)
            throws IOException {
        this.crs = crs;
        this.names =
                type.properties().stream()
                        .map(Property::name)
                        .map(SerializedString::new)
                        .toArray(SerializedString[]::new);
        int buffer = Math.min(LARGEST_BUFFER, (features + 1) * BUFFER_PER_FEATURE);
        this.out = new BufferedOutputStream(out, buffer);
        this.json = Json.MAPPER.getFactory().createGenerator(this.out, JsonEncoding.UTF8);
        // The two are flushed into one another for every geometry, but not into the network.
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        // The framework closes the response, and can't bear it to be closed before.
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /**
     * @param head the members before the features
     */
    void collection(Map<String, Object> head, List<Item> features) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        for (Map.Entry<String, Object> member : head.entrySet()) {
            json.writePOJOField(member.getKey(), member.getValue());
        }
        json.writeArrayFieldStart("features");
        for (Item feature : features) {
            json.writeStartObject();
            members(feature);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        finish();
    }

    void single(Item feature, List<Link> links) throws IOException {
        json.writeStartObject();
        members(feature);
        json.writePOJOField("links", links);
        json.writeEndObject();
        finish();
    }

    private void members(Item feature) throws IOException {
        json.writeStringField("type", "Feature");
        json.writeStringField("id", feature.id());
        json.writeFieldName("geometry");
        json.writeRawValue("");
        json.flush();
        out.write(geometry(feature));
        json.writeObjectFieldStart("properties");
        for (int i = 0; i < names.length; i++) {
            json.writeFieldName(names[i]);
            write(feature.value(i));
        }
        json.writeEndObject();
    }

    private byte[] geometry(Item feature) throws IOException {
        if (crs == ServedCrs.CRS84 || feature.geometry() == null) {
            return feature.geoJson();
        }
        try {
            return crs.geoJson(feature.geometry());
        } catch (CrsException e) {
            throw Problem.badParameter(
                            ItemsRequest.CRS,
                            "%s does not lie where %s holds".formatted(feature.id(), crs))
                    .exception();
        }
    }

    private void write(Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof java.time.Instant moment) {
            json.writeString(moment.toString());
        } else {
            json.writePOJO(value);
        }
    }

    private void finish() throws IOException {
        json.close();
        out.flush();
    }
}
