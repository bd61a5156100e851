package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.weiwang.access.AuditEntry;
import org.weiwang.access.AuditTrail;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Privacy;
import org.weiwang.http.wire.Problem;

/** {@code GET /api/v1/audit}: what was done, the newest first. */
final class AuditHandler implements Handler {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    /**
     * @param next what to give as {@code before} for the page after; null on the last
     */
    private record Page(List<Entry> entries, Long next) {}

    /**
     * @param at ISO 8601, UTC
     */
    private record Entry(
            long id,
            String at,
            String who,
            String origin,
            String action,
            String subject,
            String editionBefore,
            String editionAfter) {}

    private final AuditTrail trail;

    AuditHandler(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void handle(Context context) {
        Parameters parameters = Parameters.of(context, "limit", "before");
        int limit = (int) Math.min(whole(parameters, "limit", DEFAULT_LIMIT), MAX_LIMIT);
        List<AuditEntry> found = trail.read(whole(parameters, "before", Long.MAX_VALUE), limit + 1);
        List<AuditEntry> page = found.subList(0, Math.min(found.size(), limit));
        Privacy.forThisCallerOnly(context);
        Json.write(
                context,
                new Page(
                        page.stream().map(AuditHandler::entry).toList(),
                        found.size() > limit ? page.get(limit - 1).id() : null));
    }

    private static long whole(Parameters parameters, String name, long otherwise) {
        String text = parameters.text(name).orElse(Long.toString(otherwise));
        if (!text.matches("[1-9][0-9]{0,17}") && !text.equals(Long.toString(otherwise))) {
            throw Problem.badParameter(
                            name, name + " must be a whole number of 1 or more, not " + text)
                    .exception();
        }
        return Long.parseLong(text);
    }

    private static Entry entry(AuditEntry found) {
        return new Entry(
                found.id(),
                found.at().toString(),
                found.actor().name(),
                found.actor().origin(),
                found.action().name(),
                found.subject(),
                found.editionBefore(),
                found.editionAfter());
    }
}
