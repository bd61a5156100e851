package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * Cuts lines of one level wherever they meet, so many at a time together with those near them: a
 * line is cut by what comes near it alone, so that this is as if all were cut at once, which takes
 * many times the memory of the lines.
 */
final class Noding {
    /** In steps: how far a line is moved at most where it is cut, and some more. */
    private static final int MOVED = 3;

    private final List<Line> lines;
    private final IntFunction<List<Line>> parts;
    private final Envelope[] boxes;

    /**
     * @param parts that a line, by its number, has been cut into before; none is farther from the
     *     line than a step
     */
    Noding(List<Line> lines, IntFunction<List<Line>> parts) {
        this.lines = lines;
        this.parts = parts;
        this.boxes = lines.stream().map(Noding::box).toArray(Envelope[]::new);
    }

    private static Envelope box(Line line) {
        Envelope box = new Envelope();
        line.points().forEach(box::expandToInclude);
        return box;
    }

    /**
     * Gives out each part of a line between two places where it is cut, with the line that it is a
     * part of.
     *
     * @param most how many lines are cut at a time, beside those near them
     */
    void cut(int most, BiConsumer<Line, Coordinate[]> taker) {
        long[] order = EdgeSorter.alongCurve(middles());
        for (int first = 0; first < order.length; first += most) {
            BitSet own = new BitSet();
            for (int i = first; i < Math.min(first + most, order.length); i++) {
                own.set((int) order[i]);
            }
            cut(own, taker);
        }
    }

    private int[] middles() {
        int[] middles = new int[2 * boxes.length];
        for (int i = 0; i < boxes.length; i++) {
            middles[2 * i] = (int) boxes[i].centre().x;
            middles[2 * i + 1] = (int) boxes[i].centre().y;
        }
        return middles;
    }

    private void cut(BitSet own, BiConsumer<Line, Coordinate[]> taker) {
        List<SegmentString> strings = new ArrayList<>();
        withThoseNear(own).stream()
                .forEach(
                        i -> {
                            for (Line part : parts.apply(i)) {
                                Line owner = own.get(i) ? part : null;
                                strings.add(new NodedSegmentString(part.toArray(), owner));
                            }
                        });
        SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
        noder.computeNodes(strings);
        for (Object cut : noder.getNodedSubstrings()) {
            SegmentString part = (SegmentString) cut;
            if (part.getData() != null) {
                taker.accept((Line) part.getData(), part.getCoordinates());
            }
        }
    }

    private BitSet withThoseNear(BitSet own) {
        HPRtree segments = new HPRtree();
        Envelope all = new Envelope();
        own.stream()
                .forEach(
                        i -> {
                            List<Coordinate> points = lines.get(i).points();
                            for (int p = 1; p < points.size(); p++) {
                                Envelope segment = new Envelope(points.get(p - 1), points.get(p));
                                segment.expandBy(MOVED);
                                segments.insert(segment, i);
                                all.expandToInclude(segment);
                            }
                        });
        BitSet near = (BitSet) own.clone();
        for (int i = 0; i < boxes.length; i++) {
            if (!own.get(i) && all.intersects(boxes[i]) && !segments.query(boxes[i]).isEmpty()) {
                near.set(i);
            }
        }
        return near;
    }
}
