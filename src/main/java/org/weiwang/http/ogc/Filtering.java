package org.weiwang.http.ogc;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.Property;
import org.weiwang.feature.cql2.Cql2Exception;
import org.weiwang.feature.cql2.Filter;
import org.weiwang.feature.cql2.FilterCrs;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.ServedCrs;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;

/** The parameters that say which features are wanted by what they are (OGC API – Features 3). */
final class Filtering {
    static final String FILTER = "filter";
    static final String LANGUAGE = "filter-lang";
    static final String CRS = "filter-crs";
    static final String TEXT = "cql2-text";
    static final String JSON = "cql2-json";
    static final List<String> LANGUAGES = List.of(TEXT, JSON);
    static final List<String> PARAMETERS = List.of(FILTER, LANGUAGE, CRS);

    private Filtering() {}

    /**
     * What the filter and the parameters that are named as properties ask together.
     *
     * @param others parameters that are named as properties, but ask something else
     * @return null where they ask nothing
     */
    static Filter parse(Parameters parameters, FeatureType type, List<String> others) {
        Filter filter = filter(parameters, type);
        for (Property property : type.properties()) {
            if (parameters.has(property.name()) && !others.contains(property.name())) {
                Filter equal = ofProperty(property.name(), parameters, type);
                filter = filter == null ? equal : filter.and(equal);
            }
        }
        return filter;
    }

    private static Filter filter(Parameters parameters, FeatureType type) {
        String language = parameters.text(LANGUAGE).orElse(TEXT);
        if (!LANGUAGES.contains(language)) {
            throw Parameters.notOneOf(LANGUAGE, LANGUAGES, language);
        }
        FilterCrs crs = new InSystem(ItemsRequest.crs(CRS, parameters));
        if (!parameters.has(FILTER)) {
            return null;
        }
        String text = parameters.text(FILTER).orElseThrow();
        try {
            return language.equals(TEXT)
                    ? Filter.ofText(text, type, crs)
                    : Filter.ofJson(text, type, crs);
        } catch (Cql2Exception e) {
            throw Problem.badParameter(FILTER, "filter: " + e.getMessage()).exception();
        }
    }

    private static Filter ofProperty(String name, Parameters parameters, FeatureType type) {
        try {
            return Filter.ofProperty(name, parameters.text(name).orElseThrow(), type);
        } catch (Cql2Exception e) {
            throw Problem.badParameter(name, e.getMessage()).exception();
        }
    }

    /** Geometries of a filter in a reference system that we serve. */
    private record InSystem(ServedCrs crs) implements FilterCrs {
        @Override
        public Geometry toWgs84(Geometry geometry) throws Cql2Exception {
            try {
                return crs.toWgs84(geometry);
            } catch (CrsException e) {
                throw new Cql2Exception(e.getMessage());
            }
        }

        @Override
        public int longitudeAxis() {
            if (!crs.isInDegrees()) {
                return -1;
            }
            return crs.isNorthFirst() ? 1 : 0;
        }
    }
}
