package org.weiwang.http.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.weiwang.feature.Property;
import org.weiwang.geo.Bbox;
import org.weiwang.http.ogc.html.HtmlPage;
import org.weiwang.http.ogc.html.Step;

/** The documents about the layers, as pages for people. */
final class DocumentPages {
    private static final String REFERENCE = "#/components/parameters/";
    private static final int MOST_DRAWN = 500;

    private DocumentPages() {}

    /** A layer in the list of all. */
    private record Entry(
            String id, String href, String items, String title, String description, String count) {}

    /** What can be asked of the interface at a path; the address is null where it is of many. */
    private record Path(String path, String href, String summary, List<Parameter> parameters) {}

    private record Parameter(String name, String description) {}

    /** A property in a schema. */
    private record Column(String name, String title, String type, String values) {}

    static void landing(Context context) {
        String root = Href.root(context);
        HtmlPage page = Pages.begin(context);
        page.put("title", page.say("landing"))
                .put("url", root)
                .put("collections", Pages.kept(context, root + "/collections"))
                .put("api", Pages.kept(context, root + "/api"))
                .put("conformance", Pages.kept(context, root + "/conformance"))
                .put("formats", List.of(Pages.as(Href.of(context), Representation.JSON)))
                .write("landing");
    }

    static void conformance(Context context) {
        HtmlPage page = Pages.belowLanding(context);
        page.put("title", page.say("conformance"))
                .put("classes", Conformance.ALL.conformsTo())
                .put("formats", List.of(Pages.as(Href.of(context), Representation.JSON)))
                .write("conformance");
    }

    static void api(Context context, JsonNode definition) {
        HtmlPage page = Pages.belowLanding(context);
        JsonNode shared = definition.at("/components/parameters");
        List<Path> paths = new ArrayList<>();
        for (Map.Entry<String, JsonNode> at : definition.get("paths").properties()) {
            JsonNode get = at.getValue().get("get");
            List<Parameter> parameters = new ArrayList<>();
            get.get("parameters").forEach(each -> parameters.add(parameter(page, each, shared)));
            paths.add(
                    new Path(
                            at.getKey(),
                            href(context, at.getKey(), get),
                            page.language().of(get.get("summary").asText()),
                            parameters));
        }
        page.put("title", page.say("api"))
                .put("paths", paths)
                .put("formats", List.of(Pages.as(Href.of(context), Representation.OPEN_API)))
                .write("api");
    }

    private static String href(Context context, String path, JsonNode get) {
        if (path.contains("{")) {
            return null;
        }
        String address = (Href.root(context) + path).replaceFirst("/$", "");
        return get.at("/responses/200/content").has(Representation.HTML.mediaType())
                ? Pages.kept(context, address)
                : address;
    }

    private static Parameter parameter(HtmlPage page, JsonNode parameter, JsonNode shared) {
        JsonNode whole =
                parameter.has("$ref")
                        ? shared.get(parameter.get("$ref").asText().substring(REFERENCE.length()))
                        : parameter;
        return new Parameter(
                whole.get("name").asText(), page.language().of(whole.path("description").asText()));
    }

    static void collections(Context context, List<CollectionDocument> collections) {
        HtmlPage page = Pages.belowLanding(context);
        page.put("title", page.say("collections"))
                .put(
                        "collections",
                        collections.stream().map(each -> entry(context, page, each)).toList())
                .put("formats", List.of(Pages.as(Href.of(context), Representation.JSON)))
                .write("collections");
    }

    private static Entry entry(Context context, HtmlPage page, CollectionDocument collection) {
        String address = Links.address(context, collection.id());
        return new Entry(
                collection.id(),
                Pages.kept(context, address),
                Pages.kept(context, address + "/items"),
                page.language().of(collection.title()),
                page.language().of(collection.description()),
                Cell.of(collection.itemCount()).text());
    }

    static void collection(Context context, OgcCollection collection, Summary summary) {
        HtmlPage page = Pages.belowCollections(context);
        String address = Links.address(context, collection);
        Href items = Href.parse(address + "/items");
        Bbox box = summary.box();
        page.put("title", page.language().of(collection.title()))
                .put("description", page.language().of(collection.description()))
                .put("id", collection.id())
                .put("count", Cell.of(summary.count()).text())
                .put("geometry", page.say(collection.type().geometry().geoJson()))
                .put("box", box == null ? null : Pages.box(box))
                .put("extent", box == null ? null : corners(box))
                .put("since", since(collection, summary))
                .put("crs", ReferenceSystems.URIS)
                .put("items", Pages.kept(context, items.toString()))
                .put("schema", Pages.kept(context, address + "/schema"))
                .put("queryables", Pages.kept(context, address + "/queryables"))
                .put("files", Representation.FILES.stream().map(as -> Pages.as(items, as)).toList())
                .put("geoJson", Pages.as(items, Representation.GEO_JSON))
                .put("tiles", tiles(context, collection))
                .put("features", drawn(context, collection, summary))
                .put("formats", List.of(Pages.as(Href.of(context), Representation.JSON)))
                .write("collection");
    }

    /** All features, or the districts that they are in where they are too many to be drawn. */
    private static String drawn(Context context, OgcCollection collection, Summary summary) {
        String of =
                summary.count() != null && summary.count() <= MOST_DRAWN
                        ? collection.id()
                        : Layers.DISTRICTS;
        return Pages.as(
                        Href.parse(Links.address(context, of) + "/items")
                                .with(ItemsRequest.LIMIT, Integer.toString(MOST_DRAWN)),
                        Representation.GEO_JSON)
                .href();
    }

    private static Step tiles(Context context, OgcCollection collection) {
        String address = Links.address(context, collection) + "/tiles/" + TileMatrixSet.ID;
        return collection.tiles() == null
                ? null
                : Pages.as(Href.parse(address), Representation.TILE_JSON);
    }

    /** Null where features are only of now. */
    private static String since(OgcCollection collection, Summary summary) {
        return collection.source().hasPast() && summary.begin() != null
                ? Cell.of(summary.begin()).text()
                : null;
    }

    /** The south-west and the north-east, to about ten metres. */
    private static String corners(Bbox box) {
        return String.format(
                Locale.ROOT,
                "%.4f, %.4f – %.4f, %.4f",
                box.west(),
                box.south(),
                box.east(),
                box.north());
    }

    /**
     * @param kind schema or queryables
     */
    static void schema(Context context, OgcCollection collection, String kind) {
        HtmlPage page = Pages.below(context, collection);
        List<Column> columns = new ArrayList<>();
        columns.add(
                new Column(
                        Schemas.GEOMETRY,
                        page.say(Schemas.GEOMETRY),
                        page.say(collection.type().geometry().geoJson()),
                        null));
        for (Property property : collection.type().properties()) {
            columns.add(
                    new Column(
                            property.name(),
                            property.title(),
                            page.say(property.type().name()),
                            String.join(", ", property.values())));
        }
        page.put("title", Pages.title(page, collection, kind))
                .put("about", page.say(kind + "About"))
                .put("columns", columns)
                .put("formats", List.of(Pages.as(Href.of(context), Representation.SCHEMA)))
                .write("schema");
    }
}
