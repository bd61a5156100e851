package org.weiwang.fuzz;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weiwang.access.Role;

/** What is wrong with answers, whatever was asked. Thread-safe. */
final class AnswerCheck {
    private static final String PROBLEM = "application/problem+json";

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private static final Set<Integer> ERRORS =
            Set.of(
                    400, 401, 403, 404, 405, 406, 408, 409, 410, 411, 413, 414, 415, 417, 422, 429,
                    431, 503);

    /** What Jetty says of requests that are no HTTP that it knows. */
    private static final Set<Integer> OF_NO_HTTP = Set.of(426, 501, 505);

    /** No request has any of it, so that it can come from the inside only. */
    private static final Pattern LEAK =
            Pattern.compile(
                    "(?:java|javax|jakarta|kotlin|org|com|io|net|sun)\\.[a-z]+\\.[A-Za-z.]+|[A-Za-z]{3,}(?:Exception|Error)\\b"
                            + "|\\tat |SQLSTATE|SELECT |INSERT |UPDATE |pg_[a-z]|jdbc:|/tmp/|/home/|/usr/|/root/|target/|root:x:|weiwang\\.[a-z_]+\\b");

    private AnswerCheck() {}

    /** Sentences, none where all is well. */
    static List<String> faults(FuzzRequest request, FuzzAnswer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() == 0) {
            if (request.isSound()) {
                faults.add("the connection was closed without an answer");
            }
            return faults;
        }
        if (!answer.isWhole()) {
            faults.add("the answer broke off");
        }
        if (answer.status() >= 400) {
            error(request, answer, faults);
        } else {
            success(request, answer, faults);
        }
        String leak = leak(answer);
        if (leak != null) {
            faults.add("tells of its inside: " + leak);
        }
        return faults;
    }

    private static void error(FuzzRequest request, FuzzAnswer answer, List<String> faults) {
        int status = answer.status();
        if (!ERRORS.contains(status) && (request.isSound() || !OF_NO_HTTP.contains(status))) {
            faults.add("no status that it should have");
        }
        boolean isHealth = request.operation().path().equals("/health/ready") && status == 503;
        if (status == 429 || (status == 503 && !isHealth)) {
            if (!answer.header("Retry-After").matches("[0-9]+")) {
                faults.add("no Retry-After");
            }
        }
        if (isHealth) {
            return;
        }
        if (!answer.mediaType().equals(PROBLEM)) {
            faults.add("an error that is no problem");
            return;
        }
        if (request.method().equals("HEAD")) {
            return;
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            if (problem.path("status").asInt() != status
                    || !problem.path("type").asText().matches("urn:weiwang:problem:[a-z-]+")
                    || problem.path("title").asText().isBlank()
                    || problem.path("detail").asText().isBlank()
                    || problem.path("requestId").asText().isBlank()) {
                faults.add("a problem that lacks something");
            }
        } catch (IOException e) {
            faults.add("a problem that is no JSON");
        }
    }

    private static void success(FuzzRequest request, FuzzAnswer answer, List<String> faults) {
        if (request.isSound() && request.hasAuthorization() && request.role() == null) {
            faults.add("a token that is none was taken");
        }
        if (request.isOfOperation()) {
            declared(request, answer, faults);
        }
        if (answer.body().length == 0) {
            return;
        }
        String type = answer.mediaType();
        if (type.endsWith("json") && !type.endsWith("x-ndjson")) {
            try {
                JSON.readTree(answer.body());
            } catch (JsonProcessingException e) {
                faults.add("no JSON: " + e.getOriginalMessage());
            } catch (IOException e) {
                faults.add("no JSON: " + e.getMessage());
            }
        }
        if (type.equals("text/html") && answer.text().contains(Nonsense.SCRIPT)) {
            faults.add("a page that runs what was sent");
        }
    }

    private static void declared(FuzzRequest request, FuzzAnswer answer, List<String> faults) {
        if (answer.status() / 100 != 2) {
            return;
        }
        JsonNode operation = request.operation().node();
        JsonNode response = operation.get("responses").path(Integer.toString(answer.status()));
        if (response.isMissingNode()) {
            faults.add("a status that is not declared");
        }
        if (answer.body().length > 0 && response.has("content")) {
            List<String> types = new ArrayList<>();
            response.get("content").fieldNames().forEachRemaining(types::add);
            if (types.stream()
                    .noneMatch(type -> type.replaceFirst(";.*", "").equals(answer.mediaType()))) {
                faults.add("a media type that is not declared: " + answer.mediaType());
            }
        }
        Role role = request.role() == null ? Role.VIEWER : request.role();
        if (operation.has("security")
                && !role.includes(Role.valueOf(operation.get("x-role").textValue()))) {
            faults.add("more than the role may");
        }
    }

    /** Null where nothing of the inside is told. */
    private static String leak(FuzzAnswer answer) {
        String type = answer.mediaType();
        if (!type.endsWith("json") && !type.startsWith("text/") || type.equals("text/plain")) {
            return null;
        }
        Matcher leak = LEAK.matcher(answer.text());
        return leak.find() ? leak.group() : null;
    }
}
