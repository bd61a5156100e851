package org.weiwang.demo.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.demo.mesh.Site;
import org.weiwang.demo.source.District;
import org.weiwang.demo.source.Town;

/**
 * The county before any boundary is drawn: its towns' lattices and the sites of all cells.
 *
 * @param lattices one per town, in the towns' order
 * @param shares each town's share of the county's cells
 */
public record GroundPlan(List<StreetLattice> lattices, List<Site> sites, double[] shares) {
    private static final double RESIDENTIAL_WEIGHT = 1.15;

    /**
     * Where cells of a town's size would fill more than this share of the outline, no open country
     * is left.
     */
    private static final double ROOM_FOR_COUNTRY = 0.5;

    /**
     * @param outline the county in metres of the plane
     * @param seat where the first town lies, in metres of the plane
     * @param cells about how many cells there are within the outline; a county that is town all
     *     over has as many as fit
     */
    public static GroundPlan of(
            District district,
            Geometry outline,
            Coordinate seat,
            int cells,
            SplittableRandom random) {
        List<Town> towns = district.towns();
        double total = towns.stream().mapToDouble(GroundPlan::weight).sum();
        double[] shares = towns.stream().mapToDouble(town -> weight(town) / total).toArray();
        List<Coordinate> centres = Seats.place(outline, seat, shares, random);
        double townCells = cells * Axis.PITCH * Axis.PITCH / outline.getArea();
        if (townCells > ROOM_FOR_COUNTRY) {
            return builtUp(new BuiltUp(outline, centres, shares), shares, random);
        }
        List<StreetLattice> lattices = new ArrayList<>();
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            double urban = urbanCommunities(towns.get(i), i == 0) * RESIDENTIAL_WEIGHT / total;
            lattices.add(
                    StreetLattice.ofCells(
                            i, centres.get(i), (int) (cells * urban), random.split()));
            lattices.get(i).addSites(sites);
        }
        new Countryside(outline, lattices, cells - sites.size(), random.split())
                .addSites(sites, random.split());
        return new GroundPlan(lattices, sites, shares);
    }

    private static GroundPlan builtUp(BuiltUp ground, double[] shares, SplittableRandom random) {
        List<StreetLattice> lattices = ground.lattices(random);
        List<Site> sites = new ArrayList<>();
        for (int town = 0; town < shares.length; town++) {
            ground.addSites(lattices.get(town), town, sites);
        }
        return new GroundPlan(lattices, sites, shares);
    }

    private static double weight(Town town) {
        int residential = town.residentialCount();
        return residential * RESIDENTIAL_WEIGHT + town.communities().size() - residential;
    }

    /** How many of the town's communities are built up. */
    private static double urbanCommunities(Town town, boolean seat) {
        int residential = town.residentialCount();
        if (seat) {
            return 0.9 * residential;
        }
        return town.streetOffice() ? Math.max(1.5, 0.5 * residential) : 1 + 0.2 * residential;
    }
}
