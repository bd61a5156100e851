package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What of some lines is joined with what, by the rules of {@link NetworkBuilder}. */
final class Joining {
    private final List<Line> lines;
    private final Ends ends;
    private final List<List<Foot>> feet = new ArrayList<>();
    private final Nodes nodes = new Nodes();

    Joining(List<Line> lines, double tolerance) {
        this.lines = lines;
        this.ends = new Ends(lines, tolerance);
        Set<End> met = new HashSet<>();
        for (Line line : lines) {
            feet.add(feetOnItsLevel(line));
            if (line.level() != 0) {
                feet.get(feet.size() - 1).forEach(foot -> met.add(foot.end()));
            }
        }
        Set<End> landing = landing(met, tolerance);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).level() == 0) {
                feet.get(i).addAll(new Passing(lines.get(i), ends).feet(landing::contains));
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

    /**
     * The ends of bridges and tunnels that land. What ends on the ground beside them has no say in
     * it: a street more could otherwise take a landing away.
     *
     * @param met ends that a line of their level off the ground passes
     */
    private Set<End> landing(Set<End> met, double tolerance) {
        List<Line> offGround =
                lines.stream().filter(line -> line.level() != 0 && !line.isNoded()).toList();
        Set<End> landing = new HashSet<>();
        for (List<End> cluster : new Ends(offGround, tolerance).clusters()) {
            List<End> same = cluster.stream().map(end -> ends.at(end.place())).toList();
            if (same.stream().noneMatch(met::contains)) {
                landing.addAll(same);
            }
        }
        return landing;
    }

    private List<Foot> feetOnItsLevel(Line line) {
        return line.isNoded()
                ? new ArrayList<>()
                : new Passing(line, ends).feet(end -> end.levels().contains(line.level()));
    }

    /** Where the line passes ends with which it is joined. */
    List<Foot> feet(int line) {
        return feet.get(line);
    }

    Nodes nodes() {
        return nodes;
    }

    /** How many ends of lines are not where their node is, and how many feet there are. */
    int count() {
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            count += nodes.isMoved(line.start(), line.level()) ? 1 : 0;
            count += nodes.isMoved(line.end(), line.level()) ? 1 : 0;
            count += feet.get(i).size();
        }
        return count;
    }
}
