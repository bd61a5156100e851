package org.weiwang.http.ogc;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weiwang.feature.file.FileFormat;
import org.weiwang.http.ogc.html.Language;
import org.weiwang.http.wire.MediaType;
import org.weiwang.http.wire.Parameters;

/** What a resource can be had as: by the parameter {@code f}, else by the header Accept. */
enum Representation {
    JSON("json", "application/json", "JSON"),
    GEO_JSON("json", MediaType.GEO_JSON, "GeoJSON"),
    SCHEMA("json", "application/schema+json", "JSON Schema"),
    OPEN_API("json", "application/vnd.oai.openapi+json;version=3.0", "OpenAPI"),
    HTML("html", "text/html", "HTML"),
    TILE("mvt", "application/vnd.mapbox-vector-tile", "Mapbox Vector Tile"),
    TILE_JSON("tilejson", "application/json", "TileJSON"),
    FLATGEOBUF("fgb", FileFormat.FLATGEOBUF, true, "FlatGeobuf"),
    CSV("csv", FileFormat.CSV, true, "CSV"),
    GEOPACKAGE("gpkg", FileFormat.GEOPACKAGE, false, "GeoPackage"),
    SHAPEFILE("shp", FileFormat.SHAPEFILE, false, "Shapefile");

    static final String PARAMETER = "f";

    /** As which features are had as a file. */
    static final List<Representation> FILES =
            Arrays.stream(values()).filter(each -> each.file != null).toList();

    private static final String ANYTHING = "*/*";
    private static final Pattern WEIGHT = Pattern.compile(";\\s*q=([01](?:\\.[0-9]{0,3})?)\\s*$");

    private final String key;
    private final String mediaType;
    private final FileFormat file;
    private final boolean isPaged;
    private final String title;

    Representation(String key, String mediaType, String title) {
        this(key, mediaType, null, true, title);
    }

    Representation(String key, FileFormat file, boolean isPaged, String title) {
        this(key, file.mediaType(), file, isPaged, title);
    }

    Representation(String key, String mediaType, FileFormat file, boolean isPaged, String title) {
        this.key = key;
        this.mediaType = mediaType;
        this.file = file;
        this.isPaged = isPaged;
        this.title = title;
    }

    /** The value of the parameter {@code f} that asks for it. */
    String key() {
        return key;
    }

    String mediaType() {
        return mediaType;
    }

    String title() {
        return title;
    }

    /** How it is written as a file; null where it is none. */
    FileFormat file() {
        return file;
    }

    /** Whether it can be had page by page. */
    boolean isPaged() {
        return isPaged;
    }

    /**
     * What is asked for, with the language of a page.
     *
     * @param offered the first of them where nothing is said, or nothing that there is
     */
    static Representation chosen(
            Context context, Parameters parameters, List<Representation> offered) {
        Language.check(parameters);
        Representation chosen = negotiated(context, parameters, offered);
        if (chosen == HTML && !parameters.has(Language.PARAMETER)) {
            context.res().addHeader("Vary", "Accept-Language");
        }
        return chosen;
    }

    private static Representation negotiated(
            Context context, Parameters parameters, List<Representation> offered) {
        if (parameters.has(PARAMETER)) {
            String key = parameters.text(PARAMETER).orElseThrow();
            return offered.stream()
                    .filter(each -> each.key.equals(key))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    Parameters.notOneOf(
                                            PARAMETER,
                                            offered.stream().map(Representation::key).toList(),
                                            key));
        }
        context.res().addHeader("Vary", "Accept");
        return Optional.ofNullable(context.header("Accept"))
                .flatMap(accept -> accepted(accept, offered))
                .orElse(offered.get(0));
    }

    /**
     * The one that the client likes best; of several that it likes as well, the one named first.
     */
    private static Optional<Representation> accepted(String accept, List<Representation> offered) {
        return Arrays.stream(accept.split(","))
                .filter(range -> weight(range) > 0)
                .sorted(Comparator.comparingDouble(Representation::weight).reversed())
                .map(MediaType::of)
                .flatMap(range -> offered.stream().filter(each -> each.isIn(range)).limit(1))
                .findFirst();
    }

    /** 1 where none is said, or none that can be read. */
    private static double weight(String range) {
        Matcher weight = WEIGHT.matcher(range);
        return weight.find() ? Double.parseDouble(weight.group(1)) : 1;
    }

    /**
     * @param range without parameters
     */
    private boolean isIn(String range) {
        return range.equals(ANYTHING)
                || range.equals(MediaType.of(mediaType))
                || (range.equals("application/json") && key.equals("json"));
    }
}
