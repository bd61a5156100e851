package org.weiwang.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.weiwang.edition.Edition;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.GeoJson;
import org.weiwang.geo.Wgs84;

/** The features of one kind in one district, ordered by id. Immutable and thread-safe. */
public final class FeatureLayer<T> {
    private static final double WORLD_EAST = 180;

    private final List<Feature<T>> features;
    private final Map<String, Feature<T>> byId = new HashMap<>();
    private final STRtree tree = new STRtree();

    /**
     * @param former the layer of another edition, with which this one shares the memory of what is
     *     the same; null for none
     */
    public FeatureLayer(
            Edition edition,
            List<T> subjects,
            Function<T, String> id,
            Function<T, Geometry> geometry,
            FeatureLayer<T> former) {
        this.features =
                subjects.parallelStream()
                        .map(
                                subject ->
                                        feature(
                                                edition,
                                                subject,
                                                id.apply(subject),
                                                geometry.apply(subject),
                                                former))
                        .sorted(Comparator.comparing(Feature::id))
                        .toList();
        for (Feature<T> feature : features) {
            byId.put(feature.id(), feature);
            tree.insert(feature.geometry().getEnvelopeInternal(), feature);
        }
        tree.build();
    }

    private static <T> Feature<T> feature(
            Edition edition, T subject, String id, Geometry shape, FeatureLayer<T> former) {
        return Optional.ofNullable(former)
                .flatMap(layer -> layer.feature(id))
                .filter(feature -> Objects.equals(feature.geometry(), shape))
                .map(feature -> feature.in(edition, subject))
                .orElseGet(() -> new Feature<>(id, subject, edition, shape, GeoJson.encode(shape)));
    }

    public List<Feature<T>> all() {
        return features;
    }

    public Optional<Feature<T>> feature(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The box around all features; a box without extent at 0, 0 when there are none. */
    Bbox bbox() {
        Envelope all = new Envelope();
        features.forEach(feature -> all.expandToInclude(feature.geometry().getEnvelopeInternal()));
        return all.isNull() ? new Bbox(0, 0, 0, 0) : Bbox.of(all);
    }

    /** The features that share a point with the box, ordered by id. */
    public List<Feature<T>> within(Bbox box) {
        if (box.west() <= box.east()) {
            return within(new Envelope(box.west(), box.east(), box.south(), box.north()));
        }
        List<Feature<T>> both = new ArrayList<>();
        both.addAll(within(new Envelope(box.west(), WORLD_EAST, box.south(), box.north())));
        both.addAll(within(new Envelope(-WORLD_EAST, box.east(), box.south(), box.north())));
        return both.stream().distinct().sorted(Comparator.comparing(Feature::id)).toList();
    }

    private List<Feature<T>> within(Envelope box) {
        List<Feature<T>> found = new ArrayList<>();
        Geometry rectangle = Wgs84.FACTORY.toGeometry(box);
        tree.query(
                box,
                candidate -> {
                    @SuppressWarnings("unchecked") // Only features of this layer were inserted.
                    Feature<T> feature = (Feature<T>) candidate;
                    if (rectangle.intersects(feature.geometry())) {
                        found.add(feature);
                    }
                });
        found.sort(Comparator.comparing(Feature::id));
        return found;
    }
}
