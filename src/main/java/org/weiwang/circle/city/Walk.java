package org.weiwang.circle.city;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.geo.LonLat;

/**
 * Where a city's places and entrances come onto its network, for those who take steps or for those
 * who don't. Immutable and thread-safe.
 */
public final class Walk {
    private final EdgeIndex index;
    private final double farthest;
    private final Snapped homes;
    private final Snapped land;
    private final Snaps entrances;
    private final int[] siteOfEntrance;

    /** Where each site's entrances begin, and where the last one's end. */
    private final int[] firstEntrance;

    /** Places, and where they come onto the network. */
    private record Snapped(Places places, Snaps snaps) {
        /** Others; where they lie at the same points, nothing is searched. */
        Snapped with(Places others, EdgeIndex index, double farthest) {
            return others.areWhere(places)
                    ? new Snapped(others, snaps)
                    : of(others, index, farthest);
        }

        static Snapped of(Places places, EdgeIndex index, double farthest) {
            return new Snapped(places, index.snap(places.positions(), farthest));
        }
    }

    Walk(EdgeIndex index, double farthest, Places homes, Places land, List<Site> sites) {
        this(
                index,
                farthest,
                Snapped.of(homes, index, farthest),
                Snapped.of(land, index, farthest),
                sites);
    }

    private Walk(EdgeIndex index, double farthest, Snapped homes, Snapped land, List<Site> sites) {
        this.index = index;
        this.farthest = farthest;
        this.homes = homes;
        this.land = land;
        this.firstEntrance = new int[sites.size() + 1];
        List<LonLat> points = new ArrayList<>();
        IntStream.Builder owners = IntStream.builder();
        for (int site = 0; site < sites.size(); site++) {
            for (LonLat entrance : sites.get(site).entrances()) {
                points.add(entrance);
                owners.add(site);
            }
            firstEntrance[site + 1] = points.size();
        }
        this.entrances = snap(points);
        this.siteOfEntrance = owners.build().toArray();
    }

    /** Other places and sites on the same edges, within the same distance. */
    Walk with(Places homes, Places land, List<Site> sites) {
        return new Walk(
                index,
                farthest,
                this.homes.with(homes, index, farthest),
                this.land.with(land, index, farthest),
                sites);
    }

    /** Of the edges that places and entrances come onto. */
    public EdgeIndex index() {
        return index;
    }

    /** How far from such an edge they lie at most, in metres. */
    public double farthest() {
        return farthest;
    }

    /** Any points, as the city's own come onto the network. */
    public Snaps snap(List<LonLat> points) {
        return index.snap(points, farthest);
    }

    public Snaps homes() {
        return homes.snaps();
    }

    public Snaps land() {
        return land.snaps();
    }

    /** The entrances of all sites, in the order of sites. */
    public Snaps entrances() {
        return entrances;
    }

    /** The number of the site that an entrance leads to. */
    public int siteOfEntrance(int entrance) {
        return siteOfEntrance[entrance];
    }

    /** The numbers of a site's entrances. */
    public IntStream entrancesOf(int site) {
        return IntStream.range(firstEntrance[site], firstEntrance[site + 1]);
    }

    /**
     * Some of the city's sites to walk to, each numbered as in the city.
     *
     * @param costs on the city's network
     */
    public Destinations destinations(WalkCosts costs, int... sites) {
        int[] chosen = IntStream.of(sites).flatMap(this::entrancesOf).toArray();
        return new Destinations(
                costs,
                entrances.select(chosen),
                IntStream.of(chosen).map(this::siteOfEntrance).toArray());
    }

    /** The memory that it takes beside the index and the places. */
    long bytes() {
        return homes().bytes()
                + land().bytes()
                + entrances.bytes()
                + 4L * (siteOfEntrance.length + firstEntrance.length);
    }
}
