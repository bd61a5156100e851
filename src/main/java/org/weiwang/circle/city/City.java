package org.weiwang.circle.city;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.weiwang.circle.network.BuiltNetwork;
import org.weiwang.circle.network.WalkNetwork;

/**
 * All that the living circle of a city is computed from. Sites and places are numbered from 0 as
 * they were given. Thread-safe, and but for the walks it keeps immutable.
 */
public final class City {
    /** How far from the network, in metres, a place or an entrance lies at most by default. */
    public static final double FARTHEST = 200;

    private final DataVersions versions;
    private final BuiltNetwork roads;
    private final List<Site> sites;
    private final Places homes;
    private final Places land;
    private final Map<Division.Level, Division> divisions = new EnumMap<>(Division.Level.class);
    private final double farthest;
    private final boolean hasSteps;
    private final Map<String, Integer> siteNumbers = new HashMap<>();

    /** Of those who take steps and those who don't; null until somebody asks. */
    private Walk withSteps;

    private Walk withoutSteps;

    /**
     * @param homes addresses, weighing households
     * @param land pieces of residential land, weighing square metres, each at a point inside it
     * @param divisions one of each level
     * @param farthest how far from the network a place or an entrance may lie, in metres; one
     *     farther off is not on it
     * @throws IllegalArgumentException when a level has no division or two, or a place lies in a
     *     group that its division lacks
     */
    public City(
            DataVersions versions,
            BuiltNetwork roads,
            List<Site> sites,
            Places homes,
            Places land,
            List<Division> divisions,
            double farthest) {
        this.versions = versions;
        this.roads = roads;
        this.sites = List.copyOf(sites);
        this.homes = homes;
        this.land = land;
        this.farthest = farthest;
        this.hasSteps = hasSteps(roads.network());
        for (int site = 0; site < this.sites.size(); site++) {
            siteNumbers.put(this.sites.get(site).id(), site);
        }
        for (Division division : divisions) {
            if (this.divisions.put(division.level(), division) != null) {
                throw new IllegalArgumentException("two divisions of level " + division.level());
            }
        }
        for (Division.Level level : Division.Level.values()) {
            if (!this.divisions.containsKey(level)) {
                throw new IllegalArgumentException("no division of level " + level);
            }
            requireGroups("home", homes, level);
            requireGroups("piece of land", land, level);
        }
    }

    private void requireGroups(String what, Places places, Division.Level level) {
        int groups = divisions.get(level).codes().size();
        for (int place = 0; place < places.size(); place++) {
            int group = places.group(level, place);
            if (group >= groups) {
                throw new IllegalArgumentException(
                        "%s %d lies in group %d of level %s, which has %d"
                                .formatted(what, place, group, level, groups));
            }
        }
    }

    private static boolean hasSteps(WalkNetwork network) {
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            if (network.isSteps(edge)) {
                return true;
            }
        }
        return false;
    }

    public DataVersions versions() {
        return versions;
    }

    public BuiltNetwork roads() {
        return roads;
    }

    public List<Site> sites() {
        return sites;
    }

    /** The number of the site with this id, empty where there is none. */
    public OptionalInt site(String id) {
        Integer number = siteNumbers.get(id);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The numbers of the sites whose category is one of these, ascending. */
    public int[] sitesIn(Set<String> categories) {
        return IntStream.range(0, sites.size())
                .filter(site -> categories.contains(sites.get(site).category()))
                .toArray();
    }

    public Places homes() {
        return homes;
    }

    public Places land() {
        return land;
    }

    /** Of all levels, from the smallest groups to the largest. */
    public Map<Division.Level, Division> divisions() {
        return Collections.unmodifiableMap(divisions);
    }

    /**
     * Made when it is first asked for, while others who ask wait, and kept. Where the network has
     * no steps it is the same for both.
     */
    public synchronized Walk walk(boolean takesSteps) {
        if (takesSteps || !hasSteps) {
            if (withSteps == null) {
                withSteps = newWalk(true);
            }
            return withSteps;
        }
        if (withoutSteps == null) {
            withoutSteps = newWalk(false);
        }
        return withoutSteps;
    }

    private Walk newWalk(boolean takesSteps) {
        return new Walk(roads.network(), takesSteps, farthest, homes, land, sites);
    }

    /** The memory of network, places and the walks made so far; sites and codes not counted. */
    public synchronized long bytes() {
        return roads.network().bytes()
                + homes.bytes()
                + land.bytes()
                + (withSteps == null ? 0 : withSteps.bytes())
                + (withoutSteps == null ? 0 : withoutSteps.bytes());
    }
}
