package org.weiwang.atlas.circle;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.weiwang.circle.city.DataVersions;

/** Of what no circle could be made, and how long each is left alone. Not thread-safe. */
final class Failures {
    /** An outage is over within seconds. */
    private static final Duration SHORTEST = Duration.ofSeconds(3);

    /** What fails again and again, or for want of memory, costs as much each time. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Map<DataVersions, Failure> failures = new HashMap<>();

    private record Failure(long at, Duration pause, boolean isGivenUp) {}

    /**
     * Of what failed before, the pause is twice as long as the one before.
     *
     * @param lasts whether trying again soon is of no use
     */
    void add(DataVersions versions, boolean lasts) {
        Failure before = failures.get(versions);
        failures.put(
                versions,
                new Failure(System.nanoTime(), pause(before, lasts), lasts || before != null));
    }

    private static Duration pause(Failure before, boolean lasts) {
        if (lasts) {
            return LONGEST;
        }
        if (before == null) {
            return SHORTEST;
        }
        Duration longer = before.pause().multipliedBy(2);
        return longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    }

    boolean contains(DataVersions versions) {
        return failures.containsKey(versions);
    }

    /** Whether it is too early to try again. */
    boolean isLeftAlone(DataVersions versions) {
        Failure last = failures.get(versions);
        return last != null && System.nanoTime() - last.at() < last.pause().toNanos();
    }

    /** Whether nobody needs to wait for it, although it is tried again. */
    boolean isGivenUp(DataVersions versions) {
        Failure last = failures.get(versions);
        return last != null && last.isGivenUp();
    }

    /** Forgets all others. */
    void retain(Collection<DataVersions> wanted) {
        failures.keySet().retainAll(wanted);
    }
}
