package org.weiwang.edition.comparing;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weiwang.grid.District;
import org.weiwang.grid.Level;

/** What differs between two editions of a district. Immutable and thread-safe. */
public final class Comparison {
    private final Pair pair;
    private final District district;
    private final List<Changed> changed;
    private final long addresses;
    private final Moves moves;

    /**
     * @param district as the later edition names it
     * @param addresses how many are in force, whether or not they move
     */
    Comparison(Pair pair, District district, List<Changed> changed, long addresses, Moves moves) {
        this.pair = pair;
        this.district = district;
        this.changed = changed;
        this.addresses = addresses;
        this.moves = moves;
    }

    public Pair pair() {
        return pair;
    }

    /** Id of the earlier edition. */
    public String from() {
        return pair.from().edition().id();
    }

    /** Id of the later edition. */
    public String to() {
        return pair.to().edition().id();
    }

    public District district() {
        return district;
    }

    /** Towns first, then level by level from the top; each by code. */
    public List<Changed> changed() {
        return changed;
    }

    /** How many of a level underwent each change; all levels and changes, the towns first. */
    public Map<String, Map<Change, Long>> counts() {
        Map<String, Map<Change, Long>> counts = new LinkedHashMap<>();
        counts.put(Changed.TOWN, zeros());
        for (Level level : Level.values()) {
            counts.put(level.name(), zeros());
        }
        for (Changed one : changed) {
            Map<Change, Long> ofLevel = counts.get(one.levelName());
            one.changes().forEach(change -> ofLevel.merge(change, 1L, Long::sum));
        }
        return counts;
    }

    private static Map<Change, Long> zeros() {
        Map<Change, Long> zeros = new EnumMap<>(Change.class);
        for (Change change : Change.values()) {
            zeros.put(change, 0L);
        }
        return zeros;
    }

    /** Those of the addresses in force that have another responsible grid; the largest first. */
    public List<Flow> flows() {
        return moves.flows().stream().sorted(Flow.BY_SIZE).toList();
    }

    /** How many addresses are in force, whether or not they move. */
    public long addresses() {
        return addresses;
    }

    public long addressesMoved() {
        return moves.size();
    }

    public long householdsMoved() {
        return moves.flows().stream().mapToLong(Flow::households).sum();
    }

    Moves moves() {
        return moves;
    }
}
