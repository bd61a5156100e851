package org.weiwang.http.ogc;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.feature.FeatureType;
import org.weiwang.geo.ServedCrs;
import org.weiwang.http.ogc.html.Language;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.Link;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;

/** {@code /ogc/collections/{id}/items/{item}}: one feature, with what is above and below it. */
final class ItemHandler {
    private static final List<Representation> OFFERED =
            List.of(Representation.GEO_JSON, Representation.HTML);

    private final Directory directory;

    ItemHandler(Directory directory) {
        this.directory = directory;
    }

    void item(Context context)
            throws IOException, NoSuchEditionException, BusyException, InterruptedException {
        OgcCollection collection = directory.named(context);
        Parameters parameters = Parameters.of(context, known(collection).toArray(String[]::new));
        ServedCrs crs = ItemsRequest.crs(ItemsRequest.CRS, parameters);
        Representation representation = Representation.chosen(context, parameters, OFFERED);
        AsOf asOf = collection.asOf(parameters, context);
        State state = collection.source().state(parameters, asOf, null);
        String id = context.pathParam("item");
        Item item =
                state.feature(id)
                        .orElseThrow(
                                () ->
                                        Problem.notFound(collection.id() + " has no feature " + id)
                                                .exception());
        EditionsHeader.set(context, item.edition() == null ? List.of() : List.of(item.edition()));
        context.header("Content-Crs", "<" + crs.uri() + ">");
        if (Freshness.isKnown(context, state.stamp(), representation, asOf.isOfEdition())) {
            return;
        }
        FeatureType type = collection.source().type(parameters);
        List<Relative> relatives = state.relatives(id);
        if (representation == Representation.HTML) {
            FeaturePages.item(context, directory, collection, type, item, relatives, asOf);
            return;
        }
        context.contentType(representation.mediaType());
        new FeatureWriter(type, crs, context.outputStream(), 1)
                .single(item, links(context, collection, relatives));
    }

    private static List<String> known(OgcCollection collection) {
        List<String> known = new ArrayList<>();
        known.add(ItemsRequest.CRS);
        known.add(AsOf.DATETIME);
        known.add(Representation.PARAMETER);
        known.add(Language.PARAMETER);
        if (collection.source().hasPast()) {
            known.add(AsOf.EDITION);
        }
        known.addAll(collection.source().choices());
        return known;
    }

    private static List<Link> links(
            Context context, OgcCollection collection, List<Relative> relatives) {
        List<Link> links = new ArrayList<>(Links.toFeatures(Href.of(context)));
        links.add(Links.collection(context, collection));
        for (Relative relative : relatives) {
            Href address =
                    Href.parse(Links.address(context, relative.collection()) + relative.path());
            links.add(
                    Links.to(
                            asOf(address, context),
                            relative.relation(),
                            Representation.GEO_JSON,
                            relative.title()));
        }
        return links;
    }

    /** Who looks at another edition goes on with that. */
    private static Href asOf(Href address, Context context) {
        Href same = address;
        for (String parameter : List.of(AsOf.DATETIME, AsOf.EDITION)) {
            String value = context.queryParam(parameter);
            if (value != null) {
                same = same.with(parameter, value);
            }
        }
        return same;
    }
}
