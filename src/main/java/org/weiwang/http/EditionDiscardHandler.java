package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import org.weiwang.edition.ConflictException;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.EditionSummary;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.http.wire.Caller;
import org.weiwang.http.wire.Parameters;

/** {@code DELETE /api/v1/editions/{id}}: does away with a draft. */
final class EditionDiscardHandler implements Handler {
    private final EditionStore store;

    EditionDiscardHandler(EditionStore store) {
        this.store = store;
    }

    @Override
    public void handle(Context context) throws ConflictException, NoSuchEditionException {
        Parameters.of(context);
        String id = context.pathParam("id");
        EditionSummary summary =
                store.edition(id).orElseThrow(() -> new NoSuchEditionException(id));
        store.discard(summary.edition(), Caller.of(context).actor());
        context.status(HttpStatus.NO_CONTENT);
    }
}
