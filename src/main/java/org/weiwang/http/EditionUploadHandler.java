package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.ImportReport;
import org.weiwang.edition.importing.Importer;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Privacy;

/** {@code POST /api/v1/editions}: a hand-over becomes a draft. */
final class EditionUploadHandler implements Handler {
    private final Importer importer;
    private final HandOverUploads uploads;
    private final WorkMetrics metrics;

    EditionUploadHandler(Importer importer, HandOverUploads uploads, WorkMetrics metrics) {
        this.importer = importer;
        this.uploads = uploads;
        this.metrics = metrics;
    }

    @Override
    public void handle(Context context) throws IOException, ImportException {
        ImportReport report = uploads.receive(context, importer::draft);
        metrics.imported(report);
        answer(context, report);
    }

    private static void answer(Context context, ImportReport report) throws IOException {
        Privacy.forThisCallerOnly(context);
        context.status(HttpStatus.CREATED);
        context.header("Location", "/api/v1/editions/" + report.edition());
        Json.write(context, report);
    }
}
