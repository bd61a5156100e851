package org.weiwang.circle.planning;

import java.util.List;

/**
 * What a plan changes.
 *
 * @param categories in which any home walks longer or shorter, in the standard's order
 * @param unjoined the plan's ways, counted from 0, that meet no other way
 */
public record Effects(List<CategoryEffect> categories, List<Integer> unjoined) {}
