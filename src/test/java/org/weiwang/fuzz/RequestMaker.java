package org.weiwang.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.weiwang.SmallService;
import org.weiwang.access.Role;
import org.weiwang.http.Operation;

/** Makes requests of a definition: the same for the same seed and number. Thread-safe. */
final class RequestMaker {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final long seed;
    private final List<Operation> layers;
    private final List<Operation> others;
    private final Bodies bodies;

    RequestMaker(long seed, List<Operation> operations, Bodies bodies) {
        this.seed = seed;
        this.layers = operations.stream().filter(o -> o.path().startsWith("/ogc")).toList();
        this.others = operations.stream().filter(o -> !o.path().startsWith("/ogc")).toList();
        this.bodies = bodies;
    }

    FuzzRequest make(long number) {
        SplittableRandom random = new SplittableRandom(seed * GOLDEN + number);
        Operation operation = Words.one(random.nextInt(5) < 2 ? layers : others, random);
        boolean isMeant = random.nextInt(5) < 2;
        String method =
                isMeant || random.nextInt(12) > 0
                        ? operation.method().toUpperCase(Locale.ROOT)
                        : Words.one(Words.METHODS, random);
        List<String> headers = new ArrayList<>();
        headers.add(
                random.nextInt(400) == 0
                        ? "Host: " + Words.one(Words.ESCAPES, random)
                        : "Host: localhost");
        Role role = role(operation, headers, random);
        boolean hasAuthorization = headers.size() > 1;
        for (int i = random.nextInt(isMeant ? 2 : 4) - 1; i > 0; i--) {
            headers.add(Words.one(Words.HEADERS, random));
        }
        byte[] body = body(operation, isMeant, headers, random);
        boolean isLie = !isMeant && body.length > 0 && random.nextInt(15) == 0;
        boolean isChunked = !isLie && body.length > 0 && random.nextInt(8) == 0;
        if (isLie) {
            headers.add(Words.one(Words.LIES, random));
        } else if (isChunked) {
            headers.add("Transfer-Encoding: chunked");
        } else if (body.length > 0 || !method.matches("GET|HEAD")) {
            headers.add("Content-Length: " + body.length);
        }
        Targets targets = new Targets(operation, isMeant, random);
        String path = targets.path();
        String head =
                "%s %s%s HTTP/1.1\r\n%s\r\n\r\n"
                        .formatted(method, path, targets.query(), String.join("\r\n", headers));
        boolean isBroken = !isMeant && random.nextInt(60) == 0;
        byte[] headBytes = head.getBytes(UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(isBroken ? Nonsense.mutated(headBytes, random) : headBytes);
        bytes.writeBytes(isChunked ? chunked(body) : body);
        return new FuzzRequest(
                number,
                operation,
                method,
                path,
                role,
                hasAuthorization,
                !isLie && !isBroken && !head.contains("Expect:"),
                isLie || isBroken,
                bytes.toByteArray());
    }

    /** Adds the header, if any. */
    private static Role role(Operation operation, List<String> headers, SplittableRandom random) {
        int chance = random.nextInt(20);
        if (chance < 5) {
            return null;
        }
        if (chance == 5) {
            headers.add("Authorization: " + Words.one(Words.CREDENTIALS, random));
            return null;
        }
        Role needed = Role.valueOf(operation.node().path("x-role").asText(Role.VIEWER.name()));
        Role role = chance < 9 ? Role.values()[random.nextInt(Role.values().length)] : needed;
        headers.add("Authorization: Bearer " + SmallService.secret(role));
        return role;
    }

    private byte[] body(
            Operation operation, boolean isMeant, List<String> headers, SplittableRandom random) {
        JsonNode content = operation.node().at("/requestBody/content");
        if (content.isMissingNode()) {
            return isMeant || random.nextInt(10) > 0 ? new byte[0] : Nonsense.bytes(random);
        }
        List<String> types = new ArrayList<>();
        content.fieldNames().forEachRemaining(types::add);
        String type = Words.one(types, random);
        byte[] body = bodies.of(type, content.get(type).get("schema"), isMeant, random);
        boolean isOther = !isMeant && random.nextInt(8) == 0;
        if (isMeant || random.nextInt(60) > 0) {
            headers.add("Content-Type: " + (isOther ? Words.one(Words.TYPES, random) : type));
        }
        return isMeant || random.nextInt(40) > 0 ? body : Bodies.gzip(body);
    }

    private static byte[] chunked(byte[] body) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        int step = Math.max(1, body.length / 3);
        for (int from = 0; from < body.length; from += step) {
            int length = Math.min(step, body.length - from);
            chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(UTF_8));
            chunks.write(body, from, length);
            chunks.writeBytes("\r\n".getBytes(UTF_8));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(UTF_8));
        return chunks.toByteArray();
    }
}
