package org.weiwang.address.parse;

import org.weiwang.address.ElementKind;

/**
 * A stretch of folded text as one thing.
 *
 * @param names what it can be where it is a known name; null else
 * @param numeral where it is a number; null else
 * @param told the kind that the ending of an unknown name tells; null where it tells nothing
 */
record Piece(Type type, int from, int to, Names names, Numeral numeral, ElementKind told) {
    enum Type {
        NAME,
        NUMERAL,
        /** A name that no list of names holds. */
        STRANGE_NAME,
        PROVINCE,
        CITY,
        RELATION,
        FILLER,
        UNKNOWN
    }

    static Piece name(int from, int to, Names names) {
        return new Piece(Type.NAME, from, to, names, null, null);
    }

    static Piece numeral(Numeral numeral) {
        return new Piece(Type.NUMERAL, numeral.from(), numeral.to(), null, numeral, null);
    }

    static Piece strange(int from, int to, ElementKind told) {
        return new Piece(Type.STRANGE_NAME, from, to, null, null, told);
    }

    static Piece of(Type type, int from, int to) {
        return new Piece(type, from, to, null, null, null);
    }
}
