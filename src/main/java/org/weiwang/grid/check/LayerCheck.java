package org.weiwang.grid.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.grid.Grid;

/** Finds what is wrong with the polygons of a layer that should cover some ground. Thread-safe. */
public final class LayerCheck {
    private LayerCheck() {}

    /**
     * Done on the common pool.
     *
     * @param labels what findings name the polygons by, in the place of grids' codes
     * @param polygons longitude and latitude in degrees, one for each label, be they valid or not;
     *     null for an empty one
     * @return what {@link FindingKind} has of empty and invalid geometries, separate parts, gaps
     *     and overlaps, of no level, in the order of {@link CoverageCheck#check}
     * @throws IllegalArgumentException when there are not as many labels as polygons
     */
    public static List<Finding> check(List<String> labels, List<MultiPolygon> polygons) {
        if (labels.size() != polygons.size()) {
            throw new IllegalArgumentException(
                    labels.size() + " labels for " + polygons.size() + " polygons");
        }
        List<Grid> grids =
                IntStream.range(0, labels.size())
                        .mapToObj(i -> polygon(labels.get(i), polygons.get(i)))
                        .toList();
        Soundness soundness = Soundness.of(grids);
        List<Ground> grounds = soundness.grounds();
        Places places = new Places(grounds);
        Coverage coverage = Coverage.of(grounds);
        List<Finding> findings = new ArrayList<>(soundness.findings());
        findings.addAll(new Gaps(null, places).between(coverage));
        if (!coverage.areNeighbours()) {
            findings.addAll(Overlaps.of(grounds, places, (one, other) -> true).findings());
        }
        findings.sort(Order.OF_FINDINGS);
        return List.copyOf(findings);
    }

    private static Grid polygon(String label, MultiPolygon polygon) {
        return new Grid(label, null, null, null, null, null, polygon);
    }
}
