package org.weiwang.http.ogc;

import java.util.List;

/**
 * The requirement classes that hold here; docs/ogc-coverage.md says of each which test shows it.
 */
record Conformance(List<String> conformsTo) {
    private static final String SPEC = "http://www.opengis.net/spec/";

    static final Conformance ALL =
            new Conformance(
                    List.of(
                            SPEC + "ogcapi-common-1/1.0/conf/core",
                            SPEC + "ogcapi-common-2/1.0/conf/collections",
                            SPEC + "ogcapi-features-1/1.0/conf/core",
                            SPEC + "ogcapi-features-1/1.0/conf/oas30",
                            SPEC + "ogcapi-features-1/1.0/conf/geojson",
                            SPEC + "ogcapi-features-1/1.0/conf/html",
                            SPEC + "ogcapi-features-2/1.0/conf/crs",
                            SPEC + "ogcapi-features-3/1.0/conf/queryables",
                            SPEC + "ogcapi-features-3/1.0/conf/queryables-query-parameters",
                            SPEC + "ogcapi-features-3/1.0/conf/filter",
                            SPEC + "ogcapi-features-3/1.0/conf/features-filter",
                            SPEC + "ogcapi-tiles-1/1.0/conf/core",
                            SPEC + "ogcapi-tiles-1/1.0/conf/tileset",
                            SPEC + "ogcapi-tiles-1/1.0/conf/tilesets-list",
                            SPEC + "ogcapi-tiles-1/1.0/conf/geodata-tilesets",
                            SPEC + "ogcapi-tiles-1/1.0/conf/mvt",
                            SPEC + "tms/2.0/conf/tilematrixset",
                            SPEC + "cql2/1.0/conf/cql2-text",
                            SPEC + "cql2/1.0/conf/cql2-json",
                            SPEC + "cql2/1.0/conf/basic-cql2",
                            SPEC + "cql2/1.0/conf/advanced-comparison-operators",
                            SPEC + "cql2/1.0/conf/case-insensitive-comparison",
                            SPEC + "cql2/1.0/conf/basic-spatial-functions",
                            SPEC + "cql2/1.0/conf/basic-spatial-functions-plus",
                            SPEC + "cql2/1.0/conf/spatial-functions",
                            SPEC + "cql2/1.0/conf/temporal-functions",
                            SPEC + "cql2/1.0/conf/property-property",
                            SPEC + "ogcapi-features-5/1.0/conf/schemas",
                            SPEC + "ogcapi-features-5/1.0/conf/core-roles-features",
                            SPEC + "ogcapi-features-5/1.0/conf/queryables"));
}
