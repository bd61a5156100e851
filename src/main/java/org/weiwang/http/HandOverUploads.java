package org.weiwang.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.importing.ImportRequest;
import org.weiwang.edition.importing.Layer;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.Datum;
import org.weiwang.http.wire.Caller;
import org.weiwang.http.wire.LimitedBody;
import org.weiwang.http.wire.LookupQuery;
import org.weiwang.http.wire.MediaType;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/** Receives hand-overs, and has them read a few at a time. Thread-safe. */
final class HandOverUploads {
    /** Each holds a thread and a file of its own. */
    private static final int AT_ONCE = 8;

    /** Each holds the grids of a district in memory. */
    private static final int READ_AT_ONCE = 2;

    /** What was sent in full is not sent again for nothing. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What a hand-over may come as, and the name of its file, by which faults call it. */
    private static final Map<String, String> TYPES =
            Map.of(
                    "application/zip",
                    "upload.zip",
                    "application/geopackage+sqlite3",
                    "upload.gpkg",
                    MediaType.GEO_JSON,
                    "upload.geojson",
                    "application/flatgeobuf",
                    "upload.fgb");

    private final UploadLimits limits;
    private final Semaphore running = new Semaphore(AT_ONCE);
    private final Semaphore reading = new Semaphore(READ_AT_ONCE);

    HandOverUploads(UploadLimits limits) {
        this.limits = limits;
    }

    /** What is done with a hand-over once it is there. */
    interface Work<T> {
        /**
         * @param folder where the hand-over lies, and zip files are unpacked
         */
        T with(ImportRequest request, Path folder) throws ImportException;
    }

    /**
     * What came of the hand-over that the request brings.
     *
     * @throws ProblemException when its parameters are off, or it is too large or not let in
     */
    <T> T receive(Context context, Work<T> work) throws IOException, ImportException {
        LimitedBody body =
                new LimitedBody(
                        context.req(), limits.bytes(), limits.exceeded(), limits.patience());
        try {
            return receive(context, body, work);
        } catch (ProblemException e) {
            body.discard();
            throw e;
        }
    }

    private <T> T receive(Context context, LimitedBody body, Work<T> work)
            throws IOException, ImportException {
        Parameters parameters =
                Parameters.repeating(
                        context,
                        List.of("layer", "field"),
                        List.of("district", "datum", "crs", "encoding"));
        ImportRequest asked = request(parameters, Caller.of(context));
        String type = MediaType.oneOf(TYPES.keySet(), context);
        body.refuseSaidTooLarge();
        if (!running.tryAcquire()) {
            throw Problem.unavailable(AT_ONCE + " hand-overs are being uploaded already")
                    .exception();
        }
        try (Upload upload = new Upload(limits.folder(), TYPES.get(type))) {
            upload.receive(body);
            awaitTurn();
            try {
                return work.with(asked.of(upload.file()), upload.folder());
            } finally {
                reading.release();
            }
        } finally {
            running.release();
        }
    }

    /** Takes a permit to read. */
    private void awaitTurn() {
        boolean taken = false;
        try {
            taken = reading.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!taken) {
            throw Problem.unavailable(READ_AT_ONCE + " hand-overs are being imported already")
                    .exception();
        }
    }

    private static ImportRequest request(Parameters parameters, Caller caller) {
        return new ImportRequest(
                DistrictParameter.required(parameters),
                List.of(),
                false,
                caller.actor(),
                parameters.text("encoding").map(HandOverUploads::charset).orElse(null),
                parameters.text("crs").map(HandOverUploads::crs).orElse(null),
                parameters.has("datum") ? LookupQuery.datum(parameters) : Datum.CGCS2000,
                Map.of(),
                layers(parameters.all("layer")),
                fields(parameters.all("field")));
    }

    private static Map<Layer, String> layers(List<String> texts) {
        Map<Layer, String> named = new EnumMap<>(Layer.class);
        for (String text : texts) {
            String[] parts = pair("layer", text, "micro-grids=FILE");
            Layer layer =
                    Layer.of(parts[0])
                            .orElseThrow(
                                    () ->
                                            Parameters.notOneOf(
                                                    "layer",
                                                    List.of(Layer.values()).stream()
                                                            .map(Layer::id)
                                                            .toList(),
                                                    parts[0]));
            if (named.put(layer, parts[1]) != null) {
                throw Problem.badParameter("layer", "layer names " + parts[0] + " twice")
                        .exception();
            }
        }
        return named;
    }

    private static Map<String, String> fields(List<String> texts) {
        Map<String, String> fields = new HashMap<>();
        for (String text : texts) {
            String[] parts = pair("field", text, "micro-grids.code=WGDM");
            if (fields.put(parts[0], parts[1]) != null) {
                throw Problem.badParameter("field", "field names " + parts[0] + " twice")
                        .exception();
            }
        }
        return fields;
    }

    /** What stands before and behind the first equals sign. */
    private static String[] pair(String parameter, String text, String example) {
        String[] parts = text.split("=", 2);
        if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw Problem.badParameter(
                            parameter,
                            "%s must be like %s, not \"%s\"".formatted(parameter, example, text))
                    .exception();
        }
        return parts;
    }

    private static Crs crs(String text) {
        try {
            return Crs.epsg(Integer.parseInt(text.replaceFirst("(?i)^EPSG:", "")));
        } catch (CrsException | NumberFormatException e) {
            throw Problem.badParameter(
                            "crs", "crs must be an EPSG code such as 4544, not \"" + text + "\"")
                    .exception();
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.badParameter("encoding", "There is no charset \"" + name + "\"")
                    .exception();
        }
    }
}
