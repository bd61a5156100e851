package org.weiwang.http.ogc;

import java.util.List;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.feature.FeatureType;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.Parameters;

/** Where the features of a collection come from. Thread-safe. */
interface Source {
    /** The parameters that choose what the features say, beside those of every collection. */
    default List<String> choices() {
        return List.of();
    }

    /** What the features are like that the parameters choose. */
    FeatureType type(Parameters parameters);

    /** Whether the features are of editions, so that those of other moments can be had too. */
    boolean hasPast();

    /**
     * The state that a request asks for.
     *
     * @param asOf of no account where there is no past
     * @param stamp of the state that the pages before were of; null for a first page
     * @throws org.weiwang.http.wire.ProblemException 410 when that state is no longer there
     */
    State state(Parameters parameters, AsOf asOf, String stamp)
            throws NoSuchEditionException, BusyException, InterruptedException;

    /** What is told of all features that are in force. */
    default Summary summary() throws NoSuchEditionException, BusyException, InterruptedException {
        return state(Parameters.NONE, AsOf.NOW, null).summary();
    }
}
