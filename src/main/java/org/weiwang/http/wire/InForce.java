package org.weiwang.http.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.atlas.PastAtlases;
import org.weiwang.atlas.Readiness;
import org.weiwang.edition.NoSuchEditionException;

/** The atlas in force, or another, as handlers ask for it: once for each request. */
public final class InForce {
    /** A second is usual, and two when a notification was lost. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final AtlasKeeper keeper;
    private final PastAtlases past;

    public InForce(AtlasKeeper keeper, PastAtlases past) {
        this.keeper = keeper;
        this.past = past;
    }

    /**
     * @throws ProblemException 503 while none is loaded
     */
    public Atlas atlas() {
        return keeper.current()
                .orElseThrow(() -> Problem.unavailable("The grids are being loaded").exception());
    }

    /**
     * The atlas of the grids that are asked for. One that is not in force has no responders.
     *
     * @throws NoSuchEditionException as {@link AsOf#editions}
     * @throws ProblemException likewise, and 503 while it is being loaded
     * @throws org.weiwang.edition.StoreFailure when it can't be
     */
    public Atlas atlas(AsOf asOf) throws NoSuchEditionException {
        Atlas today = atlas();
        return asOf.isNow()
                ? today
                : past.of(asOf.editions(today.history()), today)
                        .orElseThrow(
                                () ->
                                        Problem.unavailable("The grids of then are being loaded")
                                                .exception());
    }

    /**
     * The atlas of this version, if it is in force or was until some minutes ago. One that another
     * server has sooner than this one is waited for.
     *
     * @param history as {@link org.weiwang.atlas.History#id}
     */
    public Optional<Atlas> atlas(UUID history, long version) throws InterruptedException {
        atlas();
        return keeper.await(history, version, PATIENCE);
    }

    public Readiness readiness() {
        return keeper.readiness();
    }
}
