package org.weiwang.circle;

import org.locationtech.jts.geom.MultiLineString;

/**
 * A way that can be walked.
 *
 * @param code unique in its district
 * @param name empty where it has none
 * @param kind such as 支路 or 步道
 * @param layer 0 on the ground, 1 and up on bridges, below 0 in tunnels; roads cross only within a
 *     layer
 * @param isSteps whether it is a flight of steps
 * @param isNoded whether it is cut already wherever it joins another, so that it does at its ends
 *     only; its layer then says only whether it is on the ground
 * @param geometry longitude and latitude in degrees
 */
public record Road(
        String code,
        String name,
        String kind,
        int layer,
        boolean isSteps,
        boolean isNoded,
        MultiLineString geometry) {}
