package org.weiwang.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form of an address' text in which two ways of typing it are the same. */
public final class AddressText {
    private static final Pattern DROPPED =
            Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}&&[^-]]+");

    /** A separator that alone keeps two numbers apart: 50、7号 is not 507号. */
    private static final Pattern BETWEEN_NUMBERS =
            Pattern.compile("(?<=[0-9])[\\s\\p{Punct}\\p{IsPunctuation}]+(?=[0-9])");

    private static final Pattern DASHES = Pattern.compile("\\p{Pd}");
    private static final Pattern ABOVE_DISTRICT = Pattern.compile("^(四川省)?(成都市)?(?=.)");

    private AddressText() {}

    /**
     * The key of an address: full-width forms narrowed (NFKC), lower case, 號 as 号, one kind of
     * dash, which also stands for any other separator between two digits, no white space or other
     * punctuation, and without the province and city in front. Empty when nothing is left.
     */
    public static String key(String text) {
        String key = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        key = DASHES.matcher(key).replaceAll("-");
        key = BETWEEN_NUMBERS.matcher(key).replaceAll("-");
        key = DROPPED.matcher(key).replaceAll("").replace('號', '号');
        return ABOVE_DISTRICT.matcher(key).replaceFirst("");
    }
}
