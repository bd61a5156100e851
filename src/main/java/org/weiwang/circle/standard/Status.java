package org.weiwang.circle.standard;

/** How far a figure is known. */
public enum Status {
    /** Seen in the source named. */
    READ,
    /** Quoted by another public text. */
    SECOND_HAND,
    /** From memory: to be checked by whoever has the source. */
    RECALLED,
    /** Not known: there is no value. */
    OPEN
}
