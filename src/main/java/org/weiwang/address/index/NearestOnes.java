package org.weiwang.address.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Nearness;

/** The nearest to a point. */
final class NearestOnes extends Collecting {
    private static final Comparator<Near> NEAREST_FIRST =
            Comparator.comparingDouble(Near::distance).thenComparingInt(Near::document);

    private record Near(int document, double distance) {}

    private final Nearness nearness;
    private final int limit;
    private final PriorityQueue<Near> nearest = new PriorityQueue<>(NEAREST_FIRST.reversed());
    private NumericDocValues lons;
    private NumericDocValues lats;

    /**
     * @param limit how many to keep, at least 1
     * @param most how many to look at
     */
    NearestOnes(LonLat point, int limit, int most) {
        super(most);
        this.limit = limit;
        nearness = new Nearness(point);
    }

    /** The nearest first. */
    int[] documents() {
        return nearest.stream().sorted(NEAREST_FIRST).mapToInt(Near::document).toArray();
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        super.doSetNextReader(context);
        lons = DocValues.getNumeric(context.reader(), BookDocuments.LON);
        lats = DocValues.getNumeric(context.reader(), BookDocuments.LAT);
    }

    @Override
    protected void take(int document) throws IOException {
        double distance = nearness.of(Degrees.point(lons, lats, document));
        if (nearest.size() == limit) {
            if (distance >= nearest.peek().distance()) {
                return;
            }
            nearest.remove();
        }
        nearest.add(new Near(base + document, distance));
    }
}
