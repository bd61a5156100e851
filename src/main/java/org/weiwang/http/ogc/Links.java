package org.weiwang.http.ogc;

import io.javalin.http.Context;
import java.util.List;
import org.weiwang.http.wire.Link;

/** The links of documents: absolute, each with its type and title. */
final class Links {
    private Links() {}

    static Link to(Object address, String relation, Representation representation) {
        return new Link(
                address.toString(), relation, representation.mediaType(), representation.title());
    }

    static Link to(Object address, String relation, Representation representation, String title) {
        return new Link(address.toString(), relation, representation.mediaType(), title);
    }

    /** To the features that are answered, and to the page that shows them to people. */
    static List<Link> toFeatures(Href self) {
        return List.of(
                to(self, "self", Representation.GEO_JSON),
                to(
                        self.with(Representation.PARAMETER, Representation.HTML.key()),
                        "alternate",
                        Representation.HTML));
    }

    /** To the collection that features are of. */
    static Link collection(Context context, OgcCollection collection) {
        return to(
                address(context, collection),
                "collection",
                Representation.JSON,
                collection.title());
    }

    static String address(Context context, OgcCollection collection) {
        return address(context, collection.id());
    }

    static String address(Context context, String collection) {
        return Href.root(context) + "/collections/" + collection;
    }
}
