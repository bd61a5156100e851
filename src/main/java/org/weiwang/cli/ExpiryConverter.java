package org.weiwang.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 90d} from now, or the end of a day of this machine's time zone. */
final class ExpiryConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        if (text.matches("[1-9][0-9]{0,4}d")) {
            int days = Integer.parseInt(text.substring(0, text.length() - 1));
            return Instant.now().plus(Duration.ofDays(days));
        }
        try {
            return LocalDate.parse(text)
                    .plusDays(1)
                    .atStartOfDay(ZoneId.systemDefault())
                    .toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "neither days like 90d nor a date like 2027-12-31: " + text);
        }
    }
}
