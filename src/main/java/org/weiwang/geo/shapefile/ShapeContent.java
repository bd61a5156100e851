package org.weiwang.geo.shapefile;

import com.esri.core.geometry.Geometry.Type;
import com.esri.core.geometry.OperatorExportToESRIShape;
import com.esri.core.geometry.OperatorExportToWkb;
import com.esri.core.geometry.OperatorImportFromESRIShape;
import com.esri.core.geometry.OperatorImportFromWkb;
import com.esri.core.geometry.ShapeExportFlags;
import com.esri.core.geometry.ShapeImportFlags;
import com.esri.core.geometry.WkbExportFlags;
import com.esri.core.geometry.WkbImportFlags;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFactory;
import org.locationtech.jts.geom.CoordinateSequences;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.valid.IsValidOp;

/** The content of a .shp record from and to JTS, by way of Esri's geometries and WKB. */
final class ShapeContent {
    private static final int NULL = 0;

    /** Where the part starts follow upon type, box and the counts of parts and points. */
    private static final int STARTS = 44;

    private static final CoordinateSequenceFactory SEQUENCES =
            PackedCoordinateSequenceFactory.DOUBLE_FACTORY;
    private static final GeometryFactory FACTORY =
            new GeometryFactory(new PrecisionModel(), 0, SEQUENCES);

    private ShapeContent() {}

    /** The content for a geometry of the type; a null shape for one that is null or empty. */
    static byte[] encode(Geometry geometry, ShapeType type) {
        if (geometry == null || geometry.isEmpty()) {
            return new byte[Integer.BYTES];
        }
        // As lines: Esri's import of polygons would turn a ring that crosses itself by its highest
        // corner, where readers go by its area.
        Geometry plain = type == ShapeType.POLYGON ? turnedRings(geometry) : geometry;
        ByteBuffer wkb = ByteBuffer.wrap(new WKBWriter().write(plain));
        return OperatorExportToESRIShape.local()
                .execute(
                        ShapeExportFlags.ShapeExportDefaults,
                        OperatorImportFromWkb.local()
                                .execute(
                                        WkbImportFlags.wkbImportNonTrusted,
                                        Type.Unknown,
                                        wkb,
                                        null))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, type.code())
                .array();
    }

    /** The format wants exterior rings clockwise and holes counter-clockwise. */
    private static Geometry turnedRings(Geometry polygons) {
        List<LineString> rings = new ArrayList<>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) polygons.getGeometryN(i);
            rings.add(turned(polygon.getExteriorRing(), false));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(turned(polygon.getInteriorRingN(hole), true));
            }
        }
        return FACTORY.createMultiLineString(rings.toArray(LineString[]::new));
    }

    private static LineString turned(LinearRing ring, boolean hole) {
        return Area.ofRingSigned(ring.getCoordinateSequence()) < 0 == hole ? ring : ring.reverse();
    }

    /**
     * A Point, MultiLineString or MultiPolygon with the coordinates as they are in the content;
     * null for a null shape.
     *
     * @param content at least 4 bytes
     * @throws IllegalArgumentException when the content is no shape of the type; the message says
     *     why
     */
    static Geometry decode(ByteBuffer content, ShapeType type) {
        int code = content.order(ByteOrder.LITTLE_ENDIAN).getInt(0);
        if (code == NULL) {
            return null;
        }
        require(
                ShapeType.of(code).filter(type::equals).isPresent(),
                "its shape type " + code + " does not fit the file's, " + type);
        checkLength(content, type);
        // Plain points or lines: heights and measures, which may be missing, are not looked at, and
        // rings come out point for point, not grouped into polygons by an order they need not have.
        content.putInt(0, (type == ShapeType.POINT ? type : ShapeType.POLYLINE).code());
        Geometry shape = read(content);
        require(
                (type != ShapeType.POINT || !shape.isEmpty())
                        && Stream.of(shape.getCoordinates()).allMatch(IsValidOp::isValid),
                "it has a coordinate that is not a finite number");
        return type == ShapeType.POLYGON ? Rings.group(rings(shape), FACTORY) : shape;
    }

    /** The import believes the counts, and reads past the points where a last part has none. */
    private static void checkLength(ByteBuffer content, ShapeType type) {
        if (type == ShapeType.POINT) {
            require(content.limit() >= 20, "it is too short for a point");
            return;
        }
        require(content.limit() >= STARTS, "it is too short for its shape type");
        int parts = content.getInt(STARTS - 8);
        int points = content.getInt(STARTS - 4);
        require(
                parts >= 0 && points >= 0 && STARTS + 4L * parts + 16L * points <= content.limit(),
                "it is too short for " + parts + " parts and " + points + " points");
        for (int i = 0, before = 0; i < parts; i++) {
            int start = content.getInt(STARTS + 4 * i);
            require(
                    i == 0 ? start == 0 : start >= before && start < points,
                    "its part " + (i + 1) + " cannot start at point " + start);
            before = start;
        }
    }

    private static Geometry read(ByteBuffer content) {
        ByteBuffer wkb =
                OperatorExportToWkb.local()
                        .execute(
                                WkbExportFlags.wkbExportDefaults,
                                OperatorImportFromESRIShape.local()
                                        .execute(
                                                ShapeImportFlags.ShapeImportNonTrusted,
                                                Type.Unknown,
                                                content),
                                null);
        try {
            return new WKBReader(FACTORY).read(wkb.array());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closed, and filled up with the first point where they have too few: invalid, but a ring. */
    private static List<CoordinateSequence> rings(Geometry lines) {
        List<CoordinateSequence> rings = new ArrayList<>();
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            LineString line = (LineString) lines.getGeometryN(i);
            rings.add(CoordinateSequences.ensureValidRing(SEQUENCES, line.getCoordinateSequence()));
        }
        return rings;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
