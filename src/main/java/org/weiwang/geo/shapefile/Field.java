package org.weiwang.geo.shapefile;

/**
 * A column to write.
 *
 * @param name at most 10 bytes in the file's charset
 * @param numeric whether it holds numbers, else text
 * @param length text: bytes in the file's charset, 1 to 254; number: characters, sign and point
 *     included, 1 to 20
 * @param decimals digits after the point; 0 for text
 */
public record Field(String name, boolean numeric, int length, int decimals) {
    /**
     * @throws IllegalArgumentException when a figure is out of range
     */
    public Field {
        if (length < 1 || length > (numeric ? 20 : 254)) {
            throw new IllegalArgumentException("field " + name + " cannot have length " + length);
        }
        if (decimals < 0 || decimals > 0 && (!numeric || decimals > length - 2)) {
            throw new IllegalArgumentException(
                    "field " + name + " cannot have " + decimals + " decimals");
        }
    }

    public static Field text(String name, int bytes) {
        return new Field(name, false, bytes, 0);
    }

    public static Field number(String name, int length, int decimals) {
        return new Field(name, true, length, decimals);
    }
}
