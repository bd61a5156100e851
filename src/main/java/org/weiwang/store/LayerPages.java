package org.weiwang.store;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.weiwang.edition.layer.StoredLayers;
import org.weiwang.feature.Row;

/** The features of a set of pages, of which the next is read when the one before is used up. */
final class LayerPages implements Iterator<Row> {
    private final Function<String, StoredLayers.Page> reading;
    private StoredLayers.Page page;
    private int next;

    /**
     * @param first already read
     * @param reading of the page after the feature of this id
     */
    LayerPages(StoredLayers.Page first, Function<String, StoredLayers.Page> reading) {
        this.page = first;
        this.reading = reading;
    }

    @Override
    public boolean hasNext() {
        return next < page.rows().size() || page.more();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (next == page.rows().size()) {
            page = reading.apply(page.rows().get(next - 1).id());
            next = 0;
        }
        return page.rows().get(next++);
    }
}
