package org.weiwang.http.ogc;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.Row;
import org.weiwang.feature.file.Layer;
import org.weiwang.feature.file.UnfitLayerException;
import org.weiwang.geo.CrsException;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.SpoolOutput;

/**
 * Answers with features as a file: all that a request selects, or one page where it names a limit.
 * What a body has no place for stands in headers. Few are made at once, and so none is waited for
 * that is taken in drops. Thread-safe.
 */
final class FileAnswer {
    private static final int AT_ONCE = 4;

    private static final List<String> OF_PAGES = List.of(ItemsRequest.LIMIT, PageToken.PARAMETER);

    private final Path temporary;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    /**
     * @param temporary a folder, made where it is missing, for what must be whole before it is sent
     */
    FileAnswer(Path temporary) {
        this.temporary = temporary;
    }

    void write(Context context, OgcCollection collection, ItemsRequest request, State state)
            throws IOException {
        if (OF_PAGES.stream().anyMatch(request.parameters()::has)) {
            writePage(context, collection, request, state);
            return;
        }
        if (!turns.tryAcquire()) {
            throw Problem.unavailable("Too many files are being made").exception();
        }
        try {
            writeAll(context, collection, request, state);
        } finally {
            turns.release();
        }
    }

    private void writePage(
            Context context, OgcCollection collection, ItemsRequest request, State state)
            throws IOException {
        if (!request.representation().isPaged()) {
            throw Problem.badParameter(
                            ItemsRequest.LIMIT,
                            "%s is had whole, without limit and token"
                                    .formatted(request.representation().title()))
                    .exception();
        }
        Page page = Page.of(state, request);
        if (page.next() != null) {
            context.header(
                    "Link",
                    "<%s>; rel=\"next\"; type=\"%s\""
                            .formatted(
                                    Href.of(context)
                                            .with(PageToken.PARAMETER, page.next().encode()),
                                    request.representation().mediaType()));
        }
        write(context, collection, request, page.items(), page.matched(), page.items().size());
    }

    private void writeAll(
            Context context, OgcCollection collection, ItemsRequest request, State state)
            throws IOException {
        long matched = state.find(request.selection(), null, 1, true).matched();
        write(context, collection, request, state.all(request.selection()), matched, matched);
    }

    private void write(
            Context context,
            OgcCollection collection,
            ItemsRequest request,
            Iterable<? extends Row> rows,
            long matched,
            long returned)
            throws IOException {
        FeatureType type = collection.source().type(request.parameters());
        Layer layer =
                new Layer(
                        type, collection.title(), request.crs().epsg(), request.crs().crs(), rows);
        context.header("OGC-NumberMatched", Long.toString(matched));
        context.header("OGC-NumberReturned", Long.toString(returned));
        context.contentType(request.representation().mediaType());
        context.header(
                "Content-Disposition",
                "attachment; filename=\"%s.%s\""
                        .formatted(collection.id(), request.representation().file().extension()));
        ClientOutput client = new ClientOutput(context.outputStream(), Pace.USUAL);
        try {
            Files.createDirectories(temporary);
            request.representation().file().write(layer, temporary, client);
        } catch (IOException e) {
            if (client.isBroken()) {
                throw e;
            }
            throw SpoolOutput.noRoom(temporary, e).exception();
        } catch (CrsException e) {
            throw Problem.badParameter(ItemsRequest.CRS, e.getMessage()).exception();
        } catch (UnfitLayerException e) {
            throw Problem.unfit(e.getMessage()).exception();
        }
    }
}
