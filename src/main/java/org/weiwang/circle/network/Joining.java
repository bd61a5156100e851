package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.weiwang.circle.network.End.Bridge;

/** What of some lines is joined with what, by the rules of {@link NetworkBuilder}. */
final class Joining {
    private final List<Line> lines;
    private final Ends ends;
    private final List<List<Foot>> feet = new ArrayList<>();
    private final Nodes nodes = new Nodes();

    /** An end that a line of a level passes. */
    private record Passed(End end, long level) {}

    Joining(List<Line> lines, double tolerance) {
        this.lines = lines;
        this.ends = new Ends(lines, tolerance);
        Set<Passed> passed = new HashSet<>();
        for (Line line : lines) {
            boolean isOffGround = line.level() != 0 && !line.isNoded();
            feet.add(isOffGround ? feetOnItsLevel(line, end -> false) : List.of());
            feet.get(feet.size() - 1).forEach(f -> passed.add(new Passed(f.end(), line.level())));
        }
        Set<End> landing = landing(passed);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).level() == 0) {
                feet.set(i, feetOnItsLevel(lines.get(i), landing::contains));
            }
        }
        ends.clusters().forEach(nodes::join);
        for (int i = 0; i < lines.size(); i++) {
            for (Foot foot : feet.get(i)) {
                nodes.join(foot, lines.get(i).level());
            }
        }
        ends.clusters().forEach(cluster -> cluster.forEach(nodes::settle));
    }

    /** Where bridges and tunnels land. What is on the ground has no say in it. */
    private Set<End> landing(Set<Passed> passed) {
        Set<End> landing = new HashSet<>();
        for (List<End> cluster : ends.clusters()) {
            for (End end : cluster) {
                for (Bridge bridge : end.bridges()) {
                    if (bridge.level() != Line.NODED
                            && !passed.contains(new Passed(end, bridge.level()))
                            && !ends.goesOn(end, bridge)) {
                        landing.add(end);
                    }
                }
            }
        }
        return landing;
    }

    private List<Foot> feetOnItsLevel(Line line, Predicate<End> others) {
        return new Passing(line, ends)
                .feet(end -> end.levels().contains(line.level()) || others.test(end));
    }

    /** Where the line passes ends with which it is joined. */
    List<Foot> feet(int line) {
        return feet.get(line);
    }

    Nodes nodes() {
        return nodes;
    }

    /** How many ends of lines are not where their node is, and at how many places lines are cut. */
    int count() {
        long count = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            count += nodes.isMoved(line.start(), line.level()) ? 1 : 0;
            count += nodes.isMoved(line.end(), line.level()) ? 1 : 0;
            count += feet.get(i).stream().map(Foot::place).distinct().count();
        }
        return (int) count;
    }
}
