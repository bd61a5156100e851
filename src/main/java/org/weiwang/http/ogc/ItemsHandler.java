package org.weiwang.http.ogc;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.Link;

/** {@code /ogc/collections/{id}/items}: pages of features. */
final class ItemsHandler {
    private static final List<Representation> OFFERED =
            Stream.concat(
                            Stream.of(Representation.GEO_JSON, Representation.HTML),
                            Representation.FILES.stream())
                    .toList();

    private final Directory directory;
    private final CompressedPages compressed;
    private final FileAnswer files;

    /**
     * @param compressed where pages are kept for clients that take them compressed
     */
    ItemsHandler(Directory directory, CompressedPages compressed, FileAnswer files) {
        this.directory = directory;
        this.compressed = compressed;
        this.files = files;
    }

    void items(Context context)
            throws IOException, NoSuchEditionException, BusyException, InterruptedException {
        OgcCollection collection = directory.named(context);
        ItemsRequest request = ItemsRequest.parse(context, collection, OFFERED);
        State state =
                collection.source().state(request.parameters(), request.asOf(), request.stamp());
        EditionsHeader.set(context, state.editions());
        context.header("Content-Crs", "<" + request.crs().uri() + ">");
        if (Freshness.isKnown(
                context, state.stamp(), request.representation(), request.asOf().isOfEdition())) {
            return;
        }
        if (request.representation().file() != null) {
            files.write(context, collection, request, state);
            return;
        }
        if (request.representation() == Representation.HTML) {
            FeaturePages.items(context, collection, request, Page.of(state, request));
            return;
        }
        context.contentType(request.representation().mediaType());
        compressed.answer(
                context,
                out -> {
                    Page page = Page.of(state, request);
                    new FeatureWriter(
                                    collection.source().type(request.parameters()),
                                    request.crs(),
                                    out,
                                    page.items().size())
                            .collection(head(context, collection, page), page.items());
                });
    }

    private static Map<String, Object> head(Context context, OgcCollection collection, Page page) {
        Href self = Href.of(context);
        List<Link> links = new ArrayList<>(Links.toFeatures(self));
        if (page.next() != null) {
            links.add(
                    Links.to(
                            self.with(PageToken.PARAMETER, page.next().encode()),
                            "next",
                            Representation.GEO_JSON));
        }
        links.add(Links.collection(context, collection));
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("links", links);
        head.put("numberMatched", page.matched());
        head.put("numberReturned", page.items().size());
        return head;
    }
}
