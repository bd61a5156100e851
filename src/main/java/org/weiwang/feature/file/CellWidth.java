package org.weiwang.feature.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import org.weiwang.feature.Property;
import org.weiwang.geo.shapefile.Field;

/** The values of a column as a .dbf holds them, and how wide its field must be for all of them. */
final class CellWidth {
    private static final int LONGEST_TEXT = 254;
    private static final int LONGEST_NUMBER = 20;

    private final String name;
    private final Property.Type type;

    /** Bytes of a text; characters of a number, up to its point. */
    private int longest = 1;

    private int decimals;

    private CellWidth(String name, Property.Type type) {
        this.name = name;
        this.type = type;
        // Without a decimal, readers would take the column for one of integers.
        this.decimals = type == Property.Type.NUMBER ? 1 : 0;
    }

    CellWidth(String name) {
        this(name, Property.Type.STRING);
    }

    CellWidth(Property property) {
        this(property.name(), property.type());
    }

    String name() {
        return name;
    }

    /**
     * The value as it will stand in the file, or null for none.
     *
     * @throws UnfitLayerException when it is longer than any field
     */
    String cell(String feature, Object value) throws UnfitLayerException {
        if (value == null) {
            return null;
        }
        String cell =
                type == Property.Type.NUMBER
                        ? BigDecimal.valueOf((Double) value).stripTrailingZeros().toPlainString()
                        : value.toString();
        int point = cell.indexOf('.');
        boolean fraction = type == Property.Type.NUMBER && point >= 0;
        int length = fraction ? point : cell.getBytes(UTF_8).length;
        int limit = isNumeric() ? LONGEST_NUMBER - decimalsAtLeast() : LONGEST_TEXT;
        if (length > limit) {
            throw new UnfitLayerException(
                    "A shapefile cannot hold the layer: feature "
                            + feature
                            + ", property "
                            + name
                            + ": "
                            + length
                            + " bytes, where "
                            + limit
                            + " are allowed");
        }
        longest = Math.max(longest, length);
        decimals = Math.max(decimals, fraction ? cell.length() - point - 1 : 0);
        return cell;
    }

    /** The field of this name that holds all values so far. */
    Field field(String field) {
        if (!isNumeric()) {
            return Field.text(field, longest);
        }
        if (decimals == 0) {
            return Field.number(field, longest, 0);
        }
        // One more before the point, for a number that is rounded up to its next power of ten.
        int room = LONGEST_NUMBER - longest - 2;
        return longest + 1 + decimals <= LONGEST_NUMBER
                ? Field.number(field, longest + 1 + decimals, decimals)
                : Field.number(field, LONGEST_NUMBER, room);
    }

    private boolean isNumeric() {
        return type == Property.Type.INTEGER || type == Property.Type.NUMBER;
    }

    /** With the point, and what rounding may take. */
    private int decimalsAtLeast() {
        return type == Property.Type.NUMBER ? 3 : 0;
    }
}
