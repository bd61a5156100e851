package org.weiwang.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.weiwang.store.Database;

/**
 * What pg_trgm finds for the first cases of each distortion, but for facilities, which it has none
 * of.
 *
 * @param right an address that is meant, or none where there is none
 * @param millis of each case
 */
record TrigramAnswers(
        Map<Distortion, Integer> asked, Map<Distortion, Integer> right, double... millis) {

    /**
     * @param most of a distortion
     */
    static TrigramAnswers of(
            Database database, List<WrittenAddress> kept, List<AddressCase> cases, int most)
            throws Exception {
        Map<Distortion, Integer> asked = new EnumMap<>(Distortion.class);
        Map<Distortion, Integer> right = new EnumMap<>(Distortion.class);
        double[] millis = new double[most * Distortion.values().length];
        int count = 0;
        try (TrigramSearch search = new TrigramSearch(database.forLongWork(), kept)) {
            for (AddressCase each : cases) {
                if (each.how() == Distortion.LANDMARK
                        || asked.getOrDefault(each.how(), 0) == most) {
                    continue;
                }
                asked.merge(each.how(), 1, Integer::sum);
                long begin = System.nanoTime();
                String found = search.find(each.text());
                millis[count++] = (System.nanoTime() - begin) / 1e6;
                boolean isRight =
                        each.how().isThere() ? each.truths().contains(found) : found == null;
                right.merge(each.how(), isRight ? 1 : 0, Integer::sum);
            }
        }
        return new TrigramAnswers(asked, right, Arrays.copyOf(millis, count));
    }
}
