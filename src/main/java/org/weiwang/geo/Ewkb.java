package org.weiwang.geo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Geometries as PostGIS keeps them: little-endian extended WKB, SRID 4326. Thread-safe. */
public final class Ewkb {
    /** After the byte order and the type. */
    private static final int SRID_AT = 5;

    private Ewkb() {}

    /** The geometry in two dimensions, longitude first; its own SRID does not matter. */
    public static byte[] encode(Geometry wgs84) {
        byte[] bytes = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(wgs84);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(SRID_AT, Wgs84.SRID);
        return bytes;
    }

    /**
     * A geometry with packed coordinates.
     *
     * @throws IllegalArgumentException when the bytes are no WKB
     */
    public static Geometry decode(byte[] ewkb) {
        try {
            return new WKBReader(Wgs84.FACTORY).read(ewkb);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a geometry: " + e.getMessage(), e);
        }
    }
}
