package org.weiwang.http.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.edition.Edition;
import org.weiwang.edition.StoreFailure;
import org.weiwang.edition.layer.LayerSource;
import org.weiwang.edition.layer.NotPlacedException;
import org.weiwang.edition.layer.StoredLayer;
import org.weiwang.edition.layer.StoredLayers;
import org.weiwang.feature.Row;
import org.weiwang.geo.GeoJson;
import org.weiwang.http.wire.Problem;

/**
 * Features that the store has.
 *
 * @param searches a permit for each that may look for features by a filter at a time
 */
record StoredState(
        StoredLayers layers,
        StoredLayer layer,
        Semaphore searches,
        String stamp,
        List<Edition> editions,
        LayerSource source)
        implements State {
    private static final byte[] NOWHERE = {'n', 'u', 'l', 'l'};

    @Override
    public Summary summary() {
        try {
            return new Summary(
                    layers.count(layer, source, org.weiwang.edition.layer.Selection.ALL),
                    layers.extent(layer, source).orElse(null),
                    null);
        } catch (NotPlacedException e) {
            return Summary.UNKNOWN;
        } catch (StoreFailure e) {
            // The other collections can be had, and their list must be.
            if (e.isAway()) {
                return Summary.UNKNOWN;
            }
            throw e;
        }
    }

    @Override
    public Found find(Selection selection, String after, int limit, boolean isCounted) {
        if (selection.isNowhere()) {
            return new Found(List.of(), 0);
        }
        boolean isSearch = selection.filter() != null;
        if (isSearch && !searches.tryAcquire()) {
            throw Problem.unavailable("Too many filters are being looked for").exception();
        }
        try {
            return found(selection, after, limit, isCounted);
        } finally {
            if (isSearch) {
                searches.release();
            }
        }
    }

    private Found found(Selection selection, String after, int limit, boolean isCounted) {
        List<Item> items = new ArrayList<>();
        try {
            layers.page(layer, source, stored(selection), after, limit)
                    .rows()
                    .forEach(row -> items.add(new OfStore(row)));
        } catch (IllegalArgumentException e) {
            throw PageToken.bad();
        }
        boolean isWhole = after == null && items.size() < limit;
        long matched = -1;
        if (isCounted) {
            matched = isWhole ? items.size() : layers.count(layer, source, stored(selection));
        }
        return new Found(items, matched);
    }

    @Override
    public Iterable<Row> all(Selection selection) {
        return selection.isNowhere() ? List.of() : layers.all(layer, source, stored(selection));
    }

    private static org.weiwang.edition.layer.Selection stored(Selection selection) {
        return new org.weiwang.edition.layer.Selection(
                selection.box() == null ? null : selection.box().polygon(), selection.filter());
    }

    @Override
    public Optional<Item> feature(String id) {
        return layers.feature(layer, source, id).map(OfStore::new);
    }

    private record OfStore(Row row) implements Item {
        @Override
        public String id() {
            return row.id();
        }

        @Override
        public Geometry geometry() {
            return row.geometry();
        }

        @Override
        public Object value(int index) {
            return row.value(index);
        }

        @Override
        public Edition edition() {
            return null;
        }

        @Override
        public byte[] geoJson() {
            return row.geometry() == null ? NOWHERE : GeoJson.encode(row.geometry());
        }
    }
}
