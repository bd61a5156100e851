package org.weiwang.http;

import io.javalin.http.Context;
import java.util.List;
import org.weiwang.access.Role;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.comparing.Comparer;
import org.weiwang.edition.comparing.Comparison;
import org.weiwang.edition.comparing.DistrictsDifferException;
import org.weiwang.edition.comparing.NotNowException;
import org.weiwang.edition.comparing.Pair;
import org.weiwang.edition.comparing.Subject;

/** The comparison of the two editions that a request's path names. Thread-safe. */
final class Comparing {
    /** Who may see what was never in force. */
    private static final Role OF_DRAFTS = Role.PLANNER;

    private final Comparer comparer;

    Comparing(Comparer comparer) {
        this.comparer = comparer;
    }

    /**
     * Names the editions in the answer's header.
     *
     * @throws ProblemException 404 when an edition is not there, or is not for the caller to see;
     *     400 when they are of two districts; 503 when it can't be had now
     */
    Comparison of(Context context) {
        Pair pair = pair(context.pathParam("a"), context.pathParam("b"));
        if (!Caller.of(context).may(OF_DRAFTS)) {
            refuseNeverInForce(pair);
        }
        try {
            Comparison comparison = comparer.compare(pair);
            context.header("Weiwang-Editions", comparison.from() + ", " + comparison.to());
            return comparison;
        } catch (DistrictsDifferException e) {
            throw Problem.badParameter("b", e.getMessage()).exception();
        } catch (NotNowException e) {
            throw Problem.unavailable(e.getMessage()).exception();
        }
    }

    private Pair pair(String from, String to) {
        try {
            return comparer.pair(from, to);
        } catch (NoSuchEditionException e) {
            throw Problem.notFound(e.getMessage()).exception();
        }
    }

    /** In the same words as of one that is not there: that there is a draft is not told. */
    private static void refuseNeverInForce(Pair pair) {
        for (Subject subject : List.of(pair.from(), pair.to())) {
            if (!subject.wasInForce()) {
                throw Problem.notFound(
                                new NoSuchEditionException(subject.edition().id()).getMessage())
                        .exception();
            }
        }
    }
}
