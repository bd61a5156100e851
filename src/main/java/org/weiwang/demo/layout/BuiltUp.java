package org.weiwang.demo.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.weiwang.demo.mesh.Site;

/**
 * A county without open country: the lattice of one town goes on until that of the next begins. The
 * ground is shared out like a power diagram of the towns' centres, so that a larger town reaches
 * farther.
 */
final class BuiltUp {
    /** Beyond the outline by so many metres the ground gets sites too, so that its cells close. */
    private static final double MARGIN = 120;

    /** No site lies nearer than this to another town's ground, in metres: half a cell. */
    private static final double SEAM = Axis.PITCH / 2;

    private static final double SAMPLE = 100;

    private final List<Coordinate> centres;
    private final double[] powers;
    private final Envelope box;
    private final IndexedPointInAreaLocator ground;

    /**
     * @param outline the county in metres of the plane
     * @param shares each town's share of the county's ground
     */
    BuiltUp(Geometry outline, List<Coordinate> centres, double[] shares) {
        Geometry widened = outline.buffer(MARGIN);
        this.centres = centres;
        this.powers = new double[shares.length];
        this.box = widened.getEnvelopeInternal();
        this.ground = new IndexedPointInAreaLocator(widened);
        for (int town = 0; town < shares.length; town++) {
            powers[town] = shares[town] * outline.getArea() / Math.PI;
        }
    }

    List<StreetLattice> lattices(SplittableRandom random) {
        double[] reach = reach();
        List<StreetLattice> lattices = new ArrayList<>();
        for (int town = 0; town < reach.length; town++) {
            lattices.add(
                    StreetLattice.reaching(town, centres.get(town), reach[town], random.split()));
        }
        return lattices;
    }

    /** How far each town's ground stretches from its centre, in metres. */
    private double[] reach() {
        double[] reach = new double[powers.length];
        for (double x = box.getMinX(); x < box.getMaxX(); x += SAMPLE) {
            for (double y = box.getMinY(); y < box.getMaxY(); y += SAMPLE) {
                Coordinate place = new Coordinate(x, y);
                if (isGround(place)) {
                    for (int town = 0; town < reach.length; town++) {
                        if (isOf(town, place, 0)) {
                            double away = centres.get(town).distance(place) + SAMPLE;
                            reach[town] = Math.max(reach[town], away);
                        }
                    }
                }
            }
        }
        return reach;
    }

    /** Keeps those of a lattice's sites that lie on its own town's ground. */
    void addSites(StreetLattice lattice, int town, List<Site> sites) {
        List<Site> all = new ArrayList<>();
        lattice.addSites(all);
        for (Site site : all) {
            Coordinate place = new Coordinate(site.x(), site.y());
            if (isOf(town, place, SEAM) && isGround(place)) {
                sites.add(site);
            }
        }
    }

    private boolean isGround(Coordinate place) {
        return ground.locate(place) != Location.EXTERIOR;
    }

    /** Whether the place lies on the town's ground, so many metres from that of any other. */
    private boolean isOf(int town, Coordinate place, double margin) {
        Coordinate own = centres.get(town);
        for (int other = 0; other < powers.length; other++) {
            if (other != town) {
                Coordinate centre = centres.get(other);
                double lead = power(other, place) - power(town, place);
                if (lead < 2 * margin * own.distance(centre)) {
                    return false;
                }
            }
        }
        return true;
    }

    private double power(int town, Coordinate place) {
        double distance = centres.get(town).distance(place);
        return distance * distance - powers[town];
    }
}
