package org.weiwang.feature.file;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.weiwang.feature.Property;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/** What a FlatGeobuf file says of its layer. The library's own helper leaves out all titles. */
final class FlatGeobufHeader {
    private final Layer layer;

    FlatGeobufHeader(Layer layer) {
        this.layer = layer;
    }

    static byte type(org.weiwang.feature.GeometryType type) {
        return switch (type) {
            case POINT -> GeometryType.Point;
            case MULTI_LINE_STRING -> GeometryType.MultiLineString;
            case MULTI_POLYGON -> GeometryType.MultiPolygon;
        };
    }

    /** With its length before it; of an indexed file, or of one without features. */
    byte[] encode(int features, Envelope box) {
        return encode(features, box, features == 0 ? 0 : FlatGeobufSpool.NODE_SIZE);
    }

    /** With its length before it; of a file whose features are not counted. */
    byte[] encodeOpen() {
        return encode(0, new Envelope(), 0);
    }

    private byte[] encode(int features, Envelope box, int nodeSize) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int columns = columns(builder);
        int crs =
                Crs.createCrs(
                        builder,
                        builder.createString("EPSG"),
                        layer.epsg(),
                        builder.createString(layer.crs().name()),
                        0,
                        0,
                        0);
        int name = builder.createString(layer.type().id());
        int title = builder.createString(layer.title());
        int envelope = box.isNull() ? 0 : Header.createEnvelopeVector(builder, corners(box));
        Header.startHeader(builder);
        Header.addName(builder, name);
        Header.addTitle(builder, title);
        Header.addEnvelope(builder, envelope);
        Header.addGeometryType(builder, type(layer.type().geometry()));
        Header.addColumns(builder, columns);
        Header.addFeaturesCount(builder, features);
        Header.addIndexNodeSize(builder, nodeSize);
        Header.addCrs(builder, crs);
        builder.finishSizePrefixed(Header.endHeader(builder));
        return builder.sizedByteArray();
    }

    private static double[] corners(Envelope box) {
        return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }

    private int columns(FlatBufferBuilder builder) {
        List<Property> properties = layer.type().properties();
        int[] columns = new int[1 + properties.size()];
        columns[0] = column(builder, Layer.ID, Layer.ID, ColumnType.String, true);
        for (int i = 0; i < properties.size(); i++) {
            Property property = properties.get(i);
            columns[1 + i] =
                    column(
                            builder,
                            property.name(),
                            property.title(),
                            type(property.type()),
                            false);
        }
        return Header.createColumnsVector(builder, columns);
    }

    private static int column(
            FlatBufferBuilder builder, String name, String title, int type, boolean key) {
        int nameAt = builder.createString(name);
        int titleAt = builder.createString(title);
        Column.startColumn(builder);
        Column.addName(builder, nameAt);
        Column.addTitle(builder, titleAt);
        Column.addType(builder, type);
        Column.addNullable(builder, !key);
        Column.addUnique(builder, key);
        Column.addPrimaryKey(builder, key);
        return Column.endColumn(builder);
    }

    private static int type(Property.Type type) {
        return switch (type) {
            case STRING -> ColumnType.String;
            case INTEGER -> ColumnType.Long;
            case NUMBER -> ColumnType.Double;
            case BOOLEAN -> ColumnType.Bool;
            case TIMESTAMP -> ColumnType.DateTime;
        };
    }
}
