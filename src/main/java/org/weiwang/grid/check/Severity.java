package org.weiwang.grid.check;

/** How much a finding weighs. */
public enum Severity {
    /** Keeps an edition from being published. */
    ERROR,
    /** Is for people to judge, and kept with the edition. */
    WARNING
}
