package org.weiwang.demo.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Places the towns' centres: each as far from the others and from the outline as its size asks. */
final class Seats {
    private static final int CANDIDATES = 600;

    private Seats() {}

    /**
     * @param first where the first town lies, metres
     * @param shares each town's share of the county's ground
     */
    static List<Coordinate> place(
            Geometry outline, Coordinate first, double[] shares, SplittableRandom random) {
        List<Coordinate> candidates = candidates(outline, random);
        double[] toOutline = new double[candidates.size()];
        IndexedFacetDistance edge = new IndexedFacetDistance(outline.getBoundary());
        for (int i = 0; i < toOutline.length; i++) {
            toOutline[i] = edge.distance(outline.getFactory().createPoint(candidates.get(i)));
        }
        double[] radii = new double[shares.length];
        for (int i = 0; i < radii.length; i++) {
            radii[i] = Math.sqrt(shares[i] * outline.getArea() / Math.PI);
        }
        List<Coordinate> places = new ArrayList<>(List.of(first));
        for (int town = 1; town < shares.length; town++) {
            double best = -1;
            Coordinate chosen = null;
            for (int i = 0; i < toOutline.length; i++) {
                double score = toOutline[i] / radii[town] * 2;
                for (int other = 0; other < town; other++) {
                    double distance = candidates.get(i).distance(places.get(other));
                    score = Math.min(score, distance / (radii[town] + radii[other]));
                }
                if (score > best) {
                    best = score;
                    chosen = candidates.get(i);
                }
            }
            places.add(chosen);
        }
        return places;
    }

    private static List<Coordinate> candidates(Geometry outline, SplittableRandom random) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(outline);
        Envelope box = outline.getEnvelopeInternal();
        List<Coordinate> candidates = new ArrayList<>();
        while (candidates.size() < CANDIDATES) {
            Coordinate place =
                    new Coordinate(
                            box.getMinX() + random.nextDouble() * box.getWidth(),
                            box.getMinY() + random.nextDouble() * box.getHeight());
            if (locator.locate(place) == Location.INTERIOR) {
                candidates.add(place);
            }
        }
        return candidates;
    }
}
