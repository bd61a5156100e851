package org.weiwang.atlas.tile;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Row;

/**
 * A tile of one layer while it is written, by version 2.1 of Mapbox's vector tile format. A moment
 * is text there, as ISO 8601 has it.
 */
final class MvtLayer {
    private static final int VERSION = 2;

    /** The numbers that the format gives to the parts of a tile. */
    private static final int TILE_LAYERS = 3;

    private static final int LAYER_NAME = 1;
    private static final int LAYER_FEATURES = 2;
    private static final int LAYER_KEYS = 3;
    private static final int LAYER_VALUES = 4;
    private static final int LAYER_EXTENT = 5;
    private static final int LAYER_VERSION = 15;

    private static final int FEATURE_ID = 1;
    private static final int FEATURE_TAGS = 2;
    private static final int FEATURE_TYPE = 3;
    private static final int FEATURE_GEOMETRY = 4;

    private static final int VALUE_STRING = 1;
    private static final int VALUE_DOUBLE = 3;
    private static final int VALUE_INTEGER = 4;
    private static final int VALUE_BOOLEAN = 7;

    private static final int POINT = 1;
    private static final int POLYGON = 3;

    private final TiledLayer<?> layer;
    private final int[] properties;
    private final int geometryType;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private final int[] tags;
    private boolean isEmpty = true;

    MvtLayer(TiledLayer<?> layer) throws IOException {
        this.layer = layer;
        this.properties =
                layer.attributes().stream()
                        .mapToInt(name -> layer.type().index(name).getAsInt())
                        .toArray();
        this.tags = new int[2 * properties.length];
        this.geometryType = layer.type().geometry() == GeometryType.POINT ? POINT : POLYGON;
        out.writeUInt32(LAYER_VERSION, VERSION);
        out.writeString(LAYER_NAME, layer.type().id());
    }

    /**
     * @param drawn not empty
     */
    void add(Row row, Pen drawn) throws IOException {
        isEmpty = false;
        long id = FeatureId.of(row.id());
        int tagCount = tags(row);
        int tagSize = size(tags, tagCount);
        out.writeTag(LAYER_FEATURES, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(
                CodedOutputStream.computeUInt64Size(FEATURE_ID, id)
                        + CodedOutputStream.computeEnumSize(FEATURE_TYPE, geometryType)
                        + packedSize(tagSize)
                        + packedSize(drawn.size()));
        out.writeUInt64(FEATURE_ID, id);
        out.writeTag(FEATURE_TAGS, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(tagSize);
        for (int i = 0; i < tagCount; i++) {
            out.writeUInt32NoTag(tags[i]);
        }
        out.writeEnum(FEATURE_TYPE, geometryType);
        out.writeTag(FEATURE_GEOMETRY, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(drawn.size());
        out.write(drawn.commands(), 0, drawn.size());
    }

    /** Of each value that there is, the number of its key and that of the value. */
    private int tags(Row row) {
        int count = 0;
        for (int key = 0; key < properties.length; key++) {
            Object value = row.value(properties[key]);
            if (value != null) {
                tags[count++] = key;
                tags[count++] = values.computeIfAbsent(value, added -> values.size());
            }
        }
        return count;
    }

    private static int size(int[] numbers, int count) {
        int size = 0;
        for (int i = 0; i < count; i++) {
            size += CodedOutputStream.computeUInt32SizeNoTag(numbers[i]);
        }
        return size;
    }

    /** All field numbers of a feature take up one byte. */
    private static int packedSize(int size) {
        return 1 + CodedOutputStream.computeUInt32SizeNoTag(size) + size;
    }

    boolean isEmpty() {
        return isEmpty;
    }

    /** The tile; to be called once, after all features. */
    byte[] toTile() throws IOException {
        for (String key : layer.attributes()) {
            out.writeString(LAYER_KEYS, key);
        }
        for (Object value : values.keySet()) {
            writeValue(value);
        }
        out.writeUInt32(LAYER_EXTENT, Plane.EXTENT);
        out.flush();
        ByteArrayOutputStream tile = new ByteArrayOutputStream(bytes.size() + 8);
        CodedOutputStream around = CodedOutputStream.newInstance(tile);
        around.writeByteArray(TILE_LAYERS, bytes.toByteArray());
        around.flush();
        return tile.toByteArray();
    }

    private void writeValue(Object value) throws IOException {
        out.writeTag(LAYER_VALUES, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        if (value instanceof Boolean is) {
            out.writeUInt32NoTag(CodedOutputStream.computeBoolSize(VALUE_BOOLEAN, is));
            out.writeBool(VALUE_BOOLEAN, is);
        } else if (value instanceof Double number) {
            out.writeUInt32NoTag(CodedOutputStream.computeDoubleSize(VALUE_DOUBLE, number));
            out.writeDouble(VALUE_DOUBLE, number);
        } else if (value instanceof Number whole) {
            long number = whole.longValue();
            out.writeUInt32NoTag(CodedOutputStream.computeInt64Size(VALUE_INTEGER, number));
            out.writeInt64(VALUE_INTEGER, number);
        } else {
            String text = value.toString();
            out.writeUInt32NoTag(CodedOutputStream.computeStringSize(VALUE_STRING, text));
            out.writeString(VALUE_STRING, text);
        }
    }
}
