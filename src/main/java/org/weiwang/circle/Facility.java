package org.weiwang.circle;

import org.weiwang.geo.LonLat;

/**
 * 设施: a destination of the living circle.
 *
 * @param code unique in its district
 * @param category such as 幼儿园 or 菜市场
 */
public record Facility(String code, String name, String category, LonLat point) {}
