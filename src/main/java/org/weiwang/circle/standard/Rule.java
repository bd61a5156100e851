package org.weiwang.circle.standard;

/**
 * What a facility's nearness is measured in. The two differ: who walks 1.2 m/s for fifteen minutes
 * comes 1,080 m far, more than the 1,000 m of a radius of service.
 */
public enum Rule {
    /** Minutes on foot, at a profile's speed. */
    TIME,
    /** Metres on foot, whoever walks. */
    DISTANCE
}
