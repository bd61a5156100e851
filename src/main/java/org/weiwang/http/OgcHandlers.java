package org.weiwang.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.Feature;

/** {@code /ogc/collections}: the layers, after OGC API – Features Part 1. */
final class OgcHandlers {
    private static final String JSON = "application/json";
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    private record Collections(List<Link> links, List<CollectionDocument> collections) {}

    private record CollectionDocument(
            String id,
            String title,
            String description,
            String itemType,
            List<String> crs,
            List<Link> links) {}

    private final InForce inForce;

    OgcHandlers(InForce inForce) {
        this.inForce = inForce;
    }

    void collections(Context context) {
        Parameters.of(context);
        String self = base(context) + "/collections";
        Json.write(
                context,
                new Collections(
                        List.of(new Link(self, "self", JSON, null)),
                        OgcCollection.ALL.stream()
                                .map(collection -> describe(context, collection))
                                .toList()));
    }

    void collection(Context context) {
        Parameters.of(context);
        Json.write(context, describe(context, OgcCollection.of(context.pathParam("id"))));
    }

    void items(Context context) throws IOException {
        items(context, OgcCollection.of(context.pathParam("id")));
    }

    void item(Context context) throws IOException {
        Parameters.of(context);
        item(context, OgcCollection.of(context.pathParam("id")));
    }

    private <T> void items(Context context, OgcCollection<T> collection) throws IOException {
        ItemsQuery query = ItemsQuery.parse(Parameters.of(context, ItemsQuery.PARAMETERS));
        Atlas atlas = inForce.atlas();
        if (query.token() != null) {
            query.token().check(atlas);
        }
        List<Feature<T>> matched = atlas.features(collection.layer(), query.bbox());
        int from = query.token() == null ? 0 : indexAfter(matched, query.token().lastId());
        int to = Math.min(matched.size(), from + query.limit());
        List<Feature<T>> page = matched.subList(from, to);

        List<Link> links = new ArrayList<>();
        links.add(
                new Link(
                        self(context, query, query.token()),
                        "self",
                        FeatureWriter.CONTENT_TYPE,
                        null));
        if (to < matched.size()) {
            ItemsQuery.Token next =
                    new ItemsQuery.Token(atlas.version(), page.get(page.size() - 1).id());
            links.add(
                    new Link(self(context, query, next), "next", FeatureWriter.CONTENT_TYPE, null));
        }
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("links", links);
        head.put("timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        head.put("numberMatched", matched.size());
        head.put("numberReturned", page.size());
        context.contentType(FeatureWriter.CONTENT_TYPE);
        new FeatureWriter(context.outputStream()).collection(collection, head, page);
    }

    private <T> void item(Context context, OgcCollection<T> collection) throws IOException {
        String id = context.pathParam("item");
        Feature<T> feature =
                inForce.atlas()
                        .feature(collection.layer(), id)
                        .orElseThrow(
                                () ->
                                        Problem.notFound(collection.id() + " has no feature " + id)
                                                .exception());
        String parent = base(context) + "/collections/" + collection.id();
        context.contentType(FeatureWriter.CONTENT_TYPE);
        new FeatureWriter(context.outputStream())
                .single(
                        collection,
                        feature,
                        List.of(
                                new Link(
                                        parent + "/items/" + id,
                                        "self",
                                        FeatureWriter.CONTENT_TYPE,
                                        null),
                                new Link(parent, "collection", JSON, collection.title())));
    }

    /** The features are ordered by id, so that the next page begins where ids become greater. */
    private static <T> int indexAfter(List<Feature<T>> features, String lastId) {
        int low = 0;
        int high = features.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (features.get(middle).id().compareTo(lastId) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static CollectionDocument describe(Context context, OgcCollection<?> collection) {
        String self = base(context) + "/collections/" + collection.id();
        return new CollectionDocument(
                collection.id(),
                collection.title(),
                collection.description(),
                "feature",
                List.of(CRS84),
                List.of(
                        new Link(self, "self", JSON, null),
                        new Link(self + "/items", "items", FeatureWriter.CONTENT_TYPE, null)));
    }

    private static String self(Context context, ItemsQuery query, ItemsQuery.Token token) {
        StringBuilder url = new StringBuilder(context.url());
        url.append("?limit=").append(query.limit());
        String bbox = context.queryParam("bbox");
        if (bbox != null) {
            url.append("&bbox=").append(URLEncoder.encode(bbox, StandardCharsets.UTF_8));
        }
        if (token != null) {
            url.append("&token=").append(token.encode());
        }
        return url.toString();
    }

    private static String base(Context context) {
        return context.scheme() + "://" + context.host() + "/ogc";
    }
}
