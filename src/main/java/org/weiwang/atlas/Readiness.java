package org.weiwang.atlas;

import java.time.Instant;
import java.util.List;
import org.weiwang.edition.Edition;

/**
 * How what a keeper holds compares with what is in force.
 *
 * @param atlas that answers; null while {@link State#LOADING}
 * @param inForce the editions in force when the source last answered, ordered by district; null
 *     before it first did
 * @param awaySince since when the source has not answered; null while it does
 */
public record Readiness(State state, Atlas atlas, List<Edition> inForce, Instant awaySince) {
    /** From the worst to the best. */
    public enum State {
        /** There is nothing to answer with yet. */
        LOADING,
        /**
         * Another edition is in force than the one that answers, or the same of another {@linkplain
         * History#id history}.
         */
        BEHIND,
        /**
         * The source can't be reached; what was in force when it last could goes on answering.
         * Nothing newer than that is known of.
         */
        DEGRADED,
        /** The editions in force answer. */
        READY
    }

    static Readiness of(Atlas atlas, Outlook seen, Instant awaySince) {
        List<Edition> inForce = seen == null ? null : seen.editions();
        return new Readiness(state(atlas, seen, awaySince), atlas, inForce, awaySince);
    }

    private static State state(Atlas atlas, Outlook seen, Instant awaySince) {
        if (atlas == null) {
            return State.LOADING;
        }
        if (isBehind(atlas, seen)) {
            return State.BEHIND;
        }
        return awaySince == null ? State.READY : State.DEGRADED;
    }

    private static boolean isBehind(Atlas atlas, Outlook seen) {
        if (!atlas.history().id().equals(seen.history())) {
            return true;
        }
        // An atlas may be newer than what was seen, where something came into force in between.
        return atlas.version() < seen.version() && !atlas.editions().equals(seen.editions());
    }
}
