package org.weiwang.address;

/**
 * Something that lowered the trust in an answer.
 *
 * @param kind of the element that it is about
 * @param text the offending text as it was given; empty where something is missing
 * @param instead what the data have there; null where that says nothing
 */
public record Fault(Code code, ElementKind kind, String text, String instead) {
    /** Stable names of faults. */
    public enum Code {
        /** The suffix is left out or another one. */
        OTHER_SUFFIX,
        /** A former or other name was used. */
        ALIAS_USED,
        /** A classifier is left out. */
        NO_CLASSIFIER,
        /** What stands between the elements given is left out, such as the building of a unit. */
        LEFT_OUT,
        /** The elements do not stand in the usual order. */
        OTHER_ORDER,
        /** A name was taken for a similar one. */
        SIMILAR_NAME,
        /** A name sounds like another and is written in other characters. */
        SOUNDS_ALIKE,
        /** A name is known, but not there. */
        ELSEWHERE,
        /** There is no such number. */
        NO_SUCH_NUMBER,
        /** There is no such name. */
        NO_SUCH_NAME,
        /** The data end above this element. */
        NOT_RECORDED,
        /** It is said to be near what is named. */
        NEAR_ONLY,
        /** Nothing known explains this text. */
        NOT_UNDERSTOOD
    }
}
