package org.weiwang.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.access.UnverifiableException;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.circle.siting.SitingException;
import org.weiwang.edition.ConflictException;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.NoRoomException;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.OutdatedException;
import org.weiwang.edition.PublishException;
import org.weiwang.edition.StoreFailure;
import org.weiwang.edition.comparing.DistrictsDifferException;
import org.weiwang.edition.comparing.NotNowException;
import org.weiwang.edition.layer.NotPlacedException;
import org.weiwang.edition.layer.PagesGoneException;
import org.weiwang.edition.revising.RevisionException;
import org.weiwang.edition.scenario.NameTakenException;
import org.weiwang.edition.scenario.NoSuchScenarioException;
import org.weiwang.edition.scenario.TooManyScenariosException;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/** The table of exceptions and the problems that they become. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "5";

    /** The member of a problem that names the request. */
    static final String REQUEST_ID = "requestId";

    private static final List<String> OF_ANSWERS =
            List.of("ETag", "Content-Disposition", "Content-Crs", "Link");

    private Problems() {}

    static void register(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, context) -> write(context, e.problem()));
        routes.exception(
                HttpResponseException.class,
                (e, context) -> write(context, ofStatus(e.getStatus())));
        routes.exception(
                ImportException.class,
                (e, context) -> write(context, Problem.importRefused(e.faults())));
        routes.exception(
                OutdatedException.class,
                (e, context) -> write(context, Problem.outdated(e.getMessage(), e.inForce())));
        routes.exception(
                ConflictException.class,
                (e, context) -> write(context, Problem.conflict(e.getMessage())));
        routes.exception(
                NameTakenException.class,
                (e, context) -> write(context, Problem.nameTaken(e.id(), e.getMessage())));
        routes.exception(
                TooManyScenariosException.class,
                (e, context) -> write(context, Problem.tooManyScenarios(e.getMessage())));
        routes.exception(
                NoSuchScenarioException.class,
                (e, context) -> write(context, Problem.notFound(e.getMessage())));
        routes.exception(
                PublishException.class,
                (e, context) -> write(context, Problem.publishRefused(e.getMessage())));
        routes.exception(
                RevisionException.class,
                (e, context) -> write(context, Problem.revisionRefused(e.getMessage())));
        routes.exception(
                NoSuchEditionException.class,
                (e, context) -> write(context, Problem.notFound(e.getMessage())));
        routes.exception(
                PagesGoneException.class,
                (e, context) -> write(context, Problem.gone(e.getMessage())));
        routes.exception(
                NotPlacedException.class,
                (e, context) -> write(context, Problem.notPlaced(e.getMessage())));
        routes.exception(
                DistrictsDifferException.class,
                (e, context) -> write(context, Problem.badParameter("b", e.getMessage())));
        routes.exception(
                NotNowException.class,
                (e, context) -> write(context, Problem.unavailable(e.getMessage())));
        routes.exception(
                NoRoomException.class,
                (e, context) -> {
                    LOG.error("{} {}: {}", context.method(), context.path(), e.getMessage());
                    write(
                            context,
                            Problem.noRoom("The server has no room to unpack what was sent"));
                });
        routes.exception(
                BusyException.class,
                (e, context) -> write(context, Problem.unavailable(e.getMessage())));
        // Only the pool that the thread belongs to interrupts it, when the server stops.
        routes.exception(
                InterruptedException.class,
                (e, context) -> write(context, Problem.unavailable("The server is being stopped")));
        routes.exception(
                SitingException.class,
                (e, context) -> write(context, Problem.sitingRefused(e.getMessage())));
        // That the database is away is logged once, by what watches for newer versions.
        routes.exception(StoreFailure.class, Problems::ofStore);
        routes.exception(
                UnverifiableException.class,
                (e, context) -> write(context, Problem.unavailable(e.getMessage())));
        routes.exception(
                EofException.class,
                (e, context) -> {
                    // The client has gone; nobody reads this, and nothing of ours has failed.
                    LOG.debug("{} {} broke off", context.method(), context.path(), e);
                    write(context, ofStatus(HttpStatus.BAD_REQUEST.getCode()));
                });
        routes.exception(
                Exception.class,
                (e, context) -> {
                    LOG.error("{} {} failed", context.method(), context.path(), e);
                    write(context, internal());
                });
    }

    /** What the framework itself refuses: an unknown path, a wrong method, too large a body. */
    static Problem ofStatus(int code) {
        String message = HttpStatus.forStatus(code).getMessage();
        String kind = message.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Problem(code, kind, message, message, Map.of());
    }

    private static Problem internal() {
        return new Problem(
                500,
                "internal",
                "The server failed",
                "The server failed to answer; its log says why.",
                Map.of());
    }

    static void write(Context context, Problem problem) {
        if (context.res().isCommitted()) {
            breakOff(context);
            return;
        }
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
            context.header("Retry-After", RETRY_SECONDS);
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED.getCode()) {
            context.header("WWW-Authenticate", "Bearer realm=\"weiwang\"");
        }
        // Nothing of the answer that it was to be holds of it.
        for (String header : OF_ANSWERS) {
            context.res().setHeader(header, null);
        }
        context.header("Cache-Control", "no-store");
        context.status(problem.status());
        Map<String, Object> members = problem.members();
        members.put(REQUEST_ID, Exchange.of(context.req()).id());
        Json.write(context, Problem.CONTENT_TYPE, members);
    }

    /** The answer has begun; its client must see that it is not whole. */
    private static void breakOff(Context context) {
        LOG.warn("{} {} failed after its answer had begun", context.method(), context.path());
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    private static void ofStore(StoreFailure e, Context context) {
        if (e.isAway()) {
            write(context, Problem.unavailable("The database can't be reached"));
            return;
        }
        LOG.error("{} {} failed", context.method(), context.path(), e);
        write(context, e.isFull() ? Problem.noRoom("The database has no room left") : internal());
    }
}
