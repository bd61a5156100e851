package org.weiwang.http.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.weiwang.geo.Bbox;
import org.weiwang.http.wire.Link;

/**
 * What is told of a collection.
 *
 * @param itemCount how many features it has now; null where that is not known at once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CollectionDocument(
        String id,
        String title,
        String description,
        Extent extent,
        String itemType,
        Long itemCount,
        List<String> crs,
        String storageCrs,
        List<Link> links) {
    /** Either is null where nothing is known of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Extent(Spatial spatial, Temporal temporal) {}

    record Spatial(List<double[]> bbox, String crs) {}

    record Temporal(List<List<String>> interval, String trs) {}

    private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

    static CollectionDocument of(Context context, OgcCollection collection, Summary summary) {
        String address = Links.address(context, collection);
        List<Link> links = new ArrayList<>();
        links.add(Links.to(address, "self", Representation.JSON));
        links.add(
                Links.to(
                        Href.parse(address)
                                .with(Representation.PARAMETER, Representation.HTML.key()),
                        "alternate",
                        Representation.HTML));
        links.add(
                Links.to(address + "/items", "items", Representation.GEO_JSON, collection.title()));
        for (Representation representation : Representation.FILES) {
            links.add(
                    Links.to(
                            Href.parse(address + "/items")
                                    .with(Representation.PARAMETER, representation.key()),
                            "items",
                            representation));
        }
        links.add(
                Links.to(
                        address + "/schema",
                        "http://www.opengis.net/def/rel/ogc/1.0/schema",
                        Representation.SCHEMA));
        links.add(
                Links.to(
                        address + "/queryables",
                        "http://www.opengis.net/def/rel/ogc/1.0/queryables",
                        Representation.SCHEMA));
        if (collection.tiles() != null) {
            links.add(
                    Links.to(
                            address + "/tiles",
                            "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                            Representation.JSON,
                            "矢量切片 Vector tiles"));
        }
        return new CollectionDocument(
                collection.id(),
                collection.title(),
                collection.description(),
                new Extent(spatial(summary.box()), temporal(collection, summary)),
                "feature",
                summary.count(),
                ReferenceSystems.URIS,
                ReferenceSystems.STORED,
                links);
    }

    private static Spatial spatial(Bbox box) {
        return box == null ? null : new Spatial(List.of(box.toArray()), ReferenceSystems.STORED);
    }

    private static Temporal temporal(OgcCollection collection, Summary summary) {
        if (!collection.source().hasPast() || summary.begin() == null) {
            return null;
        }
        List<String> interval = new ArrayList<>();
        interval.add(summary.begin().toString());
        interval.add(null);
        return new Temporal(List.of(Collections.unmodifiableList(interval)), GREGORIAN);
    }
}
