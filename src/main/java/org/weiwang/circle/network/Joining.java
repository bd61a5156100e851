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
        Set<End> landing = new HashSet<>();
        for (List<End> cluster : ends.clusters()) {
            if (cluster.stream().noneMatch(met::contains)) {
                cluster.stream().filter(End::isOffGround).forEach(landing::add);
            }
        }
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
