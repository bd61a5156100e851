package org.weiwang.http.ogc;

import java.util.Arrays;
import java.util.List;
import org.weiwang.geo.ServedCrs;

/** The reference systems that all collections can be had in. */
final class ReferenceSystems {
    static final List<String> URIS = Arrays.stream(ServedCrs.values()).map(ServedCrs::uri).toList();

    /** The one that features are kept in. */
    static final String STORED = ServedCrs.CRS84.uri();

    private ReferenceSystems() {}
}
