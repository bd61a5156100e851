package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import org.weiwang.address.AddressText;
import org.weiwang.geo.Datum;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.TypedPosition;

/** Answers rows by their position or their address, whatever the format. Thread-safe. */
final class Answerer {
    private static final int SHOWN = 40;

    private final Placing placing;
    private final Finding finding;
    private final Datum datum;

    Answerer(Placing placing, Finding finding, Datum datum) {
        this.placing = placing;
        this.finding = finding;
        this.datum = datum;
    }

    /** Both texts are without white space around; neither is empty. */
    void byPosition(byte[] bytes, int lonFrom, int lonTo, int latFrom, int latTo, Answer answer) {
        double lon = Decimal.parse(bytes, lonFrom, lonTo);
        double lat = Decimal.parse(bytes, latFrom, latTo);
        if (lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90) {
            LonLat given = new LonLat(lon, lat);
            answer.placed(placing.place(datum == Datum.WGS84 ? given : datum.toWgs84(given)));
        } else if (Double.isNaN(lon) || Double.isInfinite(lon)) {
            answer.rejected(notANumber("lon", lon, bytes, lonFrom, lonTo));
        } else if (Double.isNaN(lat) || Double.isInfinite(lat)) {
            answer.rejected(notANumber("lat", lat, bytes, latFrom, latTo));
        } else {
            answer.rejected(outOfRange(lon, lat));
        }
    }

    void byAddress(String text, Answer answer) {
        if (text.length() > AddressText.LONGEST) {
            answer.rejected("address is longer than " + AddressText.LONGEST + " characters");
            return;
        }
        Optional<LonLat> typed = TypedPosition.of(text);
        if (typed.isPresent()) {
            answer.placed(placing.place(datum.toWgs84(typed.get())));
        } else {
            answer.found(finding.find(text));
        }
    }

    private static String notANumber(String name, double value, byte[] bytes, int from, int to) {
        String text = new String(bytes, from, Math.min(to - from, SHOWN), ISO_8859_1);
        String shown =
                text.chars().allMatch(c -> c >= ' ' && c < 127)
                        ? " \"" + text + (to - from > SHOWN ? "…" : "") + "\""
                        : "";
        return name
                + shown
                + (Double.isNaN(value) ? " is not a number" : " is beyond all numbers understood");
    }

    private static String outOfRange(double lon, double lat) {
        String wrong =
                Math.abs(lat) > 90
                        ? "lat must be from -90 to 90, not " + lat
                        : "lon must be from -180 to 180, not " + lon;
        boolean fitsSwapped = Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
        return fitsSwapped ? wrong + "; are lon and lat swapped?" : wrong;
    }
}
