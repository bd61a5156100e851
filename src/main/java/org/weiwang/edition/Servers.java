package org.weiwang.edition;

import java.time.Duration;
import java.util.List;

/** The running servers that answer from atlases. Thread-safe. */
public interface Servers {
    /**
     * How long before a scheduled publication takes effect the servers begin to prepare it. All
     * districts of a city may take effect at one moment, and are loaded one after another.
     */
    Duration AHEAD = Duration.ofMinutes(10);

    /**
     * Names of servers that are not ready, each once.
     *
     * @param notPrepared those that come to the edition late
     * @param withoutCircle those that come to it at once, but for the living circle: its grids and
     *     figures stay those of before until it is made
     */
    record Late(List<String> notPrepared, List<String> withoutCircle) {
        public static final Late NONE = new Late(List.of(), List.of());

        public Late {
            notPrepared = List.copyOf(notPrepared);
            withoutCircle = List.copyOf(withoutCircle);
        }
    }

    /**
     * Tells all to prepare the edition, and waits until those that are alive have.
     *
     * @param limit to wait no longer than this
     * @return those that have not
     */
    Late prepare(Edition edition, Duration limit);

    /**
     * Tells all that the edition was published, or won't be: nothing is to be prepared for it.
     * Never fails, since that would make a publication look failed that is made.
     */
    void over(Edition edition);
}
