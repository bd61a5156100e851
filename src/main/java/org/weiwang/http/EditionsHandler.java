package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.weiwang.edition.EditionStore;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Sight;

/** {@code GET /api/v1/editions}: the editions that the caller may see, newest first by district. */
final class EditionsHandler implements Handler {
    private record Document(List<EditionDocument> editions) {}

    private final EditionStore store;

    EditionsHandler(EditionStore store) {
        this.store = store;
    }

    @Override
    public void handle(Context context) {
        Parameters parameters = Parameters.of(context, "district");
        Sight sight = Sight.of(context);
        Json.write(
                context,
                new Document(
                        store
                                .editions(
                                        parameters.text("district").map(DistrictParameter::checked))
                                .stream()
                                .filter(sight::shows)
                                .map(summary -> EditionDocument.of(summary, sight))
                                .toList()));
    }
}
