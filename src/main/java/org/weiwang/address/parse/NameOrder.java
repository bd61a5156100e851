package org.weiwang.address.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Reading;
import org.weiwang.address.Reading.Via;
import org.weiwang.address.text.FoldedText;

/** Which of several things a name is likeliest, by what follows it. */
final class NameOrder {
    private NameOrder() {}

    /** The readings, the likeliest first: a name itself before others, then what fits. */
    static List<Reading> fitting(List<Reading> readings, Piece next, FoldedText text) {
        boolean isOneKind =
                readings.stream().allMatch(each -> each.kind() == readings.get(0).kind());
        if (readings.size() == 1 || isOneKind) {
            return readings;
        }
        ElementKind expected = expected(next, text);
        List<Reading> fitting = new ArrayList<>(readings);
        fitting.sort(
                Comparator.<Reading>comparingInt(each -> each.via() == Via.ITSELF ? 0 : 1)
                        .thenComparingInt(each -> each.kind() == expected ? 0 : 1));
        return fitting;
    }

    /** The kind of name that stands before such a piece; null where any may. */
    private static ElementKind expected(Piece next, FoldedText text) {
        if (next == null || next.type() != Piece.Type.NUMERAL) {
            return next == null ? null : ElementKind.TOWN;
        }
        if (isWithinBuilding(next)) {
            return ElementKind.ESTATE;
        }
        Classifier classifier = next.numeral().classifier();
        if (classifier == null) {
            return switch (NumberParts.of(text, next.numeral()).size()) {
                case 1 -> ElementKind.ROAD;
                case 2 -> ElementKind.COMMUNITY;
                default -> ElementKind.ESTATE;
            };
        }
        return switch (classifier) {
            case GROUP -> ElementKind.COMMUNITY;
            case BUILDING, HASH -> ElementKind.ESTATE;
            default -> ElementKind.ROAD;
        };
    }

    /** Whether the piece is the number of something in a building. */
    static boolean isWithinBuilding(Piece piece) {
        if (piece == null || piece.type() != Piece.Type.NUMERAL) {
            return false;
        }
        Classifier classifier = piece.numeral().classifier();
        return classifier == Classifier.UNIT
                || classifier == Classifier.ROOM
                || classifier == Classifier.STOREY;
    }
}
