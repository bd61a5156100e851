package org.weiwang.http.circle;

import java.util.Map;
import org.weiwang.circle.city.DataVersions;

/** The data sets that an answer was computed from: of each kind the version by district. */
record CircleData(
        Map<String, Long> roads,
        Map<String, Long> facilities,
        Map<String, Long> addresses,
        Map<String, Long> land) {
    static CircleData of(DataVersions versions) {
        return new CircleData(
                versions.roads(), versions.facilities(), versions.addresses(), versions.land());
    }
}
