package org.weiwang.http.ogc;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.weiwang.atlas.Feature;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.ItemsQuery;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Link;
import org.weiwang.http.wire.MediaType;
import org.weiwang.http.wire.PageLinks;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/** {@code /ogc/collections}: the layers, after OGC API – Features Part 1. */
public final class OgcHandlers {
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

    private final List<OgcCollection<?>> all;

    /**
     * @param all collections, in the order in which they are listed
     */
    public OgcHandlers(List<OgcCollection<?>> all) {
        this.all = all;
    }

    public void collections(Context context) {
        Parameters.of(context);
        String self = base(context) + "/collections";
        Json.write(
                context,
                new Collections(
                        List.of(new Link(self, "self", JSON, null)),
                        all.stream().map(collection -> describe(context, collection)).toList()));
    }

    public void collection(Context context) {
        Parameters.of(context);
        Json.write(context, describe(context, named(context)));
    }

    public void items(Context context)
            throws IOException, NoSuchEditionException, BusyException, InterruptedException {
        items(context, named(context));
    }

    public void item(Context context)
            throws IOException, NoSuchEditionException, BusyException, InterruptedException {
        item(context, named(context));
    }

    private <T> void items(Context context, OgcCollection<T> collection)
            throws IOException, NoSuchEditionException, BusyException, InterruptedException {
        Parameters parameters =
                parameters(
                        context,
                        collection,
                        Stream.concat(
                                        Stream.of(
                                                collection.source().hasPast()
                                                        ? ItemsQuery.PARAMETERS_WITH_PAST
                                                        : ItemsQuery.PARAMETERS),
                                        OgcCsv.parameters(collection))
                                .toArray(String[]::new));
        ItemsQuery query = ItemsQuery.parse(parameters, context);
        FeatureSource<T> source = collection.source().chosen(parameters);
        if (OgcCsv.isWanted(context, parameters, collection)) {
            OgcCsv.write(context, parameters, collection, source, query);
            return;
        }
        FeatureSource.Page<T> page = source.page(query);
        String chosen = PageLinks.chosen(parameters, collection.source().choices());
        String next = query.next(page.version(), page.more(), page.features(), Feature::id);
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("links", PageLinks.of(context, query, next, chosen));
        head.put("timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        if (page.total() != null) {
            head.put("numberMatched", page.total());
        }
        head.put("numberReturned", page.features().size());
        EditionsHeader.set(context, page.editions());
        context.contentType(MediaType.GEO_JSON);
        new FeatureWriter(context.outputStream()).collection(collection, head, page.features());
    }

    private <T> void item(Context context, OgcCollection<T> collection)
            throws IOException, NoSuchEditionException, BusyException, InterruptedException {
        Parameters parameters =
                parameters(
                        context,
                        collection,
                        collection.source().hasPast() ? AsOf.PARAMETERS : new String[0]);
        AsOf asOf = AsOf.parse(parameters, context);
        String id = context.pathParam("item");
        Feature<T> feature =
                collection
                        .source()
                        .chosen(parameters)
                        .feature(id, asOf)
                        .orElseThrow(
                                () ->
                                        Problem.notFound(collection.id() + " has no feature " + id)
                                                .exception());
        String parent = base(context) + "/collections/" + collection.id();
        EditionsHeader.set(context, List.of(feature.edition()));
        context.contentType(MediaType.GEO_JSON);
        new FeatureWriter(context.outputStream())
                .single(
                        collection,
                        feature,
                        List.of(
                                new Link(
                                        itemLink(
                                                parent + "/items/" + id,
                                                PageLinks.asOf(asOf)
                                                        + PageLinks.chosen(
                                                                parameters,
                                                                collection.source().choices())),
                                        "self",
                                        MediaType.GEO_JSON,
                                        null),
                                new Link(parent, "collection", JSON, collection.title())));
    }

    private static Parameters parameters(
            Context context, OgcCollection<?> collection, String... others) {
        List<String> allowed = new ArrayList<>(List.of(others));
        allowed.addAll(collection.source().choices());
        return Parameters.of(context, allowed.toArray(String[]::new));
    }

    private static String itemLink(String item, String query) {
        return query.isEmpty() ? item : item + "?" + query.substring(1);
    }

    /**
     * @throws ProblemException 404 when there is none of the id that the path names
     */
    private OgcCollection<?> named(Context context) {
        String id = context.pathParam("id");
        return all.stream()
                .filter(collection -> collection.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.notFound(
                                                "There is no collection %s; there are %s"
                                                        .formatted(
                                                                id,
                                                                all.stream()
                                                                        .map(OgcCollection::id)
                                                                        .toList()))
                                        .exception());
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
                        new Link(self + "/items", "items", MediaType.GEO_JSON, null)));
    }

    private static String base(Context context) {
        return context.scheme() + "://" + context.host() + "/ogc";
    }
}
