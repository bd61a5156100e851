package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Cuts lines at their feet. */
final class LineCutter {
    private final Line line;
    private final List<Line> parts = new ArrayList<>();
    private List<Coordinate> part = new ArrayList<>();

    private LineCutter(Line line) {
        this.line = line;
    }

    /**
     * @param feet in any order
     * @return one part or more; what has no length between two feet is none
     */
    static List<Line> cut(Line line, List<Foot> feet) {
        List<Foot> order = feet.stream().sorted(Comparator.comparingDouble(Foot::along)).toList();
        LineCutter cutter = new LineCutter(line);
        int next = 0;
        for (int i = 0; i < line.points().size(); i++) {
            while (next < order.size() && order.get(next).along() < i) {
                cutter.cutAt(order.get(next++).place());
            }
            cutter.append(line.points().get(i));
        }
        for (; next < order.size(); next++) {
            cutter.cutAt(order.get(next).place());
        }
        cutter.finish();
        return cutter.parts;
    }

    private void cutAt(Coordinate place) {
        append(place);
        finish();
        part = new ArrayList<>(List.of(place));
    }

    private void append(Coordinate point) {
        if (part.isEmpty() || !part.get(part.size() - 1).equals2D(point)) {
            part.add(point);
        }
    }

    private void finish() {
        if (part.size() > 1) {
            parts.add(new Line(part, line.level(), line.isSteps(), line.isAloft()));
        }
    }
}
