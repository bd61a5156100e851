package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the first row of a CSV input names its columns, as far as that can be seen. */
final class FirstRow {
    /** What programs write where a number is missing. */
    private static final Set<String> MISSING =
            Set.of("nan", "inf", "infinity", "null", "nil", "none", "na", "n/a", "无", "空");

    private FirstRow() {}

    /**
     * @throws AssignmentException when it may be either, so that a row could be lost
     */
    static boolean namesColumns(List<String> cells, InputOptions options)
            throws AssignmentException {
        List<String> positions =
                Stream.of(options.lon(), options.lat()).filter(Objects::nonNull).toList();
        List<String> given = new ArrayList<>(positions);
        if (options.address() != null) {
            given.add(options.address());
        }
        if (given.isEmpty()) {
            return cells.stream().anyMatch(PositionColumns::isKnown)
                    || cells.stream().noneMatch(FirstRow::isNumber);
        }
        if (!given.stream().allMatch(FirstRow::isNumber)) {
            return true;
        }
        // Of columns that are numbered, the cells of others tell nothing: "Y" may be a yes.
        List<String> decisive =
                cellsAt(positions.isEmpty() ? List.of(options.address()) : positions, cells);
        if (!positions.isEmpty() && decisive.stream().allMatch(FirstRow::isNumber)) {
            return false;
        }
        if (decisive.stream().allMatch(cell -> isName(cell, positions.isEmpty()))) {
            return true;
        }
        throw new AssignmentException(
                "the first row, %s, may name the columns or not; say whether it is a header"
                        .formatted(String.join(", ", cells)));
    }

    /** Numbers beyond the row are left to be told as such when the columns are looked for. */
    private static List<String> cellsAt(List<String> numbers, List<String> cells) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (numbers.contains(String.valueOf(i + 1))) {
                found.add(cells.get(i));
            }
        }
        return found;
    }

    /** Any text may be an address, so that of an address only a well-known name is a name. */
    private static boolean isName(String cell, boolean ofAddress) {
        if (ofAddress) {
            return PositionColumns.isKnown(cell);
        }
        return PositionColumns.isKnown(cell)
                || (cell.chars().anyMatch(Character::isLetter)
                        && cell.chars().noneMatch(Character::isDigit)
                        && !MISSING.contains(cell.toLowerCase(Locale.ROOT)));
    }

    private static boolean isNumber(String cell) {
        byte[] bytes = cell.getBytes(UTF_8);
        return !Double.isNaN(Decimal.parse(bytes, 0, bytes.length));
    }
}
