package org.weiwang.circle.city;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.weiwang.circle.network.BuiltNetwork;

/**
 * All that the living circle of a city is computed from. Sites and places are numbered from 0 as
 * they were given. Thread-safe, and but for the walks it keeps immutable.
 */
public final class City {
    /** How far from the network, in metres, a place or an entrance lies at most by default. */
    public static final double FARTHEST = 200;

    private final DataVersions versions;
    private final IndexedRoads roads;
    private final List<Site> sites;
    private final Places homes;
    private final Places land;
    private final Map<Division.Level, Division> divisions = new EnumMap<>(Division.Level.class);
    private final double farthest;
    private final Map<String, Integer> siteNumbers = new HashMap<>();

    /** Of those who take steps, or of all where there are none. */
    private final OnDemand<Walk> withSteps;

    private final OnDemand<Walk> withoutSteps;

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
        this(
                versions,
                new IndexedRoads(roads),
                sites,
                homes,
                land,
                divisions,
                farthest,
                Optional.empty());
    }

    private City(
            DataVersions versions,
            IndexedRoads roads,
            List<Site> sites,
            Places homes,
            Places land,
            List<Division> divisions,
            double farthest,
            Optional<City> before) {
        this.versions = versions;
        this.roads = roads;
        this.sites = List.copyOf(sites);
        this.homes = homes;
        this.land = land;
        this.farthest = farthest;
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
        this.withSteps = walk(true, before.flatMap(city -> city.withSteps.ifMade()));
        this.withoutSteps = walk(false, before.flatMap(city -> city.withoutSteps.ifMade()));
    }

    /**
     * A city on the same roads, equal to one that is made anew. Shares the network with this one
     * and, in the walks that were asked for here, which are made at once, how places that lie at
     * the same points come onto it.
     *
     * @param versions of the same roads
     */
    public City onSameRoads(
            DataVersions versions,
            List<Site> sites,
            Places homes,
            Places land,
            List<Division> divisions) {
        return new City(
                versions, roads, sites, homes, land, divisions, farthest, Optional.of(this));
    }

    private OnDemand<Walk> walk(boolean takesSteps, Optional<Walk> before) {
        return before.map(walk -> OnDemand.of(walk.with(homes, land, sites)))
                .orElseGet(() -> new OnDemand<>(() -> newWalk(takesSteps)));
    }

    private Walk newWalk(boolean takesSteps) {
        return new Walk(roads.index(takesSteps), farthest, homes, land, sites);
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

    public DataVersions versions() {
        return versions;
    }

    public BuiltNetwork roads() {
        return roads.roads();
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
    public Walk walk(boolean takesSteps) {
        return (takesSteps || !roads.hasSteps() ? withSteps : withoutSteps).get();
    }

    /**
     * The memory of network, places and the walks made so far; sites and codes not counted. What
     * cities share is counted for each. Never waits.
     */
    public long bytes() {
        return roads.bytes()
                + homes.bytes()
                + land.bytes()
                + Stream.of(withSteps, withoutSteps)
                        .flatMap(walk -> walk.ifMade().stream())
                        .mapToLong(Walk::bytes)
                        .sum();
    }
}
