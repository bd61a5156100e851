package org.weiwang.address.parse;

import static org.weiwang.address.ElementKind.BUILDING;
import static org.weiwang.address.ElementKind.FLOOR;
import static org.weiwang.address.ElementKind.GROUP;
import static org.weiwang.address.ElementKind.NUMBER;
import static org.weiwang.address.ElementKind.RELATION;
import static org.weiwang.address.ElementKind.ROOM;
import static org.weiwang.address.ElementKind.SUB_NUMBER;
import static org.weiwang.address.ElementKind.UNIT;
import static org.weiwang.address.ElementKind.UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Reading;
import org.weiwang.address.Reading.Via;
import org.weiwang.address.text.FoldedText;

/** Turns pieces into elements, each understood by what stands around it. Not thread-safe. */
final class Interpretation {
    private final String given;
    private final FoldedText text;
    private final Gazetteer gazetteer;
    private final boolean isStored;
    private final List<Element> elements = new ArrayList<>();

    /** Of the last element; null at the beginning. */
    private ElementKind before;

    Interpretation(String given, FoldedText text, Gazetteer gazetteer, boolean isStored) {
        this.given = given;
        this.text = text;
        this.gazetteer = gazetteer;
        this.isStored = isStored;
    }

    List<Element> of(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Piece next = i + 1 < pieces.size() ? pieces.get(i + 1) : null;
            switch (piece.type()) {
                case NAME -> {
                    if (isBrokenName(piece, next)) {
                        addUnknown(piece.from(), next.to(), null);
                        i++;
                    } else {
                        addName(piece, next);
                    }
                }
                case STRANGE_NAME -> addStrange(piece);
                case NUMERAL -> addNumeral(piece.numeral(), next);
                case RELATION ->
                        add(piece.from(), piece.to(), Reading.itself(RELATION, folded(piece)));
                case UNKNOWN -> addUnknown(piece.from(), piece.to(), null);
                case PROVINCE -> addRegion(piece, ElementKind.PROVINCE, Word.PROVINCE);
                case CITY -> addRegion(piece, ElementKind.CITY, Word.CITY);
                case FILLER -> {}
            }
        }
        return elements;
    }

    /** Behind other elements it says nothing of the place. */
    private void addRegion(Piece piece, ElementKind kind, Word word) {
        if (before == null) {
            elements.add(
                    element(
                            piece.from(),
                            piece.to(),
                            List.of(Reading.itself(kind, word.canonical()))));
        }
    }

    /** 白云春: the last character is mistyped, and 白云 is no short form. */
    private boolean isBrokenName(Piece piece, Piece next) {
        return piece.names().isBare()
                && next != null
                && next.type() == Piece.Type.UNKNOWN
                && next.to() == next.from() + 1
                && !text.isApart(next.from());
    }

    private void addName(Piece piece, Piece next) {
        List<Reading> readings = readings(piece);
        if (readings.isEmpty()) {
            addUnknown(piece.from(), piece.to(), null);
        } else {
            add(piece.from(), piece.to(), NameOrder.fitting(readings, next, text));
        }
    }

    /**
     * The data write names as they are: where there is one, it is no variant of another, and a road
     * or an estate is not that which had its name before.
     */
    private List<Reading> readings(Piece piece) {
        List<Reading> readings = gazetteer.inForce(piece.names().readings());
        if (!isStored || readings.isEmpty()) {
            return readings;
        }
        List<Reading> own =
                readings.stream()
                        .map(reading -> isOfAddresses(reading) ? written(piece, reading) : reading)
                        .filter(reading -> reading.via() == Via.ITSELF)
                        .distinct()
                        .toList();
        return own.isEmpty() ? readings : own;
    }

    /** Whether it is the alias of what no list has but the addresses themselves. */
    private static boolean isOfAddresses(Reading reading) {
        return reading.via() == Via.ALIAS
                && (reading.kind() == ElementKind.ROAD || reading.kind() == ElementKind.ESTATE);
    }

    private Reading written(Piece piece, Reading reading) {
        return Reading.itself(reading.kind(), folded(piece));
    }

    private void addStrange(Piece piece) {
        if (isStored) {
            add(piece.from(), piece.to(), Reading.itself(piece.told(), folded(piece)));
        } else {
            addUnknown(piece.from(), piece.to(), piece.told());
        }
    }

    private void addUnknown(int from, int to, ElementKind told) {
        add(from, to, Reading.itself(UNKNOWN, text.subSequence(from, to).toString()));
        before = told == null ? UNKNOWN : told;
    }

    private void addNumeral(Numeral numeral, Piece next) {
        List<String> parts = NumberParts.of(text, numeral);
        Classifier classifier = numeral.classifier();
        boolean isSplit =
                classifier == null
                        || (parts.size() > 1
                                && (classifier == Classifier.NUMBER
                                        || classifier == Classifier.YARD
                                        || classifier == Classifier.ROOM));
        if (isSplit) {
            addByPosition(numeral, parts);
        } else if (classifier == Classifier.UNIT && parts.size() == 2) {
            addParts(numeral, parts, List.of(BUILDING, UNIT));
        } else {
            String value = String.join("-", parts);
            List<Reading> readings = new ArrayList<>(2);
            for (ElementKind kind : kinds(numeral, next)) {
                boolean isBelow = kind == FLOOR && numeral.isBelow();
                readings.add(Reading.itself(kind, isBelow ? "b" + value : value));
            }
            add(numeral.from(), numeral.to(), readings);
        }
    }

    private void addByPosition(Numeral numeral, List<String> parts) {
        List<ElementKind> kinds = Positions.kinds(before, parts);
        if (kinds.size() == parts.size() && parts.size() > 1) {
            addParts(numeral, parts, kinds);
            return;
        }
        Via via = numeral.classifier() == null ? Via.POSITION : Via.ITSELF;
        ElementKind kind = numeral.classifier() == Classifier.ROOM ? ROOM : kinds.get(0);
        String value = String.join("-", parts);
        List<Reading> readings = new ArrayList<>(2);
        readings.add(new Reading(kind, value, via, null));
        if (via == Via.POSITION && before == ElementKind.COMMUNITY) {
            readings.add(new Reading(GROUP, value, via, null));
        }
        add(numeral.from(), numeral.to(), readings);
    }

    /** Adds each number that dashes join as an element of its own. */
    private void addParts(Numeral numeral, List<String> parts, List<ElementKind> kinds) {
        int begin = numeral.from();
        int end = numeral.digits();
        for (int i = 0; i < parts.size(); i++) {
            boolean isLast = i == parts.size() - 1;
            while (end < numeral.behind() && text.charAt(end) != '-') {
                end++;
            }
            boolean isClassified = isLast && numeral.classifier() != null;
            add(
                    begin,
                    isLast ? numeral.to() : end,
                    new Reading(
                            kinds.get(i),
                            value(kinds.get(i), parts.get(i)),
                            isClassified ? Via.ITSELF : Via.POSITION,
                            null));
            end++;
            begin = end;
        }
    }

    /** 5F of 5F-501 is floor 5. */
    private static String value(ElementKind kind, String part) {
        boolean isLettered = kind == FLOOR && Positions.isFloor(part);
        return isLettered ? part.substring(0, part.length() - 1) : part;
    }

    private List<ElementKind> kinds(Numeral numeral, Piece next) {
        boolean isBeforeRooms = NameOrder.isWithinBuilding(next);
        return switch (numeral.classifier()) {
            case GROUP -> List.of(GROUP);
            case BUILDING -> List.of(BUILDING);
            case UNIT -> List.of(UNIT);
            case ROOM -> List.of(ROOM);
            case SUB_NUMBER -> List.of(SUB_NUMBER);
            case STOREY -> storey(numeral, next);
            case HASH -> {
                boolean isBuilding = isBeforeRooms || isIn(ElementKind.ESTATE, NUMBER, SUB_NUMBER);
                yield isBuilding ? List.of(BUILDING, NUMBER) : List.of(NUMBER, BUILDING);
            }
            case NUMBER, YARD -> number(isBeforeRooms);
            case NONE -> throw new IllegalStateException("no classifier");
        };
    }

    private List<ElementKind> storey(Numeral numeral, Piece next) {
        if (numeral.isBelow() || isIn(BUILDING, UNIT)) {
            return List.of(FLOOR);
        }
        boolean isBeforeUnit =
                next != null
                        && next.type() == Piece.Type.NUMERAL
                        && next.numeral().classifier() == Classifier.UNIT;
        return isBeforeUnit ? List.of(BUILDING, FLOOR) : List.of(FLOOR, BUILDING);
    }

    private List<ElementKind> number(boolean isBeforeRooms) {
        if (isIn(UNIT, FLOOR)) {
            return List.of(ROOM);
        }
        if (isIn(BUILDING)) {
            return List.of(ROOM, NUMBER);
        }
        if (isIn(ElementKind.ESTATE)) {
            return isBeforeRooms ? List.of(BUILDING, NUMBER) : List.of(NUMBER, BUILDING);
        }
        return isIn(NUMBER) ? List.of(SUB_NUMBER, BUILDING) : List.of(NUMBER);
    }

    private boolean isIn(ElementKind... kinds) {
        for (ElementKind kind : kinds) {
            if (kind == before) {
                return true;
            }
        }
        return false;
    }

    private String folded(Piece piece) {
        return text.subSequence(piece.from(), piece.to()).toString();
    }

    private void add(int from, int to, Reading reading) {
        add(from, to, List.of(reading));
    }

    private void add(int from, int to, List<Reading> readings) {
        elements.add(element(from, to, readings));
        before = readings.get(0).kind();
    }

    private Element element(int from, int to, List<Reading> readings) {
        int begin = text.from(from);
        int end = text.to(to - 1);
        return new Element(given.substring(begin, end), begin, end, readings);
    }
}
