package org.weiwang.circle;

import org.weiwang.geo.LonLat;

/**
 * 设施: a destination of the living circle, or one more entrance of another one.
 *
 * @param code unique in its district
 * @param category such as 幼儿园 or 菜市场; that of an entrance, as its name, may be empty
 * @param point where it is entered
 * @param entranceOf the code of the facility that this is an entrance of; null for a facility
 */
public record Facility(
        String code, String name, String category, LonLat point, String entranceOf) {}
