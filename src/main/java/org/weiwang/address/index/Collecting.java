package org.weiwang.address.index;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Takes documents in their order until it has enough. For one search by one thread. */
abstract class Collecting extends SimpleCollector {
    /** Of the leaf's first document. */
    protected int base;

    private final int most;
    private int taken;

    /**
     * @param most how many it takes
     */
    protected Collecting(int most) {
        this.most = most;
    }

    /** Takes what the query finds. */
    final void search(IndexSearcher searcher, Query query) throws IOException {
        searcher.search(
                query,
                new CollectorManager<Collecting, Void>() {
                    @Override
                    public Collecting newCollector() {
                        return Collecting.this;
                    }

                    @Override
                    public Void reduce(Collection<Collecting> collectors) {
                        return null;
                    }
                });
    }

    /** How many there were, up to those it takes. */
    final int taken() {
        return taken;
    }

    protected abstract void take(int document) throws IOException;

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        if (taken == most) {
            throw new CollectionTerminatedException();
        }
        base = context.docBase;
    }

    @Override
    public final void collect(int document) throws IOException {
        if (taken == most) {
            throw new CollectionTerminatedException();
        }
        taken++;
        take(document);
    }

    @Override
    public final ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
