package org.weiwang.circle.planning;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.city.Places;

/** Counts the households of a city. Immutable and thread-safe. */
final class Households {
    private final City city;
    private final long all;

    Households(City city) {
        this.city = city;
        this.all = sum(home -> true);
    }

    City city() {
        return city;
    }

    long of(int home) {
        return city.homes().weight(home);
    }

    /** What a home weighs in medians: its households or, where the city knows of none, one. */
    long weight(int home) {
        return all > 0 ? of(home) : 1;
    }

    /** What all homes weigh together. */
    long weightOfAll() {
        return all > 0 ? all : city.homes().size();
    }

    long sum(IntPredicate isCounted) {
        return IntStream.range(0, city.homes().size()).filter(isCounted).mapToLong(this::of).sum();
    }

    /** Of each group of the level. */
    long[] sums(Division.Level level, IntPredicate isCounted) {
        long[] sums = new long[city.divisions().get(level).codes().size()];
        for (int home = 0; home < city.homes().size(); home++) {
            int group = city.homes().group(level, home);
            if (group != Places.NONE && isCounted.test(home)) {
                sums[group] += of(home);
            }
        }
        return sums;
    }
}
