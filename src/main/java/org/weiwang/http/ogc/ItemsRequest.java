package org.weiwang.http.ogc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.Property;
import org.weiwang.geo.CrsBox;
import org.weiwang.geo.ServedCrs;
import org.weiwang.http.ogc.html.Language;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.ItemsQuery;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/**
 * What a request for a page of features asks.
 *
 * @param question a number for what is asked, other than which page of it and in what form
 * @param crs that geometries are wanted in
 * @param limit 1 to {@link ItemsQuery#MAX_LIMIT}
 * @param token where the page before ended; null for the first page
 */
record ItemsRequest(
        Parameters parameters,
        long question,
        AsOf asOf,
        Selection selection,
        ServedCrs crs,
        int limit,
        PageToken token,
        Representation representation) {
    static final String BBOX = "bbox";
    static final String BBOX_CRS = "bbox-crs";
    static final String CRS = "crs";
    static final String LIMIT = "limit";

    /** Of a page for people, which has fewer. */
    static final int READ_LIMIT = 50;

    private static final int MAX_READ_LIMIT = 1_000;

    /** Of all collections, each with {@link Filtering#PARAMETERS} and its properties besides. */
    private static final List<String> PARAMETERS =
            List.of(
                    BBOX,
                    BBOX_CRS,
                    CRS,
                    LIMIT,
                    PageToken.PARAMETER,
                    AsOf.DATETIME,
                    Representation.PARAMETER,
                    Language.PARAMETER);

    private static final List<String> OF_A_PAGE =
            List.of(LIMIT, PageToken.PARAMETER, Representation.PARAMETER, Language.PARAMETER);

    /**
     * Marks the answer as {@link AsOf#interval} does.
     *
     * @throws ProblemException 400 that names the parameter
     */
    static ItemsRequest parse(Context context, OgcCollection collection, List<Representation> as) {
        List<String> notOfProperties = notOfProperties(collection);
        List<String> known = known(collection, notOfProperties);
        Parameters parameters = Parameters.of(context, known.toArray(String[]::new));
        long question = question(collection, parameters, known);
        FeatureType type = collection.source().type(parameters);
        Representation representation = Representation.chosen(context, parameters, as);
        return new ItemsRequest(
                parameters,
                question,
                collection.asOf(parameters, context),
                new Selection(box(parameters), Filtering.parse(parameters, type, notOfProperties)),
                crs(CRS, parameters),
                limit(parameters, representation),
                parameters
                        .text(PageToken.PARAMETER)
                        .map(text -> PageToken.decode(text, question))
                        .orElse(null),
                representation);
    }

    private static long question(
            OgcCollection collection, Parameters parameters, List<String> known) {
        CRC32 checksum = new CRC32();
        checksum.update(collection.id().getBytes(UTF_8));
        for (String name : known) {
            if (parameters.has(name) && !OF_A_PAGE.contains(name)) {
                checksum.update(("\n" + name + "\n" + parameters.required(name)).getBytes(UTF_8));
            }
        }
        return checksum.getValue();
    }

    private static List<String> notOfProperties(OgcCollection collection) {
        List<String> parameters = new ArrayList<>(PARAMETERS);
        if (collection.source().hasPast()) {
            parameters.add(AsOf.EDITION);
        }
        parameters.addAll(Filtering.PARAMETERS);
        parameters.addAll(collection.source().choices());
        return parameters;
    }

    private static List<String> known(OgcCollection collection, List<String> notOfProperties) {
        List<String> known = new ArrayList<>(notOfProperties);
        for (Property property : collection.type().properties()) {
            if (!known.contains(property.name())) {
                known.add(property.name());
            }
        }
        return known;
    }

    /** The reference system that a parameter names; CRS84 where it is missing. */
    static ServedCrs crs(String parameter, Parameters parameters) {
        return parameters
                .text(parameter)
                .map(
                        uri ->
                                ServedCrs.of(uri)
                                        .orElseThrow(
                                                () ->
                                                        Parameters.notOneOf(
                                                                parameter,
                                                                ReferenceSystems.URIS,
                                                                uri)))
                .orElse(ServedCrs.CRS84);
    }

    private static CrsBox box(Parameters parameters) {
        ServedCrs crs = crs(BBOX_CRS, parameters);
        return parameters.text(BBOX).map(text -> box(text, crs)).orElse(null);
    }

    /** Four numbers, or six with the heights, which features do not have, as third axis. */
    private static CrsBox box(String text, ServedCrs crs) {
        String[] parts = text.split(",", -1);
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Parameters.number(BBOX, parts[i]);
        }
        try {
            return CrsBox.of(numbers, crs);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter(BBOX, "bbox: " + e.getMessage()).exception();
        }
    }

    private static int limit(Parameters parameters, Representation representation) {
        boolean isRead = representation == Representation.HTML;
        int most = isRead ? MAX_READ_LIMIT : ItemsQuery.MAX_LIMIT;
        return parameters
                .text(LIMIT)
                .map(text -> Math.min(ItemsQuery.limit(text), most))
                .orElse(isRead ? READ_LIMIT : ItemsQuery.DEFAULT_LIMIT);
    }

    /** Of the state that the pages before were of; null for a first page. */
    String stamp() {
        return token == null ? null : token.stamp();
    }
}
