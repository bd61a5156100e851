package org.weiwang.http.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.weiwang.address.Address;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Feature;
import org.weiwang.circle.Facility;
import org.weiwang.edition.Assignments;
import org.weiwang.edition.Assignments.OutsideAddress;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.http.circle.CircleGroup;
import org.weiwang.http.circle.CircleParameters;
import org.weiwang.http.circle.Circles;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Parameters;

/**
 * A layer as GIS tools fetch it.
 *
 * @param properties writes the members of a feature's {@code properties}
 * @param columns of a spreadsheet, a row for each feature; null where there is none
 */
public record OgcCollection<T>(
        String id,
        String title,
        String description,
        FeatureSource<T> source,
        Properties<T> properties,
        Columns<T> columns) {
    OgcCollection(
            String id,
            String title,
            String description,
            FeatureSource<T> source,
            Properties<T> properties) {
        this(id, title, description, source, properties, null);
    }

    /**
     * @param names in order, by what the parameters choose
     * @param values of one feature by column
     */
    record Columns<T>(
            Function<Parameters, List<String>> names, Function<T, Map<String, Object>> values) {}

    /** Writes the properties of one feature as JSON members. */
    @FunctionalInterface
    interface Properties<T> {
        void write(Feature<T> feature, JsonGenerator json) throws IOException;
    }

    /** All collections that this server has, in the order in which they are listed. */
    public static List<OgcCollection<?>> all(
            InForce inForce, Assignments assignments, Circles circles) {
        List<OgcCollection<?>> all = new ArrayList<>(withoutCircle(inForce, assignments));
        if (circles.isOn()) {
            all.addAll(ofCircle(inForce, circles));
        }
        return all;
    }

    private static List<OgcCollection<?>> withoutCircle(InForce inForce, Assignments assignments) {
        return List.of(
                grids(
                        "community-grids",
                        "社区总网格 Community grids",
                        "One village or residential community each",
                        inForce,
                        Level.COMMUNITY),
                grids(
                        "general-grids",
                        "一般网格 General grids",
                        "About 300 to 500 households each",
                        inForce,
                        Level.GENERAL),
                grids(
                        "micro-grids",
                        "微网格 Micro grids",
                        "About 30 to 100 households each",
                        inForce,
                        Level.MICRO),
                grids(
                        "dedicated-grids",
                        "专属网格 Dedicated grids",
                        "Schools, hospitals, office blocks, markets, parks",
                        inForce,
                        Level.DEDICATED),
                new OgcCollection<>(
                        "facilities",
                        "设施 Facilities",
                        "Destinations of the living circle",
                        new AtlasFeatures<>(inForce, DistrictPart::facilities, false),
                        OgcCollection::writeFacility),
                new OgcCollection<>(
                        "outside-addresses",
                        "网格外地址 Addresses outside the grids",
                        "Stored addresses that no micro or dedicated grid covers",
                        new OutsideFeatures(assignments),
                        OgcCollection::writeAddress));
    }

    private static List<OgcCollection<CircleGroup>> ofCircle(InForce inForce, Circles circles) {
        return List.of(
                circle(
                        "circle-micro",
                        "微网格生活圈 Living circle by micro grid",
                        new CircleFeatures(circles, Level.MICRO, null)),
                circle(
                        "circle-general",
                        "一般网格生活圈 Living circle by general grid",
                        new CircleFeatures(circles, Level.GENERAL, null)),
                circle(
                        "circle-community",
                        "社区总网格生活圈 Living circle by community grid",
                        new CircleFeatures(circles, Level.COMMUNITY, null)));
    }

    private static OgcCollection<CircleGroup> circle(
            String id, String title, CircleFeatures source) {
        return new OgcCollection<>(
                id,
                title,
                "What the homes of each grid reach on foot, by standard, profile and rule",
                source,
                (feature, json) -> feature.subject().write(json),
                new Columns<>(
                        parameters ->
                                CircleGroup.columns(
                                        CircleParameters.standard(
                                                parameters, source.circles().standards())),
                        CircleGroup::values));
    }

    private static OgcCollection<Grid> grids(
            String id, String title, String description, InForce inForce, Level level) {
        return new OgcCollection<>(
                id,
                title,
                description,
                new AtlasFeatures<>(inForce, part -> part.layer(level), true),
                OgcCollection::writeGrid);
    }

    private static void writeGrid(Feature<Grid> feature, JsonGenerator json) throws IOException {
        Grid grid = feature.subject();
        json.writeStringField("code", grid.code());
        json.writeStringField("name", grid.name());
        json.writeStringField("level", grid.level().name());
        json.writeStringField("kind", grid.kind());
        json.writeStringField("parentCode", grid.parentCode());
        json.writeObjectField("households", grid.households());
        json.writeStringField("edition", feature.edition().id());
    }

    private static void writeFacility(Feature<Facility> feature, JsonGenerator json)
            throws IOException {
        Facility facility = feature.subject();
        json.writeStringField("code", facility.code());
        json.writeStringField("name", facility.name());
        json.writeStringField("category", facility.category());
        json.writeStringField("district", feature.edition().district());
    }

    private static void writeAddress(Feature<OutsideAddress> feature, JsonGenerator json)
            throws IOException {
        Address address = feature.subject().address();
        json.writeStringField("text", address.text());
        json.writeObjectField("households", address.households());
        json.writeStringField("district", feature.edition().district());
        json.writeStringField("edition", feature.edition().id());
    }
}
