package org.weiwang.http.ogc;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Feature;
import org.weiwang.atlas.FeatureLayer;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.ItemsQuery;

/**
 * Features from memory.
 *
 * @param layer where a district has them
 * @param hasPast for layers of an edition; atlases of the past have no others
 */
record AtlasFeatures<T>(
        InForce inForce, Function<DistrictPart, FeatureLayer<T>> layer, boolean hasPast)
        implements FeatureSource<T> {

    @Override
    public Page<T> page(ItemsQuery query) throws NoSuchEditionException {
        return page(inForce.atlas(query.asOf()), layer, query);
    }

    /** Those of an atlas, whatever moment the query names. */
    static <T> Page<T> page(
            Atlas atlas, Function<DistrictPart, FeatureLayer<T>> layer, ItemsQuery query) {
        List<Feature<T>> matched = atlas.features(layer, query.bbox());
        int from = query.token() == null ? 0 : indexAfter(matched, query.token().lastId());
        int to = Math.min(matched.size(), from + query.limit());
        return new Page<>(
                atlas.version(),
                atlas.editions(),
                (long) matched.size(),
                matched.subList(from, to),
                to < matched.size());
    }

    /** The features are ordered by id, so that the next page begins where ids become greater. */
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
    public Optional<Feature<T>> feature(String id, AsOf asOf) throws NoSuchEditionException {
        return inForce.atlas(asOf).feature(layer, id);
    }
}
