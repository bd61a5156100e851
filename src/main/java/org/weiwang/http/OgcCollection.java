package org.weiwang.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Feature;
import org.weiwang.atlas.FeatureLayer;
import org.weiwang.circle.Facility;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/**
 * A layer as GIS tools fetch it.
 *
 * @param layer where a district has its features
 * @param properties writes the members of a feature's {@code properties}
 */
record OgcCollection<T>(
        String id,
        String title,
        String description,
        Function<DistrictPart, FeatureLayer<T>> layer,
        Properties<T> properties) {

    /** Writes the properties of one feature as JSON members. */
    @FunctionalInterface
    interface Properties<T> {
        void write(Feature<T> feature, JsonGenerator json) throws IOException;
    }

    /** All collections, in the order in which they are listed. */
    static final List<OgcCollection<?>> ALL =
            List.of(
                    grids(
                            "community-grids",
                            "社区总网格 Community grids",
                            "One village or residential community each",
                            Level.COMMUNITY),
                    grids(
                            "general-grids",
                            "一般网格 General grids",
                            "About 300 to 500 households each",
                            Level.GENERAL),
                    grids(
                            "micro-grids",
                            "微网格 Micro grids",
                            "About 30 to 100 households each",
                            Level.MICRO),
                    grids(
                            "dedicated-grids",
                            "专属网格 Dedicated grids",
                            "Schools, hospitals, office blocks, markets, parks",
                            Level.DEDICATED),
                    new OgcCollection<>(
                            "facilities",
                            "设施 Facilities",
                            "Destinations of the living circle",
                            DistrictPart::facilities,
                            OgcCollection::writeFacility));

    private static OgcCollection<Grid> grids(
            String id, String title, String description, Level level) {
        return new OgcCollection<>(
                id, title, description, part -> part.layer(level), OgcCollection::writeGrid);
    }

    /**
     * @throws ProblemException 404 when there is none of this id
     */
    static OgcCollection<?> of(String id) {
        return ALL.stream()
                .filter(collection -> collection.id.equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.notFound(
                                                "There is no collection %s; there are %s"
                                                        .formatted(
                                                                id,
                                                                ALL.stream()
                                                                        .map(OgcCollection::id)
                                                                        .toList()))
                                        .exception());
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
}
