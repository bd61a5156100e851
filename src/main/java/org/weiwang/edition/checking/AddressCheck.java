package org.weiwang.edition.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Responsibility;
import org.weiwang.grid.check.Finding;
import org.weiwang.grid.check.FindingKind;

/**
 * Finds the addresses that no grid would cover, and those that would go to another than the one in
 * force. Used by one thread.
 */
final class AddressCheck {
    /** How many addresses outside are told one by one; of the others there is one finding. */
    static final int LISTED = 10_000;

    /** Between two grids, by their codes. */
    private record Way(String from, String to) {
        static final Comparator<Way> ORDER = Comparator.comparing(Way::from).thenComparing(Way::to);
    }

    /** The addresses that go one way. */
    private static final class Flow {
        private final LonLat first;
        private final Level level;
        private long addresses;

        Flow(LonLat first, Level level) {
            this.first = first;
            this.level = level;
        }
    }

    private final Responsibility after;

    /** Null where nothing is in force. */
    private final Responsibility before;

    private final List<LonLat> outside = new ArrayList<>();
    private final Map<Way, Flow> flows = new TreeMap<>(Way.ORDER);
    private long furtherOutside;

    /**
     * @param grids each of a code of its own
     * @param inForce none where nothing is
     */
    AddressCheck(List<Grid> grids, List<Grid> inForce) {
        this.before = inForce.isEmpty() ? null : new Responsibility(inForce);
        this.after = new Responsibility(grids, before);
    }

    void add(LonLat point) {
        Grid to = after.at(point);
        Grid from = before == null ? null : before.at(point);
        if (to == null) {
            if (outside.size() < LISTED) {
                outside.add(point);
            } else {
                furtherOutside++;
            }
        } else if (from != null && !Objects.equals(from.code(), to.code())) {
            flows.computeIfAbsent(
                            new Way(from.code(), to.code()), way -> new Flow(point, to.level()))
                    .addresses++;
        }
    }

    List<Finding> findings() {
        Stream<Finding> single =
                outside.stream().map(point -> finding(FindingKind.ADDRESS_OUTSIDE, point, 1));
        Stream<Finding> further =
                furtherOutside == 0
                        ? Stream.empty()
                        : Stream.of(finding(FindingKind.ADDRESS_OUTSIDE, null, furtherOutside));
        Stream<Finding> moving =
                flows.entrySet().stream().map(flow -> finding(flow.getKey(), flow.getValue()));
        return Stream.of(single, further, moving).flatMap(each -> each).toList();
    }

    private static Finding finding(FindingKind kind, LonLat point, long count) {
        return new Finding(kind, null, List.of(), point, null, null, null, count, null);
    }

    private static Finding finding(Way way, Flow flow) {
        return new Finding(
                FindingKind.ADDRESSES_MOVE,
                flow.level,
                List.of(way.from(), way.to()),
                flow.first,
                null,
                null,
                null,
                flow.addresses,
                null);
    }
}
