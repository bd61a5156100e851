package org.weiwang.circle.reach;

/**
 * How someone walks.
 *
 * @param metresPerSecond from 0.1 to 10
 * @param takesSteps whether flights of steps can be walked, at the same speed
 */
public record Profile(double metresPerSecond, boolean takesSteps) {
    /**
     * @throws IllegalArgumentException when the speed is not a number from 0.1 to 10
     */
    public Profile {
        if (!(metresPerSecond >= 0.1 && metresPerSecond <= 10)) {
            throw new IllegalArgumentException(
                    "the walking speed must be from 0.1 to 10 m/s, not " + metresPerSecond);
        }
    }
}
