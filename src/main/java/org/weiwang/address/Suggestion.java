package org.weiwang.address;

import org.weiwang.geo.LonLat;

/**
 * What a text that is being typed may become.
 *
 * @param text to be typed in its place
 * @param kind ROAD, COMMUNITY … for a name under which more is to be typed, LANDMARK for a
 *     facility, NUMBER for a whole address
 * @param point of the address or facility; null for another name
 * @param addresses how many addresses there are under a name; 1 for a whole address
 */
public record Suggestion(
        String text, ElementKind kind, LonLat point, String district, String town, int addresses) {}
