package org.weiwang.feature.cql2;

import static org.weiwang.feature.cql2.Operator.EQUAL;
import static org.weiwang.feature.cql2.Operator.GREATER;
import static org.weiwang.feature.cql2.Operator.GREATER_OR_EQUAL;
import static org.weiwang.feature.cql2.Operator.LESS;
import static org.weiwang.feature.cql2.Operator.LESS_OR_EQUAL;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How two spans of time lie to each other, as OWL-Time has it: comparisons of their ends that all
 * hold. To be disjoint is not to intersect.
 */
public enum TemporalRelation {
    AFTER("t_after", Ends.of(true, GREATER, false)),
    BEFORE("t_before", Ends.of(false, LESS, true)),
    EQUALS("t_equals", Ends.of(true, EQUAL, true), Ends.of(false, EQUAL, false)),
    INTERSECTS(
            "t_intersects",
            Ends.of(true, LESS_OR_EQUAL, false),
            Ends.of(false, GREATER_OR_EQUAL, true)),
    CONTAINS("t_contains", Ends.of(true, LESS, true), Ends.of(false, GREATER, false)),
    DURING("t_during", Ends.of(true, GREATER, true), Ends.of(false, LESS, false)),
    FINISHED_BY("t_finishedBy", Ends.of(true, LESS, true), Ends.of(false, EQUAL, false)),
    FINISHES("t_finishes", Ends.of(true, GREATER, true), Ends.of(false, EQUAL, false)),
    MEETS("t_meets", Ends.of(false, EQUAL, true)),
    MET_BY("t_metBy", Ends.of(true, EQUAL, false)),
    OVERLAPPED_BY(
            "t_overlappedBy",
            Ends.of(true, GREATER, true),
            Ends.of(true, LESS, false),
            Ends.of(false, GREATER, false)),
    OVERLAPS(
            "t_overlaps",
            Ends.of(true, LESS, true),
            Ends.of(false, GREATER, true),
            Ends.of(false, LESS, false)),
    STARTED_BY("t_startedBy", Ends.of(true, EQUAL, true), Ends.of(false, GREATER, false)),
    STARTS("t_starts", Ends.of(true, EQUAL, true), Ends.of(false, LESS, false));

    static final String DISJOINT = "t_disjoint";

    private final String op;
    private final List<Ends> ends;

    TemporalRelation(String op, Ends... ends) {
        this.op = op;
        this.ends = List.of(ends);
    }

    /**
     * A comparison of an end of the first span with one of the second.
     *
     * @param ofFirst whether the first span's start is meant, or else its end
     * @param ofSecond likewise of the second span
     */
    public record Ends(boolean ofFirst, Operator operator, boolean ofSecond) {
        static Ends of(boolean ofFirst, Operator operator, boolean ofSecond) {
            return new Ends(ofFirst, operator, ofSecond);
        }
    }

    /** What must hold, all of it. */
    public List<Ends> ends() {
        return ends;
    }

    String op() {
        return op;
    }

    /** Whether it can be said of moments too, and not only of intervals. */
    boolean takesMoments() {
        return switch (this) {
            case AFTER, BEFORE, EQUALS, INTERSECTS -> true;
            default -> false;
        };
    }

    static Optional<TemporalRelation> ofOp(String op) {
        return Stream.of(values()).filter(relation -> relation.op.equals(op)).findFirst();
    }
}
