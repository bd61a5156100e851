package org.weiwang.geo;

import java.util.Locale;
import java.util.OptionalInt;
import org.geotools.api.parameter.ParameterNotFoundException;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.metadata.iso.citation.Citations;
import org.geotools.referencing.CRS;
import org.geotools.referencing.operation.projection.TransverseMercator;
import org.geotools.referencing.wkt.Formattable;

/** The text of a .prj file: well-known text as ESRI writes it. */
final class Prj {
    private static final String DEGREE =
            "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    private static final String GCS_WGS84 =
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
                    + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                    + DEGREE;
    private static final String GCS_CGCS2000 =
            "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
                    + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
                    + DEGREE;
    private static final String WEB_MERCATOR =
            "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\","
                    + GCS_WGS84
                    + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
                    + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
                    + "PARAMETER[\"Standard_Parallel_1\",0.0],"
                    + "PARAMETER[\"Auxiliary_Sphere_Type\",0.0],UNIT[\"Meter\",1.0]]";

    private Prj() {}

    /** The text for a system that EPSG defines; GDAL and ArcGIS recognise it by its names. */
    static String write(int code, CoordinateReferenceSystem crs, boolean cgcs2000) {
        String geographic = cgcs2000 ? GCS_CGCS2000 : GCS_WGS84;
        if (!(crs instanceof ProjectedCRS projected)) {
            return geographic;
        }
        if (code == 3857) {
            return WEB_MERCATOR;
        }
        if (projected.getConversionFromBase().getMathTransform() instanceof TransverseMercator) {
            return transverseMercator(projected, geographic, cgcs2000);
        }
        return ((Formattable) crs).toWKT(Citations.ESRI, 0);
    }

    private static String transverseMercator(
            ProjectedCRS crs, String geographic, boolean cgcs2000) {
        String name =
                crs.getName()
                        .getCode()
                        .replace("WGS 84", "WGS_1984")
                        .replace("3-degree Gauss-Kruger", "3_Degree_GK")
                        .replace("Gauss-Kruger", "GK")
                        .replace("zone", "Zone")
                        .replace(" / ", "_")
                        .replace(' ', '_');
        ParameterValueGroup values = crs.getConversionFromBase().getParameterValues();
        StringBuilder text = new StringBuilder("PROJCS[\"").append(name).append("\",");
        text.append(geographic).append(",PROJECTION[\"");
        text.append(cgcs2000 ? "Gauss_Kruger" : "Transverse_Mercator").append("\"]");
        for (String parameter :
                new String[] {
                    "False_Easting",
                    "False_Northing",
                    "Central_Meridian",
                    "Scale_Factor",
                    "Latitude_Of_Origin"
                }) {
            double value = values.parameter(parameter.toLowerCase(Locale.ROOT)).doubleValue();
            text.append(",PARAMETER[\"").append(parameter).append("\",");
            text.append(value > 1e6 ? Long.toString((long) value) + ".0" : Double.toString(value));
            text.append(']');
        }
        return text.append(",UNIT[\"Meter\",1.0]]").toString();
    }

    static CoordinateReferenceSystem parse(String wkt) throws CrsException {
        // A shapefile holds easting or longitude first, whatever axes its .prj declares.
        String withoutAxes = wkt.replaceAll(",\\s*AXIS\\s*\\[[^\\]]*\\]", "");
        try {
            return CRS.parseWKT(withoutAxes);
        } catch (FactoryException e) {
            throw new CrsException(
                    "the reference system is not well-known text that can be read ("
                            + e.getMessage()
                            + "): "
                            + shortened(wkt),
                    e);
        }
    }

    /** The EPSG code that a projection's figures point to; the caller compares the two. */
    static OptionalInt guessCode(ProjectedCRS crs, boolean cgcs2000) {
        double meridian;
        double easting;
        try {
            ParameterValueGroup values = crs.getConversionFromBase().getParameterValues();
            meridian = values.parameter("central_meridian").doubleValue();
            easting = values.parameter("false_easting").doubleValue();
        } catch (ParameterNotFoundException e) {
            return OptionalInt.empty();
        }
        int code;
        int zone = (int) Math.floor(easting / 1e6);
        if (!cgcs2000) {
            code = easting == 0 ? 3857 : 32631 + (int) Math.floor(meridian / 6);
        } else if (zone > 0) {
            code = zone < 25 ? 4491 - 13 + zone : 4513 - 25 + zone;
        } else if (crs.getName().getCode().matches("(?i)CGCS_?2000[ _/]+(GK|Gauss.Kruger)_.*")) {
            // A meridian of a six-degree zone is one of a three-degree zone too: the name decides.
            code = 4502 + (int) Math.round((meridian - 75) / 6);
        } else {
            code = 4534 + (int) Math.round((meridian - 75) / 3);
        }
        boolean known =
                cgcs2000
                        ? code >= 4491 && code <= 4554
                        : code == 3857 || code >= 32601 && code <= 32660;
        return known ? OptionalInt.of(code) : OptionalInt.empty();
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, 120) + "…";
    }
}
