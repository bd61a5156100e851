package org.weiwang.atlas;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.weiwang.edition.Edition;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.CrsBox;
import org.weiwang.geo.GeoJson;

/** The features of one kind in one district, ordered by id. Immutable and thread-safe. */
public final class FeatureLayer<T> {
    private static final double WORLD_EAST = 180;
    private static final AtomicLong STAMPS = new AtomicLong();

    private final List<Feature<T>> features;
    private final Map<String, Feature<T>> byId = new HashMap<>();
    private final Envelope extent = new Envelope();

    /** Of the places of the features in the list, so that what it finds is soon in order. */
    private final STRtree tree = new STRtree();

    private final long stamp;

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
        for (int i = 0; i < features.size(); i++) {
            Feature<T> feature = features.get(i);
            byId.put(feature.id(), feature);
            extent.expandToInclude(feature.geometry().getEnvelopeInternal());
            tree.insert(feature.geometry().getEnvelopeInternal(), i);
        }
        tree.build();
        this.stamp = former != null && isLike(former) ? former.stamp : STAMPS.incrementAndGet();
    }

    private boolean isLike(FeatureLayer<T> former) {
        return features.size() == former.features.size()
                && features.stream().allMatch(feature -> isSame(feature, former.byId));
    }

    /** What is the same was taken over. */
    private static <T> boolean isSame(Feature<T> feature, Map<String, Feature<T>> former) {
        Feature<T> other = former.get(feature.id());
        return other != null
                && other.subject() == feature.subject()
                && other.geometry() == feature.geometry();
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

    /** The box around all features, a null envelope when there are none; not to be changed. */
    Envelope extent() {
        return extent;
    }

    /** The box around all features; a box without extent at 0, 0 when there are none. */
    public Bbox bbox() {
        return extent.isNull() ? new Bbox(0, 0, 0, 0) : Bbox.of(extent);
    }

    /**
     * A number that no other layer of this process has, but for a former one of the same features,
     * in whatever edition.
     */
    public long stamp() {
        return stamp;
    }

    /** The features that share a point with the box, as {@link CrsBox} says, ordered by id. */
    public List<Feature<T>> within(CrsBox box) {
        if (box.surelyCovers(extent)) {
            return features;
        }
        return box.box()
                .map(
                        around ->
                                near(around)
                                        .filter(feature -> box.intersects(feature.geometry()))
                                        .toList())
                .orElse(List.of());
    }

    /** The features whose own box shares a point with the box, ordered by id. */
    public Stream<Feature<T>> near(Bbox box) {
        IntStream found =
                box.west() <= box.east()
                        ? Arrays.stream(found(box.west(), box.east(), box))
                        : IntStream.concat(
                                        Arrays.stream(found(box.west(), WORLD_EAST, box)),
                                        Arrays.stream(found(-WORLD_EAST, box.east(), box)))
                                .distinct();
        return found.sorted().mapToObj(features::get);
    }

    private int[] found(double west, double east, Bbox box) {
        IntStream.Builder places = IntStream.builder();
        tree.query(
                new Envelope(west, east, box.south(), box.north()),
                place -> places.add((Integer) place));
        return places.build().toArray();
    }
}
