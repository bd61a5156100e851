package org.weiwang.http.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weiwang.address.AddressText;
import org.weiwang.geo.Datum;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.TypedPosition;

/**
 * What a look-up asks: a point or an address, the other being null. An address that is a position
 * is that point.
 *
 * @param point in WGS 84, whatever the datum that it was given in
 */
public record LookupQuery(LonLat point, String address) {
    public static LookupQuery parse(Parameters parameters) {
        if (!parameters.has("address")) {
            if (!parameters.has("lon") && !parameters.has("lat")) {
                throw Problem.badParameter("lon", "Give lon and lat, or address").exception();
            }
            return new LookupQuery(point(parameters), null);
        }
        for (String other : new String[] {"lon", "lat"}) {
            if (parameters.has(other)) {
                throw Problem.badParameter(other, other + " does not go with address").exception();
            }
        }
        String text = text(parameters, "address");
        Optional<LonLat> typed = TypedPosition.of(text);
        if (typed.isEmpty() && parameters.has("datum")) {
            throw Problem.badParameter(
                            "datum", "datum goes with a position, which address is not one of")
                    .exception();
        }
        return typed.map(datum(parameters)::toWgs84)
                .map(point -> new LookupQuery(point, null))
                .orElse(new LookupQuery(null, text));
    }

    /**
     * An address' text, or the beginning of one.
     *
     * @throws ProblemException 400 when it is missing, blank or too long
     */
    public static String text(Parameters parameters, String name) {
        String text = parameters.required(name);
        if (text.isBlank() || text.length() > AddressText.LONGEST) {
            throw Problem.badParameter(
                            name,
                            "%s must have 1 to %d characters".formatted(name, AddressText.LONGEST))
                    .exception();
        }
        return text;
    }

    /** The point of the parameters {@code lon}, {@code lat} and {@code datum}. */
    public static LonLat point(Parameters parameters) {
        double lon = within("lon", parameters.number("lon"), 180);
        double lat = within("lat", parameters.number("lat"), 90);
        return datum(parameters).toWgs84(new LonLat(lon, lat));
    }

    private static double within(String name, double value, double limit) {
        if (Math.abs(value) > limit) {
            throw Problem.badParameter(
                            name,
                            "%s must be from -%.0f to %.0f, not %s"
                                    .formatted(name, limit, limit, value))
                    .exception();
        }
        return value;
    }

    /** The datum of positions, WGS 84 where none is named. */
    public static Datum datum(Parameters parameters) {
        return parameters.text("datum").map(LookupQuery::datum).orElse(Datum.WGS84);
    }

    private static Datum datum(String name) {
        return Datum.of(name)
                .orElseThrow(
                        () ->
                                Problem.badParameter(
                                                "datum",
                                                "datum must be one of %s, not \"%s\""
                                                        .formatted(datums(), name))
                                        .exception());
    }

    private static String datums() {
        return Arrays.stream(Datum.values())
                .map(datum -> datum.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
