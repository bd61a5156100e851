package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.importing.HandOverPreview;
import org.weiwang.edition.importing.Previewer;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Privacy;

/** {@code POST /api/v1/editions/preview}: what would be read of a hand-over, which is not kept. */
final class EditionPreviewHandler implements Handler {
    private final HandOverUploads uploads;

    EditionPreviewHandler(HandOverUploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public void handle(Context context) throws IOException, ImportException {
        HandOverPreview preview = uploads.receive(context, Previewer::preview);
        Privacy.forThisCallerOnly(context);
        Json.write(context, preview);
    }
}
