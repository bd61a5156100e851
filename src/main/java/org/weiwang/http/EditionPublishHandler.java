package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.weiwang.edition.ConflictException;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.Publication;
import org.weiwang.edition.PublishException;
import org.weiwang.edition.Publisher;
import org.weiwang.http.wire.Caller;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Privacy;

/** {@code POST /api/v1/editions/{id}/publish}: puts an edition in force, now or at a time. */
final class EditionPublishHandler implements Handler {
    private record Document(
            String edition,
            String effectiveFrom,
            String publishedAt,
            String publishedBy,
            List<String> serversNotPrepared,
            List<String> serversWithoutCircle) {}

    private final Publisher publisher;
    private final Duration patience;
    private final WorkMetrics metrics;

    /**
     * @param patience as {@link BatchLimits#patience}
     */
    EditionPublishHandler(Publisher publisher, Duration patience, WorkMetrics metrics) {
        this.publisher = publisher;
        this.patience = patience;
        this.metrics = metrics;
    }

    @Override
    public void handle(Context context)
            throws IOException, NoSuchEditionException, ConflictException, PublishException {
        Parameters.of(context);
        Publisher.Result result = publish(context, PublishBody.read(context, patience));
        Publication publication = result.publication();
        Privacy.forThisCallerOnly(context);
        Json.write(
                context,
                new Document(
                        publication.edition().id(),
                        publication.effectiveFrom().toString(),
                        publication.publishedAt().toString(),
                        publication.publishedBy(),
                        result.late().notPrepared(),
                        result.late().withoutCircle()));
    }

    private Publisher.Result publish(Context context, PublishBody wish)
            throws NoSuchEditionException, ConflictException, PublishException {
        long begin = System.nanoTime();
        try {
            return publisher.publish(
                    context.pathParam("id"),
                    wish.effectiveFrom(),
                    wish.replaced(),
                    Caller.of(context).actor());
        } finally {
            metrics.published(Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
