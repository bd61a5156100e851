package org.weiwang.http;

import io.javalin.http.Context;
import java.util.List;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.comparing.Comparer;
import org.weiwang.edition.comparing.Comparison;
import org.weiwang.edition.comparing.DistrictsDifferException;
import org.weiwang.edition.comparing.NotNowException;
import org.weiwang.edition.comparing.Pair;
import org.weiwang.edition.comparing.Subject;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.Sight;

/** The comparison of the two editions that a request's path names. Thread-safe. */
final class Comparing {
    private final Comparer comparer;

    Comparing(Comparer comparer) {
        this.comparer = comparer;
    }

    /**
     * Names the editions in the answer's header.
     *
     * @throws NoSuchEditionException when one is not there, or is not for the caller to see
     */
    Comparison of(Context context)
            throws NoSuchEditionException, DistrictsDifferException, NotNowException {
        Sight sight = Sight.of(context);
        Pair pair = comparer.pair(context.pathParam("a"), context.pathParam("b"));
        for (Subject subject : List.of(pair.from(), pair.to())) {
            sight.check(subject.edition().id(), subject.wasInForce());
        }
        Comparison comparison = comparer.compare(pair);
        EditionsHeader.set(context, List.of(pair.from().edition(), pair.to().edition()));
        return comparison;
    }
}
