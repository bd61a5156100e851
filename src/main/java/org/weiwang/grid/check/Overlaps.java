package org.weiwang.grid.check;

import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.weiwang.geo.Overlay;

/** The pairs of grids of one level that cover the same ground, and this ground. */
record Overlaps(Set<Pair> pairs, List<Finding> findings) {
    static final Overlaps NONE = new Overlaps(Set.of(), List.of());

    private static final Comparator<Ground> ORDER =
            Comparator.comparing(Ground::code).thenComparing(Ground::row);

    /** Two grids, the one with the smaller code first. */
    record Pair(Ground one, Ground other) {
        static Pair of(Ground one, Ground other) {
            return ORDER.compare(one, other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    private record Overlap(Pair pair, List<Piece> pieces) {
        static Overlap of(Pair pair) {
            return new Overlap(
                    pair, Piece.each(Overlay.intersection(pair.one.shape(), pair.other.shape())));
        }

        Stream<Finding> findings() {
            Subject subject =
                    new Subject(pair.one.level(), List.of(pair.one.code(), pair.other.code()));
            return pieces.stream()
                    .map(
                            piece ->
                                    subject.ground(
                                            FindingKind.OVERLAP,
                                            FindingKind.OVERLAP_SLIVER,
                                            piece,
                                            null));
        }
    }

    /**
     * @param grounds of one level
     * @param places of the same
     * @param mayOverlap false for two of which it is certain that they don't
     */
    static Overlaps of(
            List<Ground> grounds, Places places, BiPredicate<Ground, Ground> mayOverlap) {
        List<Overlap> overlaps =
                grounds.parallelStream()
                        .flatMap(
                                ground ->
                                        places.near(ground.box()).stream()
                                                .filter(other -> other.row() > ground.row())
                                                .filter(other -> mayOverlap.test(ground, other))
                                                .map(other -> Pair.of(ground, other)))
                        .map(Overlap::of)
                        .filter(overlap -> !overlap.pieces.isEmpty())
                        .toList();
        return new Overlaps(
                overlaps.stream().map(Overlap::pair).collect(toSet()),
                overlaps.stream().flatMap(Overlap::findings).toList());
    }

    boolean areOf(Ground one, Ground other) {
        return pairs.contains(Pair.of(one, other));
    }
}
