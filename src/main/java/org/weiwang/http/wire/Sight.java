package org.weiwang.http.wire;

import io.javalin.http.Context;
import org.weiwang.access.Role;
import org.weiwang.edition.EditionSummary;
import org.weiwang.edition.EditionSummary.State;
import org.weiwang.edition.NoSuchEditionException;

/**
 * What a caller may know of editions: everyone of those that are or were in force, planners of all
 * of them, of what is scheduled and of who did what.
 *
 * @param ofPlans whether the caller is a planner or more
 */
public record Sight(boolean ofPlans) {
    /** That of who asks. What a planner is answered is for this caller only. */
    public static Sight of(Context context) {
        return new Sight(Privacy.isFor(context, Role.PLANNER));
    }

    /**
     * @throws NoSuchEditionException when the caller may not know of it: in the same words as of
     *     one that is not there
     */
    public void check(String id, boolean wasInForce) throws NoSuchEditionException {
        if (!shows(wasInForce)) {
            throw new NoSuchEditionException(id);
        }
    }

    public boolean shows(EditionSummary summary) {
        return shows(summary.state() == State.PUBLISHED || summary.state() == State.RETIRED);
    }

    private boolean shows(boolean wasInForce) {
        return ofPlans || wasInForce;
    }
}
