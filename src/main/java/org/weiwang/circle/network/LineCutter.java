package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.locationtech.jts.geom.Coordinate;

/** Moves the ends of lines to their joints, and cuts lines at joints that they pass. */
final class LineCutter {
    private final Joints joints;
    private final Set<Joint> met = new HashSet<>();
    private int cuts;
    private int zeroLength;

    /**
     * Where a line passes a joint.
     *
     * @param along segments, with the share of the last one, from the line's start
     * @param first the first segment that lies there
     * @param last the last segment that lies there
     */
    private record Pass(Joint joint, double along, int first, int last) {}

    LineCutter(Joints joints) {
        this.joints = joints;
    }

    /**
     * @param joins which lines are joined with which joints that they pass
     */
    List<Line> cut(List<Line> lines, BiPredicate<Line, Joint> joins) {
        List<Line> parts = new ArrayList<>();
        for (Line line : lines) {
            cut(line, passes(line, joins), parts);
        }
        return parts;
    }

    /** Whether a line was cut at the joint. */
    boolean isMet(Joint joint) {
        return met.contains(joint);
    }

    /** How many cuts were made. */
    int cuts() {
        return cuts;
    }

    /** How many parts of lines had no length. */
    int zeroLength() {
        return zeroLength;
    }

    private List<Pass> passes(Line line, BiPredicate<Line, Joint> joins) {
        Map<Joint, List<Integer>> segments = new LinkedHashMap<>();
        for (int i = 0; i < line.points().size() - 1; i++) {
            for (Joint joint : joints.near(line.points().get(i), line.points().get(i + 1))) {
                if (joins.test(line, joint)) {
                    segments.computeIfAbsent(joint, j -> new ArrayList<>()).add(i);
                }
            }
        }
        List<Pass> passes = new ArrayList<>();
        segments.forEach((joint, near) -> addPasses(line, joint, near, passes));
        passes.sort(Comparator.comparingDouble(Pass::along));
        return passes;
    }

    /** One pass for each row of segments that hang together at the joint. */
    private void addPasses(Line line, Joint joint, List<Integer> near, List<Pass> passes) {
        int start = 0;
        for (int i = 1; i <= near.size(); i++) {
            boolean goesOn =
                    i < near.size()
                            && near.get(i) == near.get(i - 1) + 1
                            && joints.isAt(joint, line.points().get(near.get(i)));
            if (!goesOn) {
                int first = near.get(start);
                int last = near.get(i - 1);
                boolean beginsThere = joints.isAt(joint, line.points().get(first));
                boolean endsThere = joints.isAt(joint, line.points().get(last + 1));
                if (!beginsThere && !endsThere) {
                    passes.add(pass(line, joint, first, last));
                }
                start = i;
            }
        }
    }

    private Pass pass(Line line, Joint joint, int first, int last) {
        int middle = (first + last) / 2;
        Coordinate from = line.points().get(middle);
        Coordinate to = line.points().get(middle + 1);
        return new Pass(joint, middle + joints.share(joint, from, to), first, last);
    }

    private void cut(Line line, List<Pass> passes, List<Line> parts) {
        List<Coordinate> points = new ArrayList<>(line.points());
        points.set(0, joints.at(line.start()).place());
        points.set(points.size() - 1, joints.at(line.end()).place());
        BitSet left = new BitSet();
        for (Pass pass : passes) {
            left.set(pass.first + 1, pass.last + 1);
            met.add(pass.joint);
        }
        cuts += passes.size();
        List<Coordinate> part = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < points.size(); i++) {
            while (next < passes.size() && passes.get(next).along < i) {
                Coordinate place = passes.get(next++).joint.place();
                append(place, part);
                finish(part, line, parts);
                part = new ArrayList<>(List.of(place));
            }
            if (!left.get(i)) {
                append(points.get(i), part);
            }
        }
        finish(part, line, parts);
    }

    private static void append(Coordinate point, List<Coordinate> part) {
        if (part.isEmpty() || !part.get(part.size() - 1).equals2D(point)) {
            part.add(point);
        }
    }

    private void finish(List<Coordinate> part, Line line, List<Line> parts) {
        if (part.size() < 2) {
            zeroLength++;
        } else {
            parts.add(new Line(part, line.level(), line.isSteps()));
        }
    }
}
