package org.weiwang.http;

import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.AtlasKeeper;

/** The atlas in force, as handlers ask for it: once for each request. */
final class InForce {
    private final AtlasKeeper keeper;

    InForce(AtlasKeeper keeper) {
        this.keeper = keeper;
    }

    /**
     * @throws ProblemException 503 while none is loaded
     */
    Atlas atlas() {
        return keeper.current()
                .orElseThrow(() -> Problem.unavailable("The grids are being loaded").exception());
    }
}
