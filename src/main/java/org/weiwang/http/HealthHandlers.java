package org.weiwang.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.weiwang.atlas.Readiness;
import org.weiwang.atlas.circle.CircleKeeper;
import org.weiwang.edition.Edition;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;

/** {@code GET /health/live} and {@code /health/ready}. */
final class HealthHandlers {
    /**
     * @param atlasVersion null while nothing is loaded
     * @param editions that answer, ordered by district
     * @param inForce the editions that are in force, where they are others
     * @param circle how the living circle that answers compares with what is in force
     * @param since when the database was found away, ISO 8601, UTC; null while it is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Health(
            String status,
            Long atlasVersion,
            List<String> editions,
            List<String> inForce,
            String circle,
            String since) {}

    private final InForce inForce;
    private final CircleKeeper circles;

    HealthHandlers(InForce inForce, CircleKeeper circles) {
        this.inForce = inForce;
        this.circles = circles;
    }

    /** The process answers. */
    void live(Context context) {
        Parameters.of(context);
        Json.write(context, Map.of("status", "live"));
    }

    /**
     * Whether a load balancer should send requests here.
     *
     * <ul>
     *   <li>{@code ready}, 200: the editions in force answer.
     *   <li>{@code degraded}, 200: the database is away. What was in force goes on answering from
     *       memory, as it does on all other servers of this database: to take them all out would
     *       turn an outage of the database into one of everything.
     *   <li>{@code behind}, 503: another edition is in force, or a backup was restored, and is
     *       still being loaded. Other servers may have it; this one goes on naming the old one in
     *       its answers.
     *   <li>{@code loading}, 503: there is nothing to answer with yet.
     * </ul>
     *
     * <p>Newer data sets of the same editions, which no server holds ready, make none {@code
     * behind}: all would be at once. Nor does a living circle that is {@code loading} or {@code
     * behind}, which is told beside.
     */
    void ready(Context context) {
        Parameters.of(context);
        Readiness readiness = inForce.readiness();
        boolean useful =
                switch (readiness.state()) {
                    case READY, DEGRADED -> true;
                    case BEHIND, LOADING -> false;
                };
        context.status(useful ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        Json.write(context, describe(readiness));
    }

    private Health describe(Readiness readiness) {
        boolean loading = readiness.state() == Readiness.State.LOADING;
        return new Health(
                readiness.state().name().toLowerCase(Locale.ROOT),
                loading ? null : readiness.atlas().version(),
                loading ? null : ids(readiness.atlas().editions()),
                readiness.state() == Readiness.State.BEHIND ? ids(readiness.inForce()) : null,
                circles.state().name().toLowerCase(Locale.ROOT),
                readiness.awaySince() == null ? null : readiness.awaySince().toString());
    }

    private static List<String> ids(List<Edition> editions) {
        return editions.stream().map(Edition::id).toList();
    }
}
