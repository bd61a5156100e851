package org.weiwang.http.ogc;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A value as people read it. */
record Cell(String text, boolean isNumber) {
    private static final String NOTHING = "–";

    /**
     * @param value of a property; null for none
     */
    static Cell of(Object value) {
        if (value == null) {
            return new Cell(NOTHING, false);
        }
        if (value instanceof Instant moment) {
            return new Cell(moment.truncatedTo(ChronoUnit.SECONDS).toString(), false);
        }
        return value instanceof Number number
                ? new Cell(number(number), true)
                : new Cell(value.toString(), false);
    }

    private static String number(Number number) {
        return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number);
    }
}
