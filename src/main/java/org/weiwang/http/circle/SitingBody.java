package org.weiwang.http.circle;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.weiwang.access.Role;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.siting.Siting;
import org.weiwang.circle.standard.Category;
import org.weiwang.geo.LonLat;
import org.weiwang.http.BatchLimits;
import org.weiwang.http.wire.Caller;
import org.weiwang.http.wire.JsonBody;
import org.weiwang.http.wire.JsonObject;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/**
 * What a request for sites asks.
 *
 * @param category whose limit is known
 * @param candidates empty for all addresses
 * @param seconds after which the best that was found is the answer
 */
record SitingBody(
        Category category,
        int sites,
        Optional<List<LonLat>> candidates,
        OptionalInt capacity,
        int seconds) {
    private static final int LONGEST = 1 << 20;
    private static final int MOST_CANDIDATES = 10_000;
    private static final String CATEGORY = "category";
    private static final String SITES = "sites";
    private static final String CANDIDATES = "candidates";
    private static final String CAPACITY = "capacity";
    private static final String ADDRESSES = "addresses";
    private static final String SECONDS = "seconds";
    private static final int USUAL_SECONDS = 30;
    private static final int MOST_SECONDS = 120;

    /**
     * @param patience as {@link BatchLimits#patience}
     * @throws ProblemException when it is not made of members as they must be; 401 or 403 where the
     *     caller may not have it searched for so long
     */
    static SitingBody read(Context context, Question question, Duration patience)
            throws IOException {
        JsonObject body =
                JsonBody.object(
                        context, LONGEST, patience, CATEGORY, SITES, CANDIDATES, CAPACITY, SECONDS);
        return new SitingBody(
                category(body, question),
                body.whole(SITES, 1, Siting.MOST_SITES),
                candidates(body),
                body.has(CAPACITY)
                        ? OptionalInt.of(body.whole(CAPACITY, 1, Integer.MAX_VALUE))
                        : OptionalInt.empty(),
                seconds(body, Caller.of(context)));
    }

    /** While one has sites found, nobody else has, so that not just anyone may for long. */
    private static int seconds(JsonObject body, Caller caller) {
        int seconds = body.has(SECONDS) ? body.whole(SECONDS, 1, MOST_SECONDS) : USUAL_SECONDS;
        if (seconds > USUAL_SECONDS && !caller.may(Role.PLANNER)) {
            throw caller.refusal("More than %d %s".formatted(USUAL_SECONDS, SECONDS), Role.PLANNER)
                    .exception();
        }
        return seconds;
    }

    private static Category category(JsonObject body, Question question) {
        List<Category> categories = question.standard().categories();
        String id = body.text(CATEGORY);
        Category category =
                question.standard()
                        .category(id)
                        .orElseThrow(
                                () ->
                                        JsonObject.refused(
                                                CATEGORY,
                                                "must be one of "
                                                        + String.join(
                                                                ", ",
                                                                categories.stream()
                                                                        .map(Category::id)
                                                                        .toList()),
                                                body.member(CATEGORY)));
        if (category.limit(question.rule()).isEmpty()) {
            throw Problem.badBody(
                            CATEGORY,
                            "%s does not say what serves %s by the rule %s"
                                    .formatted(
                                            question.standard().id(),
                                            id,
                                            question.rule().name().toLowerCase(Locale.ROOT)))
                    .exception();
        }
        return category;
    }

    private static Optional<List<LonLat>> candidates(JsonObject body) {
        JsonNode candidates = body.member(CANDIDATES);
        if (candidates.isTextual() && candidates.textValue().equals(ADDRESSES)) {
            return Optional.empty();
        }
        if (!candidates.isArray() || candidates.isEmpty() || candidates.size() > MOST_CANDIDATES) {
            throw JsonObject.refused(
                    CANDIDATES,
                    "must be \"%s\" or an array of 1 to %d points with lon and lat"
                            .formatted(ADDRESSES, MOST_CANDIDATES),
                    candidates);
        }
        return Optional.of(
                body.objects(CANDIDATES, "lon", "lat").stream().map(JsonObject::point).toList());
    }
}
