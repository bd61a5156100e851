package org.weiwang.http.ogc;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.weiwang.atlas.Atlas;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.layer.StoredLayer;
import org.weiwang.edition.layer.StoredLayers;
import org.weiwang.feature.FeatureType;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Parameters;

/**
 * Features from the store, of the data sets that the atlas in force has.
 *
 * @param searches a permit for each that may look for features by a filter at a time
 */
record StoredSource(InForce inForce, StoredLayers layers, StoredLayer layer, Semaphore searches)
        implements Source {
    /** Of the connections, which all requests share, so many may look for what no index knows. */
    private static final int SEARCHES = 4;

    static List<OgcCollection> collections(InForce inForce, StoredLayers layers) {
        Semaphore searches = new Semaphore(SEARCHES);
        return List.of(
                new OgcCollection(
                        "地址 Addresses",
                        "住户地址，含没有位置的 Addresses of homes, those without a location too",
                        new StoredSource(inForce, layers, StoredLayer.ADDRESSES, searches)),
                new OgcCollection(
                        "网格外地址 Addresses outside the grids",
                        "不在任何微网格或专属网格内的地址 Stored addresses that no micro or dedicated grid covers",
                        new StoredSource(inForce, layers, StoredLayer.OUTSIDE_ADDRESSES, searches)),
                new OgcCollection(
                        "道路 Roads",
                        "可步行的道路 Ways that can be walked",
                        new StoredSource(inForce, layers, StoredLayer.ROADS, searches)));
    }

    @Override
    public FeatureType type(Parameters parameters) {
        return layer.type();
    }

    @Override
    public boolean hasPast() {
        return false;
    }

    @Override
    public State state(Parameters parameters, AsOf asOf, String stamp)
            throws NoSuchEditionException, InterruptedException {
        Atlas atlas = AtlasSource.atlas(inForce, AsOf.NOW, stamp);
        return new StoredState(
                layers,
                layer,
                searches,
                AtlasStamp.of(atlas).toString(),
                atlas.editions(),
                atlas.source(layer));
    }
}
