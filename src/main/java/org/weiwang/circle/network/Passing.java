package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;

/** A line, and the ends that it passes. */
final class Passing {
    private final Line line;
    private final Ends ends;

    Passing(Line line, Ends ends) {
        this.line = line;
        this.ends = ends;
    }

    /**
     * Where the line passes an end within the tolerance, once for each time that it comes by; not
     * where that is at an end of its own that lies together with it.
     */
    List<Foot> feet(Predicate<End> wanted) {
        Map<End, List<Integer>> segments = new LinkedHashMap<>();
        for (int i = 0; i < line.points().size() - 1; i++) {
            for (End end : ends.near(point(i), point(i + 1))) {
                if (wanted.test(end)) {
                    segments.computeIfAbsent(end, e -> new ArrayList<>()).add(i);
                }
            }
        }
        List<Foot> feet = new ArrayList<>();
        segments.forEach((end, near) -> addFeet(end, near, feet));
        return feet;
    }

    /** One foot for each row of segments that hang together near the end. */
    private void addFeet(End end, List<Integer> near, List<Foot> feet) {
        int start = 0;
        for (int i = 1; i <= near.size(); i++) {
            boolean goesOn =
                    i < near.size()
                            && near.get(i) == near.get(i - 1) + 1
                            && ends.isNear(end, point(near.get(i)));
            if (!goesOn) {
                if (!isOwnEnd(end, near.get(start), near.get(i - 1))) {
                    feet.add(nearest(end, near.subList(start, i)));
                }
                start = i;
            }
        }
    }

    private boolean isOwnEnd(End end, int first, int last) {
        return first == 0 && ends.areTogether(end, ends.at(line.start()))
                || last == line.points().size() - 2 && ends.areTogether(end, ends.at(line.end()));
    }

    private Foot nearest(End end, List<Integer> segments) {
        int nearest =
                segments.stream()
                        .min(Comparator.comparingDouble(i -> end.distance(point(i), point(i + 1))))
                        .orElseThrow();
        return Foot.of(end, nearest, point(nearest), point(nearest + 1));
    }

    private Coordinate point(int number) {
        return line.points().get(number);
    }
}
