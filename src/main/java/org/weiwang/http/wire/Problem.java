package org.weiwang.http.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What went wrong with a request, as it is told to the client (RFC 9457).
 *
 * @param kind names the kind of problem in the member {@code type}: {@code
 *     urn:weiwang:problem:kind}
 * @param more further members, such as the parameter at fault
 */
public record Problem(
        int status, String kind, String title, String detail, Map<String, Object> more) {
    public static final String CONTENT_TYPE = "application/problem+json";

    private static final int FAULTS_TOLD = 1_000;

    public static Problem badParameter(String parameter, String detail) {
        return new Problem(
                400,
                "bad-parameter",
                "A parameter can't be used",
                detail,
                Map.of("parameter", parameter));
    }

    /**
     * @param member of the JSON object; null where the whole is at fault
     */
    public static Problem badBody(String member, String detail) {
        return new Problem(
                400,
                "bad-body",
                "The body can't be used",
                detail,
                member == null ? Map.of() : Map.of("member", member));
    }

    public static Problem unauthorized(String detail) {
        return new Problem(401, "unauthorized", "A good token is needed", detail, Map.of());
    }

    static Problem forbidden(String detail) {
        return new Problem(403, "forbidden", "The role is too little", detail, Map.of());
    }

    static Problem tooSlow() {
        return new Problem(
                408,
                "request-timeout",
                "The request comes too slowly",
                "The body comes too slowly; send it again over a better connection",
                Map.of());
    }

    public static Problem tooManyRequests() {
        return new Problem(
                429,
                "too-many-requests",
                "Too many requests",
                "This address has sent too many requests; Retry-After says when to go on",
                Map.of());
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "not-found", "There is no such thing", detail, Map.of());
    }

    public static Problem unfit(String detail) {
        return new Problem(422, "unfit", "The format can't hold the layer", detail, Map.of());
    }

    public static Problem gone(String detail) {
        return new Problem(
                410,
                "gone",
                "The pages are of an edition that is no longer in force",
                detail,
                Map.of());
    }

    public static Problem notPlaced(String detail) {
        return new Problem(404, "not-placed", "Not placed yet", detail, Map.of());
    }

    public static Problem conflict(String detail) {
        return new Problem(409, "conflict", "It has changed meanwhile", detail, Map.of());
    }

    /**
     * @param inForce id of the edition in force then; null where nothing is
     */
    public static Problem outdated(String detail, String inForce) {
        Problem conflict = conflict(detail);
        return new Problem(
                conflict.status(),
                conflict.kind(),
                conflict.title(),
                detail,
                Collections.singletonMap("inForce", inForce));
    }

    /**
     * @param scenario id of the one that has the name
     */
    public static Problem nameTaken(long scenario, String detail) {
        return new Problem(
                409, "name-taken", "The name is taken", detail, Map.of("scenario", scenario));
    }

    public static Problem tooManyScenarios(String detail) {
        return new Problem(409, "too-many-scenarios", "No more can be kept", detail, Map.of());
    }

    /**
     * @param scenario its id
     * @param fault what is wrong with it now, and where
     */
    public static Problem planOutdated(long scenario, Problem fault) {
        Map<String, Object> more = new LinkedHashMap<>(fault.more());
        more.put("scenario", scenario);
        return new Problem(
                422,
                "plan-outdated",
                "The scenario does not fit what is there now",
                "Scenario %d: %s".formatted(scenario, fault.detail()),
                more);
    }

    public static Problem revisionRefused(String detail) {
        return new Problem(
                422, "revision-refused", "The edition can't be changed so", detail, Map.of());
    }

    public static Problem publishRefused(String detail) {
        return new Problem(422, "publish-refused", "It can't be published", detail, Map.of());
    }

    /**
     * @param faults all that was found wrong, of which so many are told as a person can mend
     */
    public static Problem importRefused(List<String> faults) {
        return new Problem(
                422,
                "import-refused",
                "The hand-over can't be imported",
                faults.size() == 1 ? faults.get(0) : faults.size() + " faults were found",
                Map.of(
                        "faultCount",
                        faults.size(),
                        "faults",
                        faults.subList(0, Math.min(faults.size(), FAULTS_TOLD))));
    }

    public static Problem offNetwork(String detail) {
        return new Problem(422, "off-network", "No way is near", detail, Map.of());
    }

    /**
     * @param member of the body, which says where
     */
    public static Problem offNetwork(String member, String detail) {
        Problem somewhere = offNetwork(detail);
        return new Problem(
                somewhere.status(),
                somewhere.kind(),
                somewhere.title(),
                detail,
                Map.of("member", member));
    }

    public static Problem sitingRefused(String detail) {
        return new Problem(422, "siting-refused", "Nothing can be sited", detail, Map.of());
    }

    public static Problem tooLarge(String detail) {
        return new Problem(413, "too-large", "The request is too large", detail, Map.of());
    }

    public static Problem unsupportedType(String detail) {
        return new Problem(
                415, "unsupported-media-type", "The body can't be read", detail, Map.of());
    }

    public static Problem unavailable(String detail) {
        return new Problem(503, "unavailable", "Not available now", detail, Map.of());
    }

    public static Problem noRoom(String detail) {
        return new Problem(507, "no-room", "There is no room left", detail, Map.of());
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    /** The members of the JSON document, in order. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:weiwang:problem:" + kind);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.putAll(more);
        return members;
    }
}
