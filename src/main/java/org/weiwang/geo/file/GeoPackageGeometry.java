package org.weiwang.geo.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Geometry;

/** The bytes of a geometry in a GeoPackage: a head of its own, then {@link Wkb}. */
final class GeoPackageGeometry {
    private static final int[] BOX_BYTES = {0, 32, 48, 48, 64};

    private GeoPackageGeometry() {}

    /**
     * Null for an empty one.
     *
     * @param system the number of the reference system that the table has
     * @throws IllegalArgumentException when it is none that is read; the message says why
     */
    static Geometry read(byte[] bytes, int system) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            if (buffer.get() != 'G' || buffer.get() != 'P' || buffer.get() != 0) {
                throw new IllegalArgumentException("its geometry is not that of a GeoPackage");
            }
            int flags = buffer.get();
            int box = flags >> 1 & 7;
            if (box >= BOX_BYTES.length || (flags & 0x20) != 0) {
                throw new IllegalArgumentException(
                        "its geometry is of a kind that GeoPackage does not define");
            }
            buffer.order((flags & 1) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            int own = buffer.getInt();
            if (own > 0 && own != system) {
                throw new IllegalArgumentException(
                        "its geometry is in the reference system %d, but its table in %d"
                                .formatted(own, system));
            }
            if (buffer.remaining() < BOX_BYTES[box]) {
                throw new BufferUnderflowException();
            }
            buffer.position(buffer.position() + BOX_BYTES[box]);
            return (flags & 0x10) != 0 ? null : new Wkb(buffer).read();
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("its geometry is cut off", e);
        }
    }
}
