package org.weiwang.geo;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.measure.Units;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Geometry;
import si.uom.NonSI;

/**
 * A horizontal reference system on the datum WGS 84 or CGCS2000; easting or longitude first, in the
 * system's unit. The two datums count as equal, so that a conversion is nothing but the
 * projection's formula. Systems on other datums (Beijing 1954, Xian 1980 …) are refused: their
 * shift to WGS 84 is not published to a useful accuracy.
 *
 * <p>Immutable and thread-safe. The first use of {@link #epsg} in a process takes a second or two,
 * because GeoTools unpacks the EPSG tables, into the user's cache.
 */
public final class Crs {
    private static final Set<String> WGS84_NAMES =
            Set.of(
                    "wgs84",
                    "wgs1984",
                    "worldgeodeticsystem1984",
                    "worldgeodeticsystem1984ensemble");
    private static final Set<String> CGCS2000_NAMES =
            Set.of("china2000", "cgcs2000", "chinageodeticcoordinatesystem2000");

    private static final Pattern EPSG =
            Pattern.compile(
                    "(?i)(?:urn:(?:x-)?ogc:def:crs:EPSG:[0-9.]*:|EPSG:|https?://www\\.opengis\\.net/def/crs/EPSG/[0-9.]+/)([0-9]{1,6})");
    private static final Pattern CRS84 =
            Pattern.compile(
                    "(?i)(?:urn:(?:x-)?ogc:def:crs:OGC:[0-9.]*:|OGC:|https?://www\\.opengis\\.net/def/crs/OGC/[0-9.]+/)CRS84");

    static {
        EpsgTables.keepPrivate();
    }

    /** Many times what any has. */
    private static final int LONGEST_PRJ = 1 << 16;

    private final String name;
    private final String prj;
    private final Projection projection;

    private Crs(String name, String prj, Projection projection) {
        this.name = name;
        this.prj = prj;
        this.projection = projection;
    }

    /**
     * The system with this EPSG code.
     *
     * @throws CrsException when EPSG has no such code, or it is not a horizontal system in degrees
     *     or projected from such a one, on WGS 84 or CGCS2000
     */
    public static Crs epsg(int code) throws CrsException {
        CoordinateReferenceSystem crs;
        try {
            crs = CRS.decode("EPSG:" + code, true);
        } catch (FactoryException e) {
            throw new CrsException("EPSG has no usable reference system " + code, e);
        }
        String name = "EPSG:" + code + " " + crs.getName().getCode();
        return new Crs(name, Prj.write(code, crs, isOnCgcs2000(crs, name)), projection(crs, name));
    }

    /**
     * The system of a name as files and services have it: {@code EPSG:4544}, {@code
     * urn:ogc:def:crs:EPSG::4490}, {@code urn:ogc:def:crs:OGC:1.3:CRS84} or such a URI.
     *
     * @throws CrsException when the name is not understood, or as {@link #epsg}
     */
    public static Crs named(String name) throws CrsException {
        if (CRS84.matcher(name).matches()) {
            return epsg(4326);
        }
        Matcher epsg = EPSG.matcher(name);
        if (!epsg.matches()) {
            throw new CrsException("\"" + name + "\" is not understood");
        }
        return epsg(Integer.parseInt(epsg.group(1)));
    }

    /**
     * The system that a .prj file names, in the well-known text that ArcGIS or GDAL write. It is
     * the EPSG one when its datum and projection are equal to that, else one of its own (a local
     * central meridian, for example). Declared axes are ignored: a shapefile is easting first.
     *
     * @throws CrsException when the text cannot be read, or for a system that {@link #epsg} would
     *     refuse
     */
    public static Crs ofPrj(String wkt) throws CrsException {
        if (wkt.length() > LONGEST_PRJ) {
            throw new CrsException(
                    "a reference system is not told in " + wkt.length() + " characters");
        }
        CoordinateReferenceSystem crs = Prj.parse(wkt);
        String name = crs.getName().getCode();
        boolean cgcs2000 = isOnCgcs2000(crs, name);
        Projection projection = projection(crs, name);
        if (!(crs instanceof ProjectedCRS projected)) {
            return epsg(cgcs2000 ? 4490 : 4326);
        }
        OptionalInt code = Prj.guessCode(projected, cgcs2000);
        if (code.isPresent()) {
            Crs known = epsg(code.getAsInt());
            if (known.projection.equals(projection)) {
                return known;
            }
        }
        return new Crs(name, wkt.strip(), projection);
    }

    /**
     * The geometry in WGS 84: longitude and latitude in degrees, SRID 4326, two-dimensional packed
     * coordinates. Equal input coordinates give equal output coordinates.
     *
     * @throws CrsException when a position lies outside of this system
     */
    public <G extends Geometry> G toWgs84(G geometry) throws CrsException {
        return projection.inverse(geometry, name);
    }

    /**
     * The geometry, given in WGS 84 degrees with longitude first, in this system; SRID 0.
     *
     * @throws CrsException when a position lies outside of this system
     */
    public <G extends Geometry> G fromWgs84(G geometry) throws CrsException {
        return projection.forward(geometry, name);
    }

    /** As {@link #fromWgs84}, of what is known to lie well within the system. */
    <G extends Geometry> G project(G geometry) throws CrsException {
        return projection.project(geometry, name);
    }

    /** As {@link #toWgs84}, of what is known to lie well within the system. */
    <G extends Geometry> G unproject(G geometry) throws CrsException {
        return projection.unproject(geometry, name);
    }

    /** The system as the text of a .prj file, as ESRI writes it. */
    public String prj() {
        return prj;
    }

    /** Such as {@code EPSG:4544 CGCS2000 / 3-degree Gauss-Kruger CM 105E}, or a .prj's own name. */
    public String name() {
        return name;
    }

    /** Whether its unit is the degree, else the metre of a projection. */
    public boolean isInDegrees() {
        return projection == Projection.NONE;
    }

    @Override
    public String toString() {
        return name;
    }

    private static Projection projection(CoordinateReferenceSystem crs, String name)
            throws CrsException {
        try {
            if (crs instanceof ProjectedCRS projected) {
                MathTransform forward = projected.getConversionFromBase().getMathTransform();
                return new Projection(forward, forward.inverse());
            }
            return Projection.NONE;
        } catch (NoninvertibleTransformException e) {
            throw new CrsException(name + " has no way back to degrees", e);
        }
    }

    /** Whether the datum is CGCS2000 rather than WGS 84; any other system is refused. */
    private static boolean isOnCgcs2000(CoordinateReferenceSystem crs, String name)
            throws CrsException {
        CoordinateReferenceSystem base =
                crs instanceof ProjectedCRS projected ? projected.getBaseCRS() : crs;
        if (!(base instanceof GeographicCRS geographic)
                || geographic.getCoordinateSystem().getDimension() != 2
                || CRS.getAxisOrder(geographic) != CRS.AxisOrder.EAST_NORTH
                || CRS.getAxisOrder(crs) != CRS.AxisOrder.EAST_NORTH) {
            throw new CrsException(name + " is not a horizontal system, easting and northing");
        }
        GeodeticDatum datum = geographic.getDatum();
        boolean degrees =
                Units.equals(
                        geographic.getCoordinateSystem().getAxis(0).getUnit(), NonSI.DEGREE_ANGLE);
        if (!degrees || datum.getPrimeMeridian().getGreenwichLongitude() != 0) {
            throw new CrsException(name + " is not based on degrees from Greenwich");
        }
        String datumName =
                datum.getName().getCode().toLowerCase(Locale.ROOT).replaceAll("^d_|[^a-z0-9]", "");
        if (WGS84_NAMES.contains(datumName) && isShape(datum.getEllipsoid(), 298.257223563)) {
            return false;
        }
        if (CGCS2000_NAMES.contains(datumName) && isShape(datum.getEllipsoid(), 298.257222101)) {
            return true;
        }
        throw new CrsException(
                name
                        + " is on the datum "
                        + datum.getName().getCode()
                        + "; only WGS 84 and CGCS2000 can be used");
    }

    private static boolean isShape(Ellipsoid ellipsoid, double inverseFlattening) {
        return ellipsoid.getSemiMajorAxis() == 6378137
                && Math.abs(ellipsoid.getInverseFlattening() - inverseFlattening) < 1e-7;
    }
}
