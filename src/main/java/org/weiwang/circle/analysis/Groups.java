package org.weiwang.circle.analysis;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.city.Places;
import org.weiwang.circle.city.Walk;
import org.weiwang.circle.network.Snaps;

/**
 * The homes and the land of groups, and what they come to: the denominators of all shares.
 * Immutable and thread-safe.
 */
final class Groups {
    private final int size;
    private final Places places;
    private final int[] groupOfHome;
    private final int[] groupOfLand;
    private final HomesBy homes;
    private final long[] households;
    private final long[] noNetwork;
    private final long[] area;

    private Groups(
            City city,
            Walk walk,
            int size,
            IntUnaryOperator groupOfHome,
            IntUnaryOperator groupOfLand) {
        this.size = size;
        this.places = city.homes();
        // Asked for again and again, for each category.
        this.groupOfHome = IntStream.range(0, places.size()).map(groupOfHome).toArray();
        this.groupOfLand = IntStream.range(0, city.land().size()).map(groupOfLand).toArray();
        this.homes = new HomesBy(places.size(), size, groupOfHome);
        this.households = new long[size];
        this.noNetwork = new long[size];
        this.area = new long[size];
        for (int home = 0; home < places.size(); home++) {
            int group = ofHome(home);
            if (group != Places.NONE) {
                households[group] += places.weight(home);
                noNetwork[group] += walk.homes().edge(home) == Snaps.NONE ? 1 : 0;
            }
        }
        for (int piece = 0; piece < city.land().size(); piece++) {
            int group = ofLand(piece);
            if (group != Places.NONE) {
                area[group] += city.land().weight(piece);
            }
        }
    }

    static Groups of(Division division, City city, Walk walk) {
        Division.Level level = division.level();
        return new Groups(
                city,
                walk,
                division.codes().size(),
                home -> city.homes().group(level, home),
                piece -> city.land().group(level, piece));
    }

    /** All homes in one group, those in no district too. */
    static Groups whole(City city, Walk walk) {
        return new Groups(city, walk, 1, home -> 0, piece -> 0);
    }

    int size() {
        return size;
    }

    /** The home's group, or {@link Places#NONE}. */
    int ofHome(int home) {
        return groupOfHome[home];
    }

    /** The group of a piece of land, or {@link Places#NONE}. */
    int ofLand(int piece) {
        return groupOfLand[piece];
    }

    long households(int group) {
        return households[group];
    }

    /** How many homes the group has. */
    int addresses(int group) {
        return homes.count(group);
    }

    /** The numbers of the group's homes. */
    IntStream homes(int group) {
        return homes.of(group);
    }

    long noNetwork(int group) {
        return noNetwork[group];
    }

    /** Square metres of residential land. */
    long area(int group) {
        return area[group];
    }

    /** What a home weighs in its group: its households or, where the group knows of none, one. */
    long weight(int home) {
        return households[ofHome(home)] > 0 ? places.weight(home) : 1;
    }

    /** What all homes of a group weigh together. */
    long weightOfAll(int group) {
        return households[group] > 0 ? households[group] : addresses(group);
    }
}
