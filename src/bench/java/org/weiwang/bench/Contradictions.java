package org.weiwang.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Holds answers against one another: in one edition a place is in one micro grid. An answer that
 * takes grids of one edition for those of another is told by this wherever the two differ.
 * Thread-safe.
 */
final class Contradictions {
    private record Question(City.Place place, String edition) {}

    private final Map<Question, String> known = new ConcurrentHashMap<>();
    private final LongAdder found = new LongAdder();

    /**
     * @param edition that the answer names; of another district than the place's, as may be where
     *     two meet, it says nothing
     * @param micro code, empty for none
     */
    void add(City.Place place, String edition, String micro) {
        if (edition.startsWith(place.district())) {
            String before = known.putIfAbsent(new Question(place, edition), micro);
            if (before != null && !before.equals(micro)) {
                found.increment();
            }
        }
    }

    long found() {
        return found.sum();
    }
}
