package org.weiwang.access;

/** What a caller may do; each role may do all that the ones before it may. */
public enum Role {
    /** Anyone: layers, look-ups one by one and in batches, what is not kept. */
    VIEWER,
    /** Also sees how to reach responders. */
    DISPATCHER,
    /** Also sees and brings drafts. */
    PLANNER,
    /** Also puts editions in force. */
    PUBLISHER,
    /** Also manages tokens and reads the audit. */
    ADMIN;

    /** Whether this role may do what the other may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
