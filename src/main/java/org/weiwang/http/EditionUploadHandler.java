package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.ImportReport;
import org.weiwang.edition.importing.ImportRequest;
import org.weiwang.edition.importing.Importer;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.Datum;
import org.weiwang.http.wire.Caller;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.LimitedBody;
import org.weiwang.http.wire.LookupQuery;
import org.weiwang.http.wire.MediaType;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Privacy;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/** {@code POST /api/v1/editions}: a hand-over, as a zip file, becomes a draft. */
final class EditionUploadHandler implements Handler {
    /** Each holds a thread and a file of its own. */
    private static final int AT_ONCE = 8;

    /** Each holds the grids of a district in memory. */
    private static final int IMPORTED_AT_ONCE = 2;

    /** What was sent in full is not sent again for nothing. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Importer importer;
    private final UploadLimits limits;
    private final WorkMetrics metrics;
    private final Semaphore running = new Semaphore(AT_ONCE);
    private final Semaphore importing = new Semaphore(IMPORTED_AT_ONCE);

    EditionUploadHandler(Importer importer, UploadLimits limits, WorkMetrics metrics) {
        this.importer = importer;
        this.limits = limits;
        this.metrics = metrics;
    }

    @Override
    public void handle(Context context) throws IOException, ImportException {
        LimitedBody body =
                new LimitedBody(
                        context.req(), limits.bytes(), limits.exceeded(), limits.patience());
        try {
            upload(context, body);
        } catch (ProblemException e) {
            body.discard();
            throw e;
        }
    }

    private void upload(Context context, LimitedBody body) throws IOException, ImportException {
        Parameters parameters = Parameters.of(context, "district", "datum", "crs", "encoding");
        String district = DistrictParameter.required(parameters);
        Datum datum = parameters.has("datum") ? LookupQuery.datum(parameters) : Datum.CGCS2000;
        Crs crs = parameters.text("crs").map(EditionUploadHandler::crs).orElse(null);
        Charset encoding =
                parameters.text("encoding").map(EditionUploadHandler::charset).orElse(null);
        MediaType.refuseOtherThan("application/zip", context);
        body.refuseSaidTooLarge();
        if (!running.tryAcquire()) {
            throw Problem.unavailable(AT_ONCE + " hand-overs are being uploaded already")
                    .exception();
        }
        try (Upload upload = new Upload(limits.folder())) {
            upload.receive(body);
            answer(
                    context,
                    draft(
                            request(
                                    district,
                                    upload.file(),
                                    Caller.of(context),
                                    encoding,
                                    crs,
                                    datum),
                            upload.folder()));
        } finally {
            running.release();
        }
    }

    private ImportReport draft(ImportRequest request, Path folder) throws ImportException {
        awaitTurn();
        try {
            ImportReport report = importer.draft(request, folder);
            metrics.imported(report);
            return report;
        } finally {
            importing.release();
        }
    }

    /** Takes a permit to import. */
    private void awaitTurn() {
        boolean taken = false;
        try {
            taken = importing.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!taken) {
            throw Problem.unavailable(IMPORTED_AT_ONCE + " hand-overs are being imported already")
                    .exception();
        }
    }

    private static void answer(Context context, ImportReport report) throws IOException {
        Privacy.forThisCallerOnly(context);
        context.status(HttpStatus.CREATED);
        context.header("Location", "/api/v1/editions/" + report.edition());
        Json.write(context, report);
    }

    private static ImportRequest request(
            String district, Path zip, Caller caller, Charset encoding, Crs crs, Datum datum) {
        return new ImportRequest(
                district,
                List.of(zip),
                false,
                caller.actor(),
                encoding,
                crs,
                datum,
                Map.of(),
                Map.of());
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
