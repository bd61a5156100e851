package org.weiwang.geo;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A reference system as OGC services name it: by URI, with the axes in the order of its authority.
 * CGCS2000 counts as WGS 84, so that the figures of EPSG 4326 and 4490 are the same.
 *
 * <p>Each has a domain, where its figures are good to a millimetre: the world for those in degrees,
 * 85.06° to the north and south for EPSG 3857, and for Gauss-Kruger 6° to both sides of the central
 * meridian, from the equator to 60° north.
 *
 * <p>Thread-safe. The first use of a system in metres may take as long as that of {@link Crs#epsg}.
 */
public enum ServedCrs {
    /** WGS 84: longitude, latitude. */
    CRS84("OGC/1.3/CRS84", 4326, false, true, world(90)),
    /** WGS 84: latitude, longitude. */
    EPSG_4326("EPSG/0/4326", 4326, true, true, world(90)),
    /** CGCS2000: latitude, longitude. */
    EPSG_4490("EPSG/0/4490", 4490, true, true, world(90)),
    /** The Mercator of web maps: easting, northing. */
    EPSG_3857("EPSG/0/3857", 3857, false, false, world(85.06)),
    /** CGCS2000, three-degree Gauss-Kruger around 102°E: northing, easting. */
    EPSG_4543("EPSG/0/4543", 4543, true, false, around(102)),
    /** CGCS2000, three-degree Gauss-Kruger around 105°E: northing, easting. */
    EPSG_4544("EPSG/0/4544", 4544, true, false, around(105)),
    /** CGCS2000, six-degree Gauss-Kruger around 105°E: northing, easting. */
    EPSG_4507("EPSG/0/4507", 4507, true, false, around(105));

    /**
     * An edge of this length in metres that is straight in one system runs at most a centimetre
     * beside its straight counterpart in the other.
     */
    private static final double STRAIGHT = 500;

    /** How many such a geometry is cut into, in all; where that is too few they are longer. */
    private static final int MOST_CUTS = 10_000;

    private final String uri;
    private final int epsg;
    private final boolean northFirst;
    private final boolean inDegrees;
    private final Envelope domain;
    private volatile Crs crs;

    ServedCrs(String path, int epsg, boolean northFirst, boolean inDegrees, Envelope domain) {
        this.uri = "http://www.opengis.net/def/crs/" + path;
        this.epsg = epsg;
        this.northFirst = northFirst;
        this.inDegrees = inDegrees;
        this.domain = domain;
    }

    private static Envelope world(double latitude) {
        return new Envelope(-180, 180, -latitude, latitude);
    }

    private static Envelope around(double meridian) {
        return new Envelope(meridian - 6, meridian + 6, 0, 60);
    }

    /** The system of exactly this URI. */
    public static Optional<ServedCrs> of(String uri) {
        return Arrays.stream(values()).filter(crs -> crs.uri.equals(uri)).findFirst();
    }

    public String uri() {
        return uri;
    }

    /** Its code in EPSG's tables; for CRS84 that of WGS 84. */
    public int epsg() {
        return epsg;
    }

    /** Whether latitude or northing comes first. */
    public boolean isNorthFirst() {
        return northFirst;
    }

    /** Whether its unit is the degree; else it is the metre. */
    public boolean isInDegrees() {
        return inDegrees;
    }

    /** The system itself, easting or longitude first, from EPSG's tables; WGS 84 for CRS84. */
    public Crs crs() {
        Crs known = crs;
        if (known == null) {
            try {
                known = Crs.epsg(epsg);
            } catch (CrsException e) {
                throw new IllegalStateException(e);
            }
            crs = known;
        }
        return known;
    }

    /** Whether a box in longitude and latitude lies within the system's domain. */
    boolean reaches(Envelope wgs84) {
        return wgs84.isNull() || domain.contains(wgs84);
    }

    /**
     * The geometry as GeoJSON in this system, axes in its order, to a millimetre. Rings keep their
     * sense on the ground: seen with north up, exterior ones run counter-clockwise.
     *
     * @param wgs84 as {@link GeoJson#encode} takes it
     * @throws CrsException when it reaches beyond the system's domain
     */
    public byte[] geoJson(Geometry wgs84) throws CrsException {
        return inDegrees
                ? GeoJson.encodeDegrees(wgs84, northFirst)
                : GeoJson.encodeMetres(eastingFirst(wgs84), northFirst);
    }

    /**
     * The geometry in this system, but easting or longitude first, as files have it.
     *
     * @param wgs84 longitude and latitude in degrees
     * @throws CrsException when it reaches beyond the system's domain
     */
    public <G extends Geometry> G eastingFirst(G wgs84) throws CrsException {
        if (!reaches(wgs84.getEnvelopeInternal())) {
            throw new CrsException("a position lies outside of the domain of " + this);
        }
        return projected(wgs84);
    }

    /** What {@link #eastingFirst} gives of a geometry that lies within the domain. */
    <G extends Geometry> G projected(G wgs84) {
        try {
            return inDegrees ? wgs84 : crs().project(wgs84);
        } catch (CrsException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The geometry in longitude and latitude, SRID 4326, two-dimensional. From metres long edges
     * are cut, so that they run where they are straight in this system.
     *
     * @param geometry in this system, axes in its order
     * @throws CrsException when a position lies outside of the system's domain
     */
    public Geometry toWgs84(Geometry geometry) throws CrsException {
        Geometry eastingFirst = geometry.copy();
        if (northFirst) {
            eastingFirst.apply(new Swap());
            eastingFirst.geometryChanged();
        }
        Envelope around = eastingFirst.getEnvelopeInternal();
        if (!around.isNull() && !plane().contains(around)) {
            throw new CrsException(
                    "a position lies outside of the domain of "
                            + this
                            + ", where it is "
                            + axis(0)
                            + ", "
                            + axis(1));
        }
        return unprojected(eastingFirst, Math.max(STRAIGHT, eastingFirst.getLength() / MOST_CUTS));
    }

    /**
     * The geometry, given in this system within {@link #plane}, but easting or longitude first, in
     * longitude and latitude.
     *
     * @param cut how long edges may be in metres; longer ones are cut. Of no account in degrees
     */
    Geometry unprojected(Geometry eastingFirst, double cut) {
        try {
            if (inDegrees) {
                return Projection.NONE.unproject(eastingFirst, toString());
            }
            Densifier densifier = new Densifier(eastingFirst);
            densifier.setDistanceTolerance(cut);
            densifier.setValidate(false);
            return crs().unproject(densifier.getResultGeometry());
        } catch (CrsException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A box around the domain in this system, easting or longitude first. */
    Envelope plane() {
        // Along the equator the domain is widest, in the corners it reaches farthest north.
        return projected(Wgs84.FACTORY.toGeometry(domain)).getEnvelopeInternal();
    }

    /** What the first and the second number of a position are. */
    String axis(int index) {
        boolean isNorth = northFirst == (index == 0);
        if (inDegrees) {
            return isNorth ? "latitude" : "longitude";
        }
        return isNorth ? "northing" : "easting";
    }

    /** Such as {@code CRS84} or {@code EPSG:4544}. */
    @Override
    public String toString() {
        return this == CRS84 ? "CRS84" : "EPSG:" + epsg;
    }

    private static final class Swap implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence points, int i) {
            double first = points.getX(i);
            points.setOrdinate(i, CoordinateSequence.X, points.getY(i));
            points.setOrdinate(i, CoordinateSequence.Y, first);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
