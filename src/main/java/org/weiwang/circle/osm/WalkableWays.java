package org.weiwang.circle.osm;

import java.util.Map;
import java.util.Set;

/**
 * Which ways of OpenStreetMap are walked, by their tags:
 *
 * <ul>
 *   <li>Roads for all (from {@code primary} down to {@code track}), footways, paths, pedestrian
 *       streets, corridors and steps are.
 *   <li>{@code trunk}, {@code cycleway}, {@code bridleway} and roads with {@code motorroad=yes} are
 *       where {@code foot} says so or there is a sidewalk. Motorways and what is not built yet are
 *       not.
 *   <li>{@code foot=no}, {@code private} or {@code use_sidepath} forbids; without a {@code foot},
 *       so does {@code access=no} or {@code private}.
 * </ul>
 *
 * All are walked in both directions. An area (a square with {@code area=yes}) is walked along its
 * outline. Steps with a ramp for wheelchairs do not count as steps.
 */
final class WalkableWays {
    private static final Set<String> FOR_ALL =
            Set.of(
                    "primary",
                    "primary_link",
                    "secondary",
                    "secondary_link",
                    "tertiary",
                    "tertiary_link",
                    "unclassified",
                    "residential",
                    "living_street",
                    "service",
                    "road",
                    "track",
                    "pedestrian",
                    "footway",
                    "path",
                    "corridor",
                    "steps");

    private static final Set<String> WHERE_SAID =
            Set.of("trunk", "trunk_link", "cycleway", "bridleway");

    private static final Set<String> FORBIDDEN = Set.of("no", "private", "use_sidepath");

    private static final Set<String> SIDES = Set.of("both", "left", "right", "yes");

    private WalkableWays() {}

    static boolean isWalkable(Map<String, String> tags) {
        String highway = tags.getOrDefault("highway", "");
        String foot = tags.get("foot");
        if (foot != null && FORBIDDEN.contains(foot)) {
            return false;
        }
        if (foot == null && FORBIDDEN.contains(tags.getOrDefault("access", ""))) {
            return false;
        }
        if (FOR_ALL.contains(highway) && !"yes".equals(tags.get("motorroad"))) {
            return true;
        }
        return (FOR_ALL.contains(highway) || WHERE_SAID.contains(highway))
                && (foot != null || hasSidewalk(tags));
    }

    private static boolean hasSidewalk(Map<String, String> tags) {
        return SIDES.contains(tags.getOrDefault("sidewalk", ""))
                || "yes".equals(tags.get("sidewalk:both"))
                || "yes".equals(tags.get("sidewalk:left"))
                || "yes".equals(tags.get("sidewalk:right"));
    }

    /** Whether a way is on a bridge or in a tunnel, as its layer tells. */
    static boolean isAloft(Map<String, String> tags) {
        return !"0".equals(tags.getOrDefault("layer", "0"));
    }

    /** Whether a walkable way is a flight of steps. */
    static boolean isSteps(Map<String, String> tags) {
        return "steps".equals(tags.get("highway"))
                && !"yes".equals(tags.get("ramp:wheelchair"))
                && !"yes".equals(tags.get("wheelchair"));
    }
}
