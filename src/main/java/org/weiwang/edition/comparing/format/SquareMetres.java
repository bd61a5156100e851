package org.weiwang.edition.comparing.format;

import org.locationtech.jts.geom.Geometry;
import org.weiwang.geo.EqualArea;

/** Areas as they are written: in square metres, to a tenth. */
final class SquareMetres {
    private SquareMetres() {}

    static double of(Geometry wgs84) {
        return Math.round(EqualArea.squareMetres(wgs84) * 10) / 10.0;
    }
}
