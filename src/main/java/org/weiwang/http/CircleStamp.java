package org.weiwang.http;

import java.util.List;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.standard.Rule;

/**
 * By and from what an answer was computed, as documents show it.
 *
 * @param speed in metres a second
 */
record CircleStamp(
        String standard,
        String standardVersion,
        String profile,
        Rule rule,
        double speed,
        List<String> editions,
        CircleData data) {
    static CircleStamp of(Stamp stamp) {
        return new CircleStamp(
                stamp.standard(),
                stamp.standardVersion(),
                stamp.profile(),
                stamp.rule(),
                stamp.walker().metresPerSecond(),
                stamp.data().editions(),
                CircleData.of(stamp.data()));
    }
}
