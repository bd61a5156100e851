package org.weiwang.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as commands take and show them. */
final class TimeOption implements ITypeConverter<Instant> {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ISO_DATE_TIME;

    /** A time without an offset is one of this machine's zone. */
    @Override
    public Instant convert(String text) {
        try {
            TemporalAccessor time = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : ((LocalDateTime) time).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException("not a time like 2026-12-01T00:00:00+08:00: " + text);
        }
    }

    /** To the second, with the offset of this machine's zone. */
    static String show(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()));
    }
}
