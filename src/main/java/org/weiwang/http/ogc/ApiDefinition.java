package org.weiwang.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.weiwang.feature.Property;
import org.weiwang.http.ogc.html.Language;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.ItemsQuery;
import org.weiwang.http.wire.Json;

/**
 * The definition of the interface after OpenAPI 3.0, with the paths of each collection: clients
 * read from it how many features a page may have, and by which properties they may ask.
 */
final class ApiDefinition {
    private static final String PROBLEM = "#/components/responses/Problem";

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paths;
    private final ObjectNode parameters;

    private ApiDefinition(String server) {
        root.put("openapi", "3.0.3");
        ObjectNode info = root.putObject("info");
        info.put("title", "微网 Weiwang");
        info.put("description", "城市治理网格图层 Layers of a city's governance grids");
        info.put("version", "1.0.0");
        root.putArray("servers").addObject().put("url", server);
        root.putArray("tags").addObject().put("name", "Layers");
        paths = root.putObject("paths");
        ObjectNode components = root.putObject("components");
        parameters = components.putObject("parameters");
        problem(components.putObject("responses").putObject("Problem"));
    }

    /**
     * @param server absolute address of the landing page
     */
    static ObjectNode of(String server, Directory directory) {
        ApiDefinition definition = new ApiDefinition(server);
        definition.parameters();
        definition.document("/", "getLandingPage", "首页 Landing page");
        definition.document("/conformance", "getConformance", "符合性声明 Conformance");
        definition.document("/collections", "getCollections", "图层目录 The layers");
        definition.document("/api", "getApi", "接口定义 This definition", Representation.OPEN_API);
        definition.data("/tileMatrixSets", "getTileMatrixSets", "切片方案 Tile matrix sets");
        definition.data(
                "/tileMatrixSets/" + TileMatrixSet.ID, "getTileMatrixSet", TileMatrixSet.ID);
        directory.all().forEach(definition::collection);
        return definition.root;
    }

    private void collection(OgcCollection collection) {
        String path = "/collections/" + collection.id();
        String name = collection.id();
        document(path, "describe-" + name, collection.title());
        document(path + "/schema", "schema-" + name, "结构 Schema", Representation.SCHEMA);
        document(
                path + "/queryables",
                "queryables-" + name,
                "可查询属性 Queryables",
                Representation.SCHEMA);
        ObjectNode items = get(path + "/items", "items-" + name, collection.title());
        ArrayNode of = items.putArray("parameters");
        for (String shared :
                List.of(
                        "bbox",
                        "bbox-crs",
                        "crs",
                        "limit",
                        "datetime",
                        "filter",
                        "filter-lang",
                        "filter-crs",
                        "token",
                        "f",
                        "lang")) {
            ref(of, shared);
        }
        choices(of, collection);
        for (Property property : collection.type().properties()) {
            if (!isChoice(property.name(), collection)) {
                property(of.addObject(), property);
            }
        }
        ObjectNode content = answers(items, Representation.GEO_JSON);
        for (Representation file : Representation.FILES) {
            content.putObject(file.mediaType()).set("schema", type("string"));
        }
        ObjectNode item = get(path + "/items/{featureId}", "item-" + name, collection.title());
        ArrayNode ofOne = item.putArray("parameters");
        ref(ofOne, "featureId");
        ref(ofOne, "crs");
        ref(ofOne, "datetime");
        ref(ofOne, "f");
        ref(ofOne, "lang");
        choices(ofOne, collection);
        answers(item, Representation.GEO_JSON);
        if (collection.tiles() != null) {
            tiles(path + "/tiles", name, collection);
        }
    }

    private void tiles(String path, String name, OgcCollection collection) {
        data(path, "tilesets-" + name, "矢量切片 Vector tiles");
        data(path + "/" + TileMatrixSet.ID, "tileset-" + name, "TileJSON");
        ObjectNode tile =
                get(
                        path + "/" + TileMatrixSet.ID + "/{z}/{y}/{x}",
                        "tile-" + name,
                        collection.title());
        ArrayNode of = tile.putArray("parameters");
        for (String number : List.of("z", "y", "x")) {
            ref(of, number);
        }
        ref(of, AsOf.DATETIME);
        if (collection.source().hasPast()) {
            ref(of, AsOf.EDITION);
        }
        ref(of, "f");
        content(tile, Representation.TILE);
        ((ObjectNode) tile.get("responses")).putObject("204").put("description", "Nothing there");
    }

    /** Whether a parameter of this name says of which edition, or by what, features are. */
    private static boolean isChoice(String name, OgcCollection collection) {
        return collection.source().choices().contains(name)
                || (collection.source().hasPast() && name.equals(AsOf.EDITION));
    }

    private void choices(ArrayNode of, OgcCollection collection) {
        if (collection.source().hasPast()) {
            ref(of, AsOf.EDITION);
        }
        for (String choice : collection.source().choices()) {
            query(of.addObject(), choice, "选项 What the figures are by").put("type", "string");
        }
    }

    private static void property(ObjectNode parameter, Property property) {
        ObjectNode schema = query(parameter, property.name(), property.title());
        schema.setAll((ObjectNode) Json.MAPPER.valueToTree(Schemas.property(property)));
        schema.remove("title");
    }

    private void document(String path, String id, String summary) {
        document(path, id, summary, Representation.JSON);
    }

    private void document(String path, String id, String summary, Representation as) {
        ObjectNode get = get(path, id, summary);
        ArrayNode of = get.putArray("parameters");
        ref(of, "f");
        ref(of, "lang");
        answers(get, as);
    }

    /** A document that there is no page of. */
    private void data(String path, String id, String summary) {
        ObjectNode get = get(path, id, summary);
        ref(get.putArray("parameters"), "f");
        content(get, Representation.JSON);
    }

    private ObjectNode get(String path, String id, String summary) {
        ObjectNode get = paths.putObject(path).putObject("get");
        get.putArray("tags").add("Layers");
        get.put("summary", summary);
        get.put("operationId", id);
        return get;
    }

    private static ObjectNode answers(ObjectNode get, Representation representation) {
        ObjectNode content = content(get, representation);
        content.putObject("text/html").set("schema", type("string"));
        return content;
    }

    private static ObjectNode content(ObjectNode get, Representation representation) {
        ObjectNode responses = get.putObject("responses");
        ObjectNode good = responses.putObject("200");
        good.put("description", representation.title());
        ObjectNode content = good.putObject("content");
        content.putObject(representation.mediaType()).set("schema", type("object"));
        responses.putObject("default").put("$ref", PROBLEM);
        return content;
    }

    private static void problem(ObjectNode response) {
        response.put("description", "What is wrong, and where (RFC 9457)");
        ObjectNode schema =
                response.putObject("content")
                        .putObject("application/problem+json")
                        .putObject("schema");
        schema.put("type", "object");
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (String member : List.of("type", "title", "status", "detail", "requestId")) {
            required.add(member);
            properties.set(member, type(member.equals("status") ? "integer" : "string"));
        }
    }

    private void parameters() {
        ObjectNode limit = shared("limit", "每页至多多少个 How many features a page has at most");
        limit.put("type", "integer");
        limit.put("minimum", 1);
        limit.put("maximum", ItemsQuery.MAX_LIMIT);
        limit.put("default", ItemsQuery.DEFAULT_LIMIT);
        ObjectNode bbox = shared("bbox", "范围 The box that features share a point with");
        bbox.put("type", "array");
        bbox.put("minItems", 4);
        bbox.put("maxItems", 6);
        bbox.putObject("items").put("type", "number");
        for (String crs : List.of("bbox-crs", "crs", "filter-crs")) {
            ObjectNode schema = shared(crs, "坐标系 A reference system, by its URI");
            schema.put("type", "string");
            schema.put("default", ReferenceSystems.STORED);
            schema.set("enum", Json.MAPPER.valueToTree(ReferenceSystems.URIS));
        }
        shared("datetime", "时间或时段，决定版次 A moment or interval: the editions in force then")
                .put("type", "string");
        shared(AsOf.EDITION, "版次 An edition, such as 510131-1").put("type", "string");
        shared("filter", "CQL2").put("type", "string");
        shared("filter-lang", "CQL2 Text / JSON")
                .put("type", "string")
                .put("default", Filtering.TEXT)
                .set("enum", Json.MAPPER.valueToTree(Filtering.LANGUAGES));
        shared("token", "下一页 Of a next link; opaque").put("type", "string");
        shared("f", "格式 Format, instead of the header Accept").put("type", "string");
        shared(Language.PARAMETER, "网页语言 Language of pages for people")
                .put("type", "string")
                .set("enum", Json.MAPPER.valueToTree(Language.keys()));
        path("featureId").put("type", "string");
        for (String number : List.of("z", "y", "x")) {
            path(number).put("type", "integer").put("minimum", 0);
        }
    }

    private ObjectNode path(String name) {
        ObjectNode parameter = parameters.putObject(name);
        parameter.put("name", name);
        parameter.put("in", "path");
        parameter.put("required", true);
        return parameter.putObject("schema");
    }

    private ObjectNode shared(String name, String description) {
        return query(parameters.putObject(name), name, description);
    }

    private static ObjectNode query(ObjectNode parameter, String name, String description) {
        parameter.put("name", name);
        parameter.put("in", "query");
        parameter.put("description", description);
        parameter.put("required", false);
        parameter.put("style", "form");
        parameter.put("explode", false);
        return parameter.putObject("schema");
    }

    private static void ref(ArrayNode parameters, String name) {
        parameters.addObject().put("$ref", "#/components/parameters/" + name);
    }

    private static ObjectNode type(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
