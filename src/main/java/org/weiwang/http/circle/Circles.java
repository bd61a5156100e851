package org.weiwang.http.circle;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.CircleKeeper;
import org.weiwang.atlas.circle.CircleLayer;
import org.weiwang.atlas.circle.GriddedCircle;
import org.weiwang.atlas.circle.LivingCircle;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.standard.Standards;
import org.weiwang.edition.scenario.ScenarioStore;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/**
 * The living circle as handlers ask for it.
 *
 * @param scenarios where scenarios are kept
 * @param snapDistance how far from the walking network a place may lie, in metres
 * @param isochroneDistance how far from the ways that are reached an isochrone extends, in metres
 */
public record Circles(
        CircleKeeper keeper,
        Standards standards,
        ScenarioStore scenarios,
        double snapDistance,
        double isochroneDistance) {
    /** A second is usual, and two when a notification was lost. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /**
     * The one that answers, once for each request.
     *
     * @throws ProblemException as {@link #gridded}
     */
    public LivingCircle current() {
        return gridded().circle();
    }

    /**
     * The one that answers, with its grids, once for each request.
     *
     * @throws ProblemException 503 while none is there, 404 where this server does without
     */
    public GriddedCircle gridded() {
        requireOn();
        return keeper.gridded()
                .orElseThrow(
                        () -> Problem.unavailable("The living circle is being made").exception());
    }

    /**
     * What layers are made of that carry the stamp, as {@link CircleKeeper#await} has it.
     *
     * @throws BusyException likewise
     * @throws ProblemException 404 where this server does without
     */
    public Optional<CircleLayer> layer(Question question, Predicate<Stamp> isNamed)
            throws BusyException, InterruptedException {
        requireOn();
        return keeper.await(question, isNamed, PATIENCE);
    }

    private void requireOn() {
        if (!isOn()) {
            throw Problem.notFound("This server does without the living circle").exception();
        }
    }

    /** Whether this server has the living circle, or will. */
    public boolean isOn() {
        return keeper.state() != CircleKeeper.State.OFF;
    }
}
