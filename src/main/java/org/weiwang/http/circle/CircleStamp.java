package org.weiwang.http.circle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.zip.CRC32;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.standard.Rule;
import org.weiwang.http.wire.ItemsQuery;

/**
 * By and from what an answer was computed, as documents show it.
 *
 * @param speed in metres a second
 */
public record CircleStamp(
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

    /**
     * A number for the tokens of pages, as {@link ItemsQuery#next} takes it: the same on all
     * servers, and another when anything is that an answer was computed by or from.
     */
    public static long version(Stamp stamp) {
        CRC32 checksum = new CRC32();
        checksum.update(stamp.toString().getBytes(UTF_8));
        return checksum.getValue();
    }
}
