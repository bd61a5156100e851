package org.weiwang.circle.planning;

/**
 * What a plan changes for the homes of one group and one category.
 *
 * @param gained households that are served by the plan only
 * @param lost households that are served without the plan only
 * @param shareBefore the share of households served, from 0 to 1
 */
public record GroupEffect(
        String code, long gained, long lost, double shareBefore, double shareAfter) {
    /** That of a plan that changes nothing, in the same group. */
    GroupEffect unchanged() {
        return new GroupEffect(code, 0, 0, shareBefore, shareBefore);
    }
}
