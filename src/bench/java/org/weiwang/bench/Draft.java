package org.weiwang.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An address as somebody is about to write it, part by part; {@link #text} is what came of it. */
final class Draft {
    final String district;
    final Map<Part, String> parts;
    final Map<Part, String> written = new EnumMap<>(Part.class);
    String before = "";
    String behind = "";
    String between = "";
    boolean narrowestFirst;

    /** The name that has a slip in it; null for none. */
    Part misspelt;

    Draft(String district, Map<Part, String> parts) {
        this.district = district;
        this.parts = parts;
        parts.forEach((part, value) -> written.put(part, asStored(part, value)));
    }

    private static String asStored(Part part, String value) {
        return switch (part) {
            case GROUP -> value + "组";
            case NUMBER -> value + "号";
            case BUILDING -> value + "栋";
            case UNIT -> value + "单元";
            default -> value;
        };
    }

    boolean has(Part part) {
        return written.containsKey(part);
    }

    boolean hasNamedEstate() {
        return has(Part.ESTATE) && parts.get(Part.ESTATE).length() > 1;
    }

    /** What it still says, as the data have it. */
    Map<Part, String> said() {
        Set<Part> left = EnumSet.copyOf(parts.keySet());
        left.retainAll(written.keySet());
        Map<Part, String> said = new EnumMap<>(parts);
        said.keySet().retainAll(left);
        return said;
    }

    String text() {
        List<String> pieces = new ArrayList<>();
        String court = "";
        for (Map.Entry<Part, String> each : written.entrySet()) {
            if (each.getKey() == Part.NUMBER
                    && WrittenAddress.COURT.equals(written.get(Part.ESTATE))) {
                court = each.getValue(); // 号院 is one word.
            } else {
                pieces.add(court + each.getValue());
                court = "";
            }
        }
        if (narrowestFirst) {
            Collections.reverse(pieces);
        }
        return before + String.join(between, pieces) + behind;
    }
}
