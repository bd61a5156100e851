package org.weiwang.geo.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;

/**
 * What a FlatGeobuf file says of itself.
 *
 * @param features how many it has; 0 where it does not say
 */
record FlatGeobufHead(Header header, List<Field> fields, long features, long indexBytes) {
    private static final int NODE_BYTES = 40;
    private static final int MOST_NAME = 1_000;

    private record Field(String name, int type) {}

    /**
     * @throws IllegalArgumentException when it can't be, saying why
     * @throws IndexOutOfBoundsException when it names places beyond its end
     */
    static FlatGeobufHead read(ByteBuffer bytes) {
        Header header = Header.getRootAsHeader(bytes);
        long features = header.featuresCount();
        require(features >= 0 && features <= Integer.MAX_VALUE, "it has too many records");
        int count = header.columnsLength();
        require(count <= Bounds.FIELDS, "it has %d columns".formatted(count));
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Column column = header.columns(i);
            String name = column.name();
            require(
                    name != null && name.length() <= MOST_NAME,
                    "a column has no name of a usual length");
            fields.add(new Field(name, column.type()));
        }
        FlatGeobufHead head =
                new FlatGeobufHead(
                        header, fields, features, indexBytes(features, header.indexNodeSize()));
        require(new HashSet<>(head.fieldNames()).size() == count, "two columns have the same name");
        return head;
    }

    /** A packed tree: each level has a node for so many of the level below, one record too. */
    private static long indexBytes(long features, int nodeSize) {
        if (nodeSize == 0 || features == 0) {
            return 0;
        }
        require(nodeSize >= 2, "its index has nodes of " + nodeSize);
        long nodes = features;
        long level = features;
        do {
            level = (level + nodeSize - 1) / nodeSize;
            nodes += level;
        } while (level > 1);
        return nodes * NODE_BYTES;
    }

    List<String> fieldNames() {
        return fields.stream().map(Field::name).toList();
    }

    int geometryType() {
        return header.geometryType();
    }

    /** Empty where the file does not say. */
    Optional<Crs> crs() throws CrsException {
        org.wololo.flatgeobuf.generated.Crs crs = header.crs();
        if (crs == null) {
            return Optional.empty();
        }
        String authority = crs.org();
        if (crs.code() > 0 && (authority == null || authority.equalsIgnoreCase("EPSG"))) {
            return Optional.of(Crs.epsg(crs.code()));
        }
        String wkt = crs.wkt();
        return wkt == null || wkt.isEmpty() ? Optional.empty() : Optional.of(Crs.ofPrj(wkt));
    }

    /**
     * @throws IllegalArgumentException when they can't be read, saying why
     */
    Map<String, String> attributes(Feature feature) {
        require(feature.columnsLength() == 0, "it has columns of its own");
        Map<String, String> attributes = new LinkedHashMap<>();
        fields.forEach(field -> attributes.put(field.name(), ""));
        ByteBuffer bytes = feature.propertiesAsByteBuffer();
        if (bytes == null) {
            return attributes;
        }
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (bytes.hasRemaining()) {
                int column = Short.toUnsignedInt(bytes.getShort());
                require(column < fields.size(), "it has a value for column " + column);
                Field field = fields.get(column);
                attributes.put(field.name(), Bounds.text(field.name(), value(field, bytes)));
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("its attributes are cut off", e);
        }
        return attributes;
    }

    private static String value(Field field, ByteBuffer bytes) {
        return switch (field.type()) {
            case ColumnType.Byte -> Byte.toString(bytes.get());
            case ColumnType.UByte -> Integer.toString(Byte.toUnsignedInt(bytes.get()));
            case ColumnType.Bool -> Boolean.toString(bytes.get() != 0);
            case ColumnType.Short -> Short.toString(bytes.getShort());
            case ColumnType.UShort -> Integer.toString(Short.toUnsignedInt(bytes.getShort()));
            case ColumnType.Int -> Integer.toString(bytes.getInt());
            case ColumnType.UInt -> Integer.toUnsignedString(bytes.getInt());
            case ColumnType.Long -> Long.toString(bytes.getLong());
            case ColumnType.ULong -> Long.toUnsignedString(bytes.getLong());
            case ColumnType.Float ->
                    Figures.text(Double.parseDouble(Float.toString(bytes.getFloat())));
            case ColumnType.Double -> Figures.text(bytes.getDouble());
            case ColumnType.String, ColumnType.Json, ColumnType.DateTime -> text(field, bytes);
            case ColumnType.Binary -> {
                content(bytes);
                yield "";
            }
            default ->
                    throw new IllegalArgumentException(
                            "its attribute %s is of the type %d"
                                    .formatted(field.name(), field.type()));
        };
    }

    private static String text(Field field, ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(content(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "its attribute %s is not UTF-8".formatted(field.name()), e);
        }
    }

    /** The length that comes next, and so many bytes. */
    private static ByteBuffer content(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer content = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return content;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
