package org.weiwang.edition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a stored address; ordered by data set, then by number.
 *
 * @param number from 1 upwards within the data set
 */
public record AddressId(long dataSet, int number) {
    /** Before every address. */
    public static final AddressId START = new AddressId(0, 0);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,9})");

    /** Reads what {@link #toString} writes; empty for anything else. */
    public static Optional<AddressId> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(
                        new AddressId(
                                Long.parseLong(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    /** Such as {@code 17-4711}. */
    @Override
    public String toString() {
        return dataSet + "-" + number;
    }
}
