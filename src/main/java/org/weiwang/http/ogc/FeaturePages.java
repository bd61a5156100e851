package org.weiwang.http.ogc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.Property;
import org.weiwang.http.ogc.html.HtmlPage;
import org.weiwang.http.ogc.html.Language;
import org.weiwang.http.ogc.html.Step;
import org.weiwang.http.wire.AsOf;

/** Features as pages for people: a table of some, or all about one, each with a map. */
final class FeaturePages {
    /** What calls a feature, the better first. */
    private static final List<String> NAMES = List.of("name", "text");

    private static final Set<Property.Type> NUMBERS =
            EnumSet.of(Property.Type.INTEGER, Property.Type.NUMBER);

    private FeaturePages() {}

    /** A row of a table: its first cell leads to the feature. */
    private record Line(String id, String href, String first, List<Cell> others) {}

    /** A property of one feature. */
    private record Fact(String title, Cell cell) {}

    /** A feature above another one. */
    private record Ancestor(String kind, String href, String title) {}

    static void items(Context context, OgcCollection collection, ItemsRequest request, Page found) {
        HtmlPage page = Pages.below(context, collection);
        FeatureType type = collection.source().type(request.parameters());
        Href self = Href.of(context);
        Href all = self.with(ItemsRequest.LIMIT, null).with(PageToken.PARAMETER, null);
        Href same = self.with(ItemsRequest.LIMIT, Integer.toString(request.limit()));
        page.put("title", Pages.title(page, collection, "items"))
                .put(
                        "counts",
                        page.say(
                                "counts",
                                Cell.of(found.matched()).text(),
                                Cell.of(found.items().size()).text()))
                .put("isEmpty", found.items().isEmpty())
                .put("heads", type.properties().stream().map(each -> head(page, each)).toList())
                .put(
                        "lines",
                        found.items().stream()
                                .map(item -> line(context, collection, type, item))
                                .toList())
                .put("box", request.selection().near().map(Pages::box).orElse(null))
                .put("first", request.token() == null ? null : first(self))
                .put("next", next(self, found))
                .put("features", features(same))
                .put("files", Representation.FILES.stream().map(as -> Pages.as(all, as)).toList())
                .put("formats", List.of(Pages.as(same, Representation.GEO_JSON)));
        past(page, self.with(PageToken.PARAMETER, null), request.asOf());
        page.write("items");
    }

    private static Cell head(HtmlPage page, Property property) {
        boolean isNumber = NUMBERS.contains(property.type());
        return new Cell(title(page, property), isNumber);
    }

    private static String first(Href self) {
        return self.with(PageToken.PARAMETER, null).toString();
    }

    private static String next(Href self, Page found) {
        return found.next() == null
                ? null
                : self.with(PageToken.PARAMETER, found.next().encode()).toString();
    }

    private static Line line(
            Context context, OgcCollection collection, FeatureType type, Item item) {
        Object first = item.value(0);
        return new Line(
                item.id(),
                Pages.keptOfFeatures(
                        context,
                        collection,
                        Links.address(context, collection) + "/items/" + segment(item.id())),
                first == null ? item.id() : Cell.of(first).text(),
                IntStream.range(1, type.properties().size())
                        .mapToObj(i -> Cell.of(item.value(i)))
                        .toList());
    }

    private static String segment(String id) {
        return URLEncoder.encode(id, UTF_8).replace("+", "%20");
    }

    static void item(
            Context context,
            Directory directory,
            OgcCollection collection,
            FeatureType type,
            Item item,
            List<Relative> relatives,
            AsOf asOf) {
        HtmlPage page = Pages.below(context, collection);
        Href self = Href.of(context);
        String items =
                Pages.keptOfFeatures(
                        context, collection, Links.address(context, collection) + "/items");
        List<Ancestor> ancestors = ancestors(context, page, directory, relatives);
        List<Step> children = children(context, page, directory, relatives);
        page.below(items, page.say("items"))
                .put("title", name(type, item))
                .put("id", item.id())
                .put(
                        "facts",
                        IntStream.range(0, type.properties().size())
                                .mapToObj(
                                        i ->
                                                new Fact(
                                                        title(page, type.properties().get(i)),
                                                        Cell.of(item.value(i))))
                                .toList())
                .put("hasAncestors", !ancestors.isEmpty())
                .put("ancestors", ancestors)
                .put("hasChildren", !children.isEmpty())
                .put("children", children)
                .put("features", features(self))
                .put("formats", List.of(Pages.as(self, Representation.GEO_JSON)));
        past(page, self, asOf);
        page.write("item");
    }

    private static String name(FeatureType type, Item item) {
        for (String name : NAMES) {
            for (int i = 0; i < type.properties().size(); i++) {
                if (type.properties().get(i).name().equals(name) && item.value(i) != null) {
                    return item.value(i).toString();
                }
            }
        }
        return item.id();
    }

    /** From the highest down. */
    private static List<Ancestor> ancestors(
            Context context, HtmlPage page, Directory directory, List<Relative> relatives) {
        List<Ancestor> ancestors = new ArrayList<>();
        for (Relative relative : relatives) {
            if (relative.relation().equals("ancestors")) {
                OgcCollection of = directory.named(relative.collection());
                ancestors.add(
                        new Ancestor(
                                page.language().of(of.title()),
                                address(context, of, relative),
                                relative.title()));
            }
        }
        Collections.reverse(ancestors);
        return ancestors;
    }

    private static List<Step> children(
            Context context, HtmlPage page, Directory directory, List<Relative> relatives) {
        List<Step> children = new ArrayList<>();
        for (Relative relative : relatives) {
            if (relative.relation().equals("children")) {
                OgcCollection of = directory.named(relative.collection());
                children.add(
                        new Step(address(context, of, relative), page.language().of(of.title())));
            }
        }
        return children;
    }

    private static String address(Context context, OgcCollection of, Relative relative) {
        return Pages.keptOfFeatures(context, of, Links.address(context, of) + relative.path());
    }

    /** Titles of properties are Chinese; their names are English. */
    private static String title(HtmlPage page, Property property) {
        return page.language() == Language.ZH ? property.title() : property.name();
    }

    /** Where the script of the page has what it draws: maps are in CRS84. */
    private static String features(Href address) {
        return Pages.as(address.with(ItemsRequest.CRS, null), Representation.GEO_JSON).href();
    }

    /** Says of which other moment or edition the page is, and where that in force is. */
    private static void past(HtmlPage page, Href self, AsOf asOf) {
        if (!asOf.isNow()) {
            page.put("past", asOf.value())
                    .put("now", self.with(AsOf.DATETIME, null).with(AsOf.EDITION, null).toString());
        }
    }
}
