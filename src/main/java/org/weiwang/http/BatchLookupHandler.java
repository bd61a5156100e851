package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weiwang.assigning.AssignmentException;
import org.weiwang.assigning.BadRows;
import org.weiwang.assigning.BulkAssignment;
import org.weiwang.assigning.FileFormat;
import org.weiwang.assigning.InputOptions;
import org.weiwang.assigning.Progress;
import org.weiwang.assigning.Quoting;
import org.weiwang.assigning.Tally;
import org.weiwang.atlas.Atlas;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.LimitedBody;
import org.weiwang.http.wire.LookupQuery;
import org.weiwang.http.wire.MediaType;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/**
 * {@code POST /api/v1/lookup}: as many look-ups as the body has rows, answered in the form that
 * they came in. Rows are answered while they arrive, and the answers wait in a file until the last
 * row has come: most clients don't read before they have sent everything, and so the status tells
 * of the whole.
 */
final class BatchLookupHandler implements Handler {
    /** More at once would only wait for one another's processors, each with blocks in memory. */
    private static final int AT_ONCE = 4;

    private static final Pattern CHARSET =
            Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)");

    private static final Map<String, FileFormat> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put("text/csv", FileFormat.CSV);
        FORMATS.put("application/x-ndjson", FileFormat.NDJSON);
        FORMATS.put("application/json", FileFormat.JSON);
        FORMATS.put("application/geo+json", FileFormat.GEOJSON);
    }

    private final InForce inForce;
    private final BatchLimits limits;
    private final ExecutorService workers;
    private final int workerCount;
    private final WorkMetrics metrics;
    private final Semaphore running = new Semaphore(AT_ONCE);

    /**
     * @param workers answer the rows of all requests
     * @param workerCount how many they are
     */
    BatchLookupHandler(
            InForce inForce,
            BatchLimits limits,
            ExecutorService workers,
            int workerCount,
            WorkMetrics metrics) {
        this.inForce = inForce;
        this.limits = limits;
        this.workers = workers;
        this.workerCount = workerCount;
        this.metrics = metrics;
    }

    @Override
    public void handle(Context context) throws IOException, NoSuchEditionException {
        LimitedBody body =
                new LimitedBody(
                        context.req(), limits.bytes(), limits.exceeded(), limits.patience());
        try {
            answer(context, body);
        } catch (ProblemException | NoSuchEditionException e) {
            body.discard();
            throw e;
        }
    }

    private void answer(Context context, LimitedBody body)
            throws IOException, NoSuchEditionException {
        Parameters parameters =
                Parameters.of(context, "lon", "lat", "address", "datum", "datetime", "edition");
        String type = MediaType.header(context);
        InputOptions options = options(type, parameters);
        MediaType.refuseCompressed(context);
        Atlas atlas = inForce.atlas(AsOf.parse(parameters, context));
        body.refuseSaidTooLarge();
        Spool answers =
                Spool.of(
                        limits.folder(), running, AT_ONCE + " batches are being looked up already");
        try {
            run(atlas, options, body, answers);
            EditionsHeader.set(context, atlas.editions());
            context.contentType(type).result(answers.in());
        } catch (IOException | RuntimeException e) {
            answers.close();
            throw e;
        }
    }

    private void run(Atlas atlas, InputOptions options, InputStream body, Spool answers)
            throws IOException {
        Progress progress = (bytes, rows) -> refuseMoreThanAllowed(rows);
        try {
            Tally tally =
                    new BulkAssignment(atlas::locate, atlas::find, workers, workerCount)
                            .run(options, body, answers.out(), BadRows.answeredInPlace(), progress);
            refuseMoreThanAllowed(tally.rowsIn());
            metrics.batch(tally);
        } catch (AssignmentException e) {
            throw new Problem(400, "bad-rows", "The rows can't be read", e.getMessage(), Map.of())
                    .exception();
        }
    }

    private void refuseMoreThanAllowed(long rows) {
        if (rows > limits.rows()) {
            throw limits.exceeded().exception();
        }
    }

    private static InputOptions options(String type, Parameters parameters) {
        FileFormat format = FORMATS.get(MediaType.of(type));
        if (format == null) {
            throw Problem.unsupportedType(
                            "The body must be one of "
                                    + String.join(", ", FORMATS.keySet())
                                    + ", not \""
                                    + type
                                    + "\"")
                    .exception();
        }
        return new InputOptions(
                format,
                format == FileFormat.CSV ? charset(type) : null,
                null,
                Quoting.DOUBLE,
                null,
                parameters.text("lon").orElse(null),
                parameters.text("lat").orElse(null),
                parameters.text("address").orElse(null),
                LookupQuery.datum(parameters));
    }

    /** Null where the type names none: it is found out from the rows. */
    private static Charset charset(String type) {
        Matcher matcher = CHARSET.matcher(type);
        String name = matcher.find() ? matcher.group(1) : null;
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.unsupportedType("There is no charset \"" + name + "\"").exception();
        }
    }
}
