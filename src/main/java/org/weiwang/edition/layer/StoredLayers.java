package org.weiwang.edition.layer;

import java.util.List;
import java.util.Optional;
import org.weiwang.feature.Row;
import org.weiwang.geo.Bbox;

/**
 * Reads layers from the store. Features are in the order of their data sets, or else of their
 * districts, and in each of their numbers or codes; so a feature has the same place in every set of
 * pages of one source. Their rows are of the layer's type; an address without a location has no
 * geometry.
 *
 * <p>A data set can be read for a quarter of an hour after another one has taken its place. All
 * methods throw {@link PagesGoneException} when something of the source is not there any more,
 * {@link NotPlacedException} where addresses outside are asked for and were never looked for, and
 * {@link org.weiwang.edition.StoreFailure} while the store can't be reached or takes longer than
 * some seconds. Thread-safe.
 */
public interface StoredLayers {
    /**
     * The features that follow.
     *
     * @param after id of the last feature of the page before; null for the first page
     * @throws IllegalArgumentException when it is no id of a feature of this layer
     */
    Page page(StoredLayer layer, LayerSource source, Selection selection, String after, int limit);

    /**
     * All features, for writing them to a file: read piece by piece while they are taken, so that
     * neither memory nor the store is held for long. What fails on the way is thrown to whoever
     * takes them.
     */
    Iterable<Row> all(StoredLayer layer, LayerSource source, Selection selection);

    /** The feature of this id. */
    Optional<Row> feature(StoredLayer layer, LayerSource source, String id);

    /** How many there are, on all pages. */
    long count(StoredLayer layer, LayerSource source, Selection selection);

    /** The box around all; empty where there are none. Found once for each data set, and kept. */
    Optional<Bbox> extent(StoredLayer layer, LayerSource source);

    /**
     * @param more whether another page follows
     */
    record Page(List<Row> rows, boolean more) {
        public Page {
            rows = List.copyOf(rows);
        }
    }
}
