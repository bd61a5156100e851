package org.weiwang.http.circle;

import java.util.Arrays;
import java.util.List;
import org.weiwang.circle.standard.Standard;
import org.weiwang.circle.standard.Standards;
import org.weiwang.circle.standard.Walker;
import org.weiwang.geo.LonLat;
import org.weiwang.http.wire.LookupQuery;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;

/**
 * What a request for isochrones asks.
 *
 * @param point in WGS 84, whatever the datum that it was given in
 * @param minutes ascending, none twice, each above 0 and at most {@link #LONGEST}
 */
record IsochroneQuery(LonLat point, List<Double> minutes, Standard standard, Walker walker) {
    static final String[] PARAMETERS = {
        "lon", "lat", "datum", "minutes", CircleParameters.STANDARD, CircleParameters.PROFILE
    };

    /** Within a longer walk a district lies whole, and drawing it takes seconds. */
    private static final double LONGEST = 60;

    private static final int MOST = 10;
    private static final String MINUTES = "minutes";
    private static final String DEFAULT = "5,10,15";

    static IsochroneQuery parse(Parameters parameters, Standards standards) {
        LonLat point = LookupQuery.point(parameters);
        List<Double> minutes = minutes(parameters.text(MINUTES).orElse(DEFAULT));
        Standard standard = CircleParameters.standard(parameters, standards);
        return new IsochroneQuery(
                point, minutes, standard, CircleParameters.walker(parameters, standard));
    }

    private static List<Double> minutes(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length > MOST) {
            throw Problem.badParameter(
                            MINUTES,
                            "minutes must be at most %d numbers, not %d"
                                    .formatted(MOST, parts.length))
                    .exception();
        }
        return Arrays.stream(parts).map(IsochroneQuery::minute).distinct().sorted().toList();
    }

    private static double minute(String text) {
        double minutes = Parameters.number(MINUTES, text);
        if (!(minutes > 0 && minutes <= LONGEST)) {
            throw Problem.badParameter(
                            MINUTES,
                            "each of minutes must be above 0 and at most %.0f, not %s"
                                    .formatted(LONGEST, text))
                    .exception();
        }
        return minutes;
    }
}
