package org.weiwang.http;

import org.weiwang.atlas.circle.CircleKeeper;
import org.weiwang.atlas.circle.LivingCircle;
import org.weiwang.circle.standard.Standards;

/**
 * The living circle as handlers ask for it.
 *
 * @param snapDistance how far from the walking network a place may lie, in metres
 * @param isochroneDistance how far from the ways that are reached an isochrone extends, in metres
 */
public record Circles(
        CircleKeeper keeper, Standards standards, double snapDistance, double isochroneDistance) {
    /**
     * The one in force, once for each request.
     *
     * @throws ProblemException 503 while none is there, 404 where this server does without
     */
    LivingCircle current() {
        if (keeper.state() == CircleKeeper.State.OFF) {
            throw Problem.notFound("This server does without the living circle").exception();
        }
        return keeper.current()
                .orElseThrow(
                        () -> Problem.unavailable("The living circle is being made").exception());
    }
}
