package org.weiwang.circle.standard;

import org.weiwang.circle.reach.Profile;

/**
 * Someone whose walks are looked at, such as an adult or a child.
 *
 * @param id unique in its standard
 * @param metresPerMinute the speed, from 6 to 600: in metres a minute since that is how texts state
 *     speeds, and 40 of them are no finite number of metres a second
 * @param takesSteps whether flights of steps can be walked
 */
public record Walker(
        String id, String name, String nameEn, Figure metresPerMinute, boolean takesSteps) {
    private static final double SECONDS_PER_MINUTE = 60;

    public Profile profile() {
        return new Profile(metresPerMinute.value() / SECONDS_PER_MINUTE, takesSteps);
    }
}
