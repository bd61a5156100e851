package org.weiwang.address.parse;

import static org.weiwang.address.ElementKind.BUILDING;
import static org.weiwang.address.ElementKind.FLOOR;
import static org.weiwang.address.ElementKind.GROUP;
import static org.weiwang.address.ElementKind.NUMBER;
import static org.weiwang.address.ElementKind.ROOM;
import static org.weiwang.address.ElementKind.SUB_NUMBER;
import static org.weiwang.address.ElementKind.UNIT;

import java.util.List;
import org.weiwang.address.ElementKind;

/** What numbers without a classifier of their own mean, by what stands before them. */
final class Positions {
    /** So many digits are a room's: 501 on the fifth floor. */
    private static final int ROOM_DIGITS = 3;

    private Positions() {}

    /**
     * The kinds of numbers that dashes join; one kind alone where they are one number.
     *
     * @param before the kind of the element before; null at the beginning
     * @param parts the numbers
     */
    static List<ElementKind> kinds(ElementKind before, List<String> parts) {
        if (before == null) {
            return parts.size() > 2 ? within(parts) : List.of(NUMBER);
        }
        if (parts.size() == 2 && isFloor(parts.get(0))) {
            return List.of(FLOOR, ROOM);
        }
        return switch (before) {
            case COMMUNITY -> inVillage(parts);
            case GROUP -> List.of(NUMBER);
            case ESTATE, LANDMARK, NUMBER, SUB_NUMBER -> within(parts);
            case BUILDING -> inBuilding(parts);
            case UNIT -> parts.size() == 2 ? List.of(FLOOR, ROOM) : List.of(ROOM);
            case FLOOR, ROOM -> List.of(ROOM);
            default -> onRoad(parts);
        };
    }

    private static List<ElementKind> inVillage(List<String> parts) {
        return switch (parts.size()) {
            case 2 -> List.of(GROUP, NUMBER);
            case 3 -> List.of(GROUP, NUMBER, SUB_NUMBER);
            default -> List.of(NUMBER);
        };
    }

    private static List<ElementKind> within(List<String> parts) {
        return switch (parts.size()) {
            case 1 -> List.of(isRoom(parts.get(0)) ? ROOM : BUILDING);
            case 2 -> List.of(BUILDING, isRoom(parts.get(1)) ? ROOM : UNIT);
            case 3 -> List.of(BUILDING, UNIT, ROOM);
            case 4 -> List.of(BUILDING, UNIT, FLOOR, ROOM);
            default -> List.of(NUMBER);
        };
    }

    private static List<ElementKind> inBuilding(List<String> parts) {
        return switch (parts.size()) {
            case 1 -> List.of(isRoom(parts.get(0)) ? ROOM : UNIT);
            case 2 -> List.of(UNIT, ROOM);
            case 3 -> List.of(UNIT, FLOOR, ROOM);
            default -> List.of(ROOM);
        };
    }

    private static List<ElementKind> onRoad(List<String> parts) {
        return switch (parts.size()) {
            case 3 -> List.of(NUMBER, BUILDING, isRoom(parts.get(2)) ? ROOM : UNIT);
            case 4 -> List.of(NUMBER, BUILDING, UNIT, ROOM);
            default -> List.of(NUMBER);
        };
    }

    /** 5f. */
    static boolean isFloor(String part) {
        return part.length() > 1 && part.endsWith("f");
    }

    private static boolean isRoom(String part) {
        return part.length() >= ROOM_DIGITS;
    }
}
