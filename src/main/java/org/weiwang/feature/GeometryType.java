package org.weiwang.feature;

/** The one type that all geometries of a layer have. */
public enum GeometryType {
    POINT("Point"),
    MULTI_LINE_STRING("MultiLineString"),
    MULTI_POLYGON("MultiPolygon");

    private final String geoJson;

    GeometryType(String geoJson) {
        this.geoJson = geoJson;
    }

    /** Its name in GeoJSON, which is that of JTS too. */
    public String geoJson() {
        return geoJson;
    }
}
