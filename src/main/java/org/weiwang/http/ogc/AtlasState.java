package org.weiwang.http.ogc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.CityLayer;
import org.weiwang.atlas.Feature;
import org.weiwang.edition.Edition;
import org.weiwang.feature.Row;
import org.weiwang.feature.cql2.Filter;
import org.weiwang.http.wire.Problem;

/**
 * A layer of an atlas.
 *
 * @param item a feature as the collection has it
 */
record AtlasState<T>(
        String stamp,
        Atlas atlas,
        CityLayer<T> layer,
        Function<Feature<T>, Item> item,
        Hierarchy hierarchy)
        implements State {
    /** How long one request may look for what its filter says, over all features of a city. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @Override
    public List<Edition> editions() {
        return atlas.editions();
    }

    @Override
    public Summary summary() {
        return new Summary(
                (long) atlas.all(layer).size(),
                atlas.bbox(layer).orElse(null),
                atlas.history().beginning(Instant.now()).orElse(null));
    }

    @Override
    public Found find(Selection selection, String after, int limit, boolean isCounted) {
        List<Feature<T>> candidates = candidates(selection);
        int from = after == null ? 0 : indexAfter(candidates, after);
        List<Item> found = new ArrayList<>(Math.min(limit, candidates.size() - from));
        Filter filter = selection.filter();
        if (filter == null) {
            int to = Math.min(candidates.size(), from + limit);
            candidates.subList(from, to).forEach(feature -> found.add(item.apply(feature)));
            return new Found(found, candidates.size());
        }
        long matched = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int i = isCounted ? 0 : from; i < candidates.size(); i++) {
            if (System.nanoTime() - deadline > 0) {
                throw Problem.unavailable("The filter takes too long; a bbox makes it shorter")
                        .exception();
            }
            Item candidate = item.apply(candidates.get(i));
            if (filter.test(candidate)) {
                matched++;
                if (i >= from && found.size() < limit) {
                    found.add(candidate);
                } else if (!isCounted && found.size() == limit) {
                    break;
                }
            }
        }
        return new Found(found, isCounted ? matched : -1);
    }

    @Override
    public Iterable<Row> all(Selection selection) {
        List<Feature<T>> candidates = candidates(selection);
        Filter filter = selection.filter();
        return () ->
                candidates.stream()
                        .<Row>map(item)
                        .filter(row -> filter == null || filter.test(row))
                        .iterator();
    }

    /** Those in the box, and no others; what the filter asks of them is to be tested yet. */
    private List<Feature<T>> candidates(Selection selection) {
        if (selection.box() != null) {
            return atlas.within(layer, selection.box());
        }
        return selection
                .near()
                .map(box -> atlas.near(layer, box))
                .orElseGet(() -> atlas.all(layer));
    }

    /** Features are ordered by id, so that the next page begins where ids become greater. */
    private static <T> int indexAfter(List<Feature<T>> features, String lastId) {
        int low = 0;
        int high = features.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (features.get(middle).id().compareTo(lastId) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public Optional<Item> feature(String id) {
        return atlas.feature(layer, id).map(item);
    }

    @Override
    public List<Relative> relatives(String id) {
        return hierarchy.of(atlas, id);
    }
}
