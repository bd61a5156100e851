package org.weiwang.http.ogc;

import java.util.List;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.CityLayer;
import org.weiwang.atlas.tile.TiledLayer;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.feature.FeatureType;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Parameters;

/**
 * Features from memory.
 *
 * @param hasPast for layers of an edition; atlases of the past have no others
 */
record AtlasSource<T>(
        InForce inForce, CityLayer<T> layer, Table<T> table, boolean hasPast, Hierarchy hierarchy)
        implements Source {
    @Override
    public FeatureType type(Parameters parameters) {
        return table.type();
    }

    /**
     * As it is in tiles.
     *
     * @param minZoom below which too much would be in one
     * @param attributes names of properties, which tell of id and subject alone
     */
    TiledLayer<T> tiled(int minZoom, String... attributes) {
        return new TiledLayer<>(table.type(), List.of(attributes), minZoom, layer::in, table::item);
    }

    @Override
    public State state(Parameters parameters, AsOf asOf, String stamp)
            throws NoSuchEditionException, InterruptedException {
        Atlas atlas = atlas(inForce, asOf, stamp);
        return new AtlasState<>(
                AtlasStamp.of(atlas).toString(), atlas, layer, table::item, hierarchy);
    }

    /** The atlas that is asked for, or that the pages before were of. */
    static Atlas atlas(InForce inForce, AsOf asOf, String stamp)
            throws NoSuchEditionException, InterruptedException {
        if (stamp == null) {
            return inForce.atlas(asOf);
        }
        AtlasStamp named = AtlasStamp.parse(stamp).orElseThrow(PageToken::bad);
        if (asOf.isNow()) {
            return inForce.atlas(named.history(), named.version()).orElseThrow(PageToken::gone);
        }
        Atlas atlas = inForce.atlas(asOf);
        if (!AtlasStamp.of(atlas).equals(named)) {
            throw PageToken.gone();
        }
        return atlas;
    }
}
