package org.weiwang.feature.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Property;
import org.weiwang.feature.Row;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.generated.Feature;

/** Features as FlatGeobuf holds them, one after the other; used by one thread. */
final class FlatGeobufFeature {
    private final FeatureType type;
    private final FlatBufferBuilder builder = new FlatBufferBuilder(1 << 14);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream values = new DataOutputStream(bytes);

    FlatGeobufFeature(FeatureType type) {
        this.type = type;
    }

    /**
     * The feature with its length before it.
     *
     * @param geometry null for none
     */
    byte[] encode(Row row, Geometry geometry) throws IOException {
        builder.clear();
        int geometryAt = geometry == null ? 0 : put(geometry);
        int valuesAt = Feature.createPropertiesVector(builder, values(row));
        builder.finishSizePrefixed(Feature.createFeature(builder, geometryAt, valuesAt, 0));
        return builder.sizedByteArray();
    }

    private int put(Geometry geometry) throws IOException {
        return type.geometry() == GeometryType.MULTI_LINE_STRING
                ? putLines(geometry)
                : GeometryConversions.serialize(
                        builder, geometry, FlatGeobufHeader.type(type.geometry()));
    }

    /** The library leaves out where a single line ends, and then GDAL refuses the file. */
    private int putLines(Geometry lines) {
        long[] ends = new long[lines.getNumGeometries()];
        double[] xy = new double[2 * lines.getNumPoints()];
        int points = 0;
        for (int i = 0; i < ends.length; i++) {
            for (Coordinate point : lines.getGeometryN(i).getCoordinates()) {
                xy[2 * points] = point.x;
                xy[2 * points + 1] = point.y;
                points++;
            }
            ends[i] = points;
        }
        int xyAt = org.wololo.flatgeobuf.generated.Geometry.createXyVector(builder, xy);
        int endsAt = org.wololo.flatgeobuf.generated.Geometry.createEndsVector(builder, ends);
        return org.wololo.flatgeobuf.generated.Geometry.createGeometry(
                builder, endsAt, xyAt, 0, 0, 0, 0, 0, 0);
    }

    /** The column's number before each value; nothing for none. */
    private byte[] values(Row row) throws IOException {
        bytes.reset();
        putColumn(0);
        putText(row.id());
        for (int i = 0; i < type.properties().size(); i++) {
            Object value = row.value(i);
            if (value != null) {
                putColumn(1 + i);
                put(type.properties().get(i).type(), value);
            }
        }
        return bytes.toByteArray();
    }

    private void put(Property.Type type, Object value) throws IOException {
        switch (type) {
            case STRING, TIMESTAMP -> putText(value.toString());
            case INTEGER -> putLong(((Number) value).longValue());
            case NUMBER -> putLong(Double.doubleToRawLongBits(((Number) value).doubleValue()));
            case BOOLEAN -> values.writeBoolean((Boolean) value);
        }
    }

    private void putColumn(int index) throws IOException {
        values.writeShort(Short.reverseBytes((short) index));
    }

    private void putText(String text) throws IOException {
        byte[] utf8 = text.getBytes(UTF_8);
        values.writeInt(Integer.reverseBytes(utf8.length));
        values.write(utf8);
    }

    private void putLong(long value) throws IOException {
        values.writeLong(Long.reverseBytes(value));
    }
}
