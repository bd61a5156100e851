package org.weiwang.demo.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many grids each district has: what it has published, or else its share of what is left of the
 * numbers that the city has published. How many dedicated grids the others have is made up.
 */
final class CityCounts {
    private static final int GENERAL = 14_020;
    private static final int MICRO = 126_449;

    /** As published by the districts' own governance offices. */
    private static final Map<String, Counts> PUBLISHED =
            Map.of(
                    "510113", new Counts(83, 362, 2049, 534),
                    "510131", new Counts(93, 318, 1774, 147),
                    "510185", new Counts(291, 886, 4951, 580));

    /** What those three have on average is one to seven. */
    private static final int MICROS_TO_A_DEDICATED = 7;

    private CityCounts() {}

    static boolean arePublished(String district) {
        return PUBLISHED.containsKey(district);
    }

    /**
     * @param towns per district, of the whole city
     */
    static Map<String, Counts> of(Map<String, List<Town>> towns) {
        Map<String, Counts> counts = new TreeMap<>(PUBLISHED);
        int general = GENERAL;
        int micro = MICRO;
        for (Counts published : PUBLISHED.values()) {
            general -= published.general();
            micro -= published.micro();
        }
        List<String> others = new ArrayList<>(towns.keySet());
        others.removeAll(PUBLISHED.keySet());
        double[] weights =
                others.stream().mapToDouble(code -> population(towns.get(code))).toArray();
        int[] generals = Apportionment.of(general, weights, 1);
        int[] micros = Apportionment.of(micro, weights, 1);
        for (int i = 0; i < weights.length; i++) {
            int communities =
                    towns.get(others.get(i)).stream().mapToInt(t -> t.communities().size()).sum();
            int dedicated = micros[i] / MICROS_TO_A_DEDICATED;
            counts.put(others.get(i), new Counts(communities, generals[i], micros[i], dedicated));
        }
        return counts;
    }

    /** Estimated, in villages. */
    private static double population(List<Town> towns) {
        double sum = 0;
        for (Town town : towns) {
            int residential = town.residentialCount();
            sum += town.communities().size() - residential;
            sum += residential * (town.streetOffice() ? 8 : 2);
        }
        return sum;
    }
}
