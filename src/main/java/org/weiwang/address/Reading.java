package org.weiwang.address;

import java.util.Objects;

/**
 * One way to understand an element's text.
 *
 * @param value the canonical form, by which elements are compared: of a name the current name as
 *     the data have it (白云村), of a number its digits and Latin letters in lower case, without
 *     leading zeros, parts joined by one hyphen (12, a, 12-3)
 * @param via how the text leads to the value
 * @param alias as what it was understood; null unless by an alias
 */
public record Reading(ElementKind kind, String value, Via via, Alias alias) {
    /** How a text leads to a name or number. */
    public enum Via {
        /** It says the value, but for the way of typing it. */
        ITSELF,
        /** The suffix is left out or another one: 白云 or 白云社区 for 白云村. */
        SUFFIX,
        /** It is another or a former name. */
        ALIAS,
        /** The classifier was left out and follows from what stands around: 410 behind a road. */
        POSITION
    }

    public Reading {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(value);
        Objects.requireNonNull(via);
    }

    public static Reading itself(ElementKind kind, String value) {
        return new Reading(kind, value, Via.ITSELF, null);
    }
}
