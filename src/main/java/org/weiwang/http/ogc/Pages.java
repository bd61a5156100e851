package org.weiwang.http.ogc;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.weiwang.geo.Bbox;
import org.weiwang.http.ogc.html.HtmlPage;
import org.weiwang.http.ogc.html.Language;
import org.weiwang.http.ogc.html.Step;
import org.weiwang.http.wire.AsOf;

/** What the pages of all resources share: where they stand, and what links to others keep. */
final class Pages {
    private static final List<String> KEPT = List.of(Representation.PARAMETER, Language.PARAMETER);

    private Pages() {}

    /** A page whose trail begins at the landing page. */
    static HtmlPage begin(Context context) {
        String root = Href.root(context);
        String other = Language.of(context).other().key();
        HtmlPage page =
                new HtmlPage(
                        context,
                        root.substring(0, root.length() - "ogc".length()),
                        Href.of(context).with(Language.PARAMETER, other).toString());
        return page.put("root", kept(context, root));
    }

    /** One below the list of collections. */
    static HtmlPage belowCollections(Context context) {
        HtmlPage page = belowLanding(context);
        return page.below(
                kept(context, Href.root(context) + "/collections"), page.say("collections"));
    }

    static HtmlPage belowLanding(Context context) {
        HtmlPage page = begin(context);
        return page.below(kept(context, Href.root(context)), page.say("landing"));
    }

    /** One below a collection. */
    static HtmlPage below(Context context, OgcCollection collection) {
        HtmlPage page = belowCollections(context);
        return page.below(
                kept(context, Links.address(context, collection)),
                page.language().of(collection.title()));
    }

    /** What a page is called that is about something of a collection. */
    static String title(HtmlPage page, OgcCollection collection, String what) {
        return page.language().of(collection.title()) + " · " + page.say(what);
    }

    /** As the map takes it: west, south, east, north. */
    static String box(Bbox box) {
        return DoubleStream.of(box.toArray())
                .mapToObj(Double::toString)
                .collect(Collectors.joining(","));
    }

    /** The address as a page, in the language that was asked for. */
    static String kept(Context context, String address) {
        return keep(context, Href.parse(address), KEPT).toString();
    }

    /** Likewise of features, of the edition and by the choices that were asked for. */
    static String keptOfFeatures(Context context, OgcCollection collection, String address) {
        Href kept = keep(context, Href.parse(address), KEPT);
        kept = keep(context, kept, List.of(AsOf.DATETIME, AsOf.EDITION));
        return keep(context, kept, collection.source().choices()).toString();
    }

    private static Href keep(Context context, Href address, List<String> parameters) {
        Href kept = address;
        for (String parameter : parameters) {
            String value = context.queryParam(parameter);
            if (value != null) {
                kept = kept.with(parameter, value);
            }
        }
        return kept;
    }

    /** This address in another representation, to which a page's language means nothing. */
    static Step as(Href address, Representation representation) {
        return new Step(
                address.with(Language.PARAMETER, null)
                        .with(Representation.PARAMETER, representation.key())
                        .toString(),
                representation.title());
    }
}
