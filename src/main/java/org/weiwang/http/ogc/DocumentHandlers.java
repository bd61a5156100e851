package org.weiwang.http.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.http.ogc.html.Language;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Link;
import org.weiwang.http.wire.Parameters;

/** The documents about the layers: landing page, conformance, definition, collections, schemas. */
final class DocumentHandlers {
    private static final List<Representation> DOCUMENT =
            List.of(Representation.JSON, Representation.HTML);

    private static final List<Representation> SCHEMA =
            List.of(Representation.SCHEMA, Representation.HTML);

    private final Directory directory;
    private final InForce inForce;

    DocumentHandlers(Directory directory, InForce inForce) {
        this.directory = directory;
        this.inForce = inForce;
    }

    void landingPage(Context context) {
        Representation as = representation(context, DOCUMENT);
        String root = Href.root(context);
        List<Link> links = new ArrayList<>();
        links.add(Links.to(root, "self", Representation.JSON, "微网 Weiwang"));
        links.add(html(root, "alternate"));
        links.add(Links.to(root + "/api", "service-desc", Representation.OPEN_API));
        links.add(html(root + "/api", "service-doc"));
        links.add(
                Links.to(
                        root + "/conformance",
                        "conformance",
                        Representation.JSON,
                        "符合性声明 Conformance"));
        links.add(Links.to(root + "/collections", "data", Representation.JSON, "图层目录 The layers"));
        links.add(
                Links.to(
                        root + "/tileMatrixSets",
                        "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
                        Representation.JSON,
                        "切片方案 Tile matrix sets"));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", "微网 Weiwang");
        document.put("description", "城市治理网格图层 Layers of a city's governance grids");
        document.put("links", links);
        answer(context, () -> DocumentPages.landing(context), as, document);
    }

    void conformance(Context context) {
        answer(
                context,
                () -> DocumentPages.conformance(context),
                representation(context, DOCUMENT),
                Conformance.ALL);
    }

    void api(Context context) {
        Representation as =
                representation(context, List.of(Representation.OPEN_API, Representation.HTML));
        JsonNode definition = ApiDefinition.of(Href.root(context), directory);
        answer(context, () -> DocumentPages.api(context, definition), as, definition);
    }

    void collections(Context context)
            throws NoSuchEditionException, BusyException, InterruptedException {
        Representation as = representation(context, DOCUMENT);
        if (isKnown(context, as)) {
            return;
        }
        String self = Href.root(context) + "/collections";
        List<CollectionDocument> collections = new ArrayList<>();
        for (OgcCollection collection : directory.all()) {
            collections.add(
                    CollectionDocument.of(context, collection, summary(context, collection)));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "links",
                List.of(
                        Links.to(self, "self", Representation.JSON, "图层目录 The layers"),
                        html(self, "alternate")));
        document.put("crs", ReferenceSystems.URIS);
        document.put("collections", collections);
        answer(context, () -> DocumentPages.collections(context, collections), as, document);
    }

    void collection(Context context)
            throws NoSuchEditionException, BusyException, InterruptedException {
        OgcCollection collection = directory.named(context);
        Representation as = representation(context, DOCUMENT);
        if (!isKnown(context, as)) {
            Summary summary = summary(context, collection);
            answer(
                    context,
                    () -> DocumentPages.collection(context, collection, summary),
                    as,
                    CollectionDocument.of(context, collection, summary));
        }
    }

    void schema(Context context) {
        OgcCollection collection = directory.named(context);
        answer(
                context,
                () -> DocumentPages.schema(context, collection, "schema"),
                representation(context, SCHEMA),
                Schemas.returnables(Links.address(context, collection), collection));
    }

    void queryables(Context context) {
        OgcCollection collection = directory.named(context);
        answer(
                context,
                () -> DocumentPages.schema(context, collection, "queryables"),
                representation(context, SCHEMA),
                Schemas.queryables(Links.address(context, collection), collection));
    }

    /** Where it can't be told, the document is not to be kept by clients. */
    private static Summary summary(Context context, OgcCollection collection)
            throws NoSuchEditionException, BusyException, InterruptedException {
        Summary summary = collection.summary();
        if (summary == Summary.UNKNOWN) {
            context.res().setHeader("ETag", null);
        }
        return summary;
    }

    private boolean isKnown(Context context, Representation as) {
        return Freshness.isKnown(context, AtlasStamp.of(inForce.atlas()).toString(), as, false);
    }

    private static Representation representation(Context context, List<Representation> offered) {
        return Representation.chosen(
                context,
                Parameters.of(context, Representation.PARAMETER, Language.PARAMETER),
                offered);
    }

    private static Link html(String address, String relation) {
        return Links.to(
                Href.parse(address).with(Representation.PARAMETER, Representation.HTML.key()),
                relation,
                Representation.HTML);
    }

    /**
     * @param page writes the page that shows the document to people
     */
    private static void answer(Context context, Runnable page, Representation as, Object document) {
        if (as == Representation.HTML) {
            page.run();
        } else {
            Json.write(context, as.mediaType(), document);
        }
    }
}
