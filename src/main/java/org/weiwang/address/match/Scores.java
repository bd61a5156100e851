package org.weiwang.address.match;

import java.util.Collection;
import java.util.Comparator;
import org.weiwang.address.Fault;

/** How much each fault lowers the trust in an answer, all in one table. */
final class Scores {
    /** By which the score is multiplied where an address is suggested and not meant. */
    private static final double SUGGESTED = 0.5;

    static final Comparator<Fault> GRAVEST_FIRST = Comparator.comparingDouble(Scores::of);

    private Scores() {}

    static double of(Collection<Fault> faults) {
        return faults.stream().mapToDouble(Scores::of).reduce(1, (a, b) -> a * b);
    }

    static double suggested(double score) {
        return score * SUGGESTED;
    }

    private static double of(Fault fault) {
        return switch (fault.code()) {
            case OTHER_SUFFIX, ALIAS_USED, NO_CLASSIFIER, OTHER_ORDER -> 0.98;
            case LEFT_OUT -> 0.95;
            case SOUNDS_ALIKE -> 0.9;
            case SIMILAR_NAME -> 0.85;
            case NOT_RECORDED -> 0.8;
            case NOT_UNDERSTOOD -> 0.7;
            case NEAR_ONLY -> 0.5;
            case NO_SUCH_NUMBER, NO_SUCH_NAME -> 0.4;
            case ELSEWHERE -> 0.3;
        };
    }
}
