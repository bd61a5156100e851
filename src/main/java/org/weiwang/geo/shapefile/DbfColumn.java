package org.weiwang.geo.shapefile;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/**
 * A column of a .dbf: where its value stands in a row, and how to read it.
 *
 * @param name undecoded
 * @param type the format's letter
 * @param start of the value in the row, in bytes
 * @param length of the value, in bytes
 */
record DbfColumn(byte[] name, char type, int start, int length) {
    /** No number that fits a field needs more digits when written out; 1E+999999999 would. */
    private static final int MOST_DIGITS = 400;

    boolean isReadable() {
        return "CNFDL".indexOf(type) >= 0;
    }

    boolean isText() {
        return type == 'C';
    }

    byte[] text(byte[] row) {
        return untilNul(row, start, length);
    }

    /**
     * The value in plain words; empty where there is none.
     *
     * @throws IllegalArgumentException when the bytes are no value of the type; the message says
     *     why
     */
    String value(byte[] row, Charset charset) {
        if (isText()) {
            return decode(text(row), charset);
        }
        String value = new String(text(row), StandardCharsets.ISO_8859_1).strip();
        return switch (type) {
            case 'D' -> date(value);
            case 'L' -> logical(value);
            default -> number(value);
        };
    }

    static String decode(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().strip();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("its bytes are not valid " + charset, e);
        }
    }

    static byte[] untilNul(byte[] bytes, int start, int length) {
        int end = start;
        while (end < start + length && bytes[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(bytes, start, end);
    }

    private static String number(String value) {
        if (value.isEmpty() || value.startsWith("*")) {
            return "";
        }
        try {
            BigDecimal number = new BigDecimal(value).stripTrailingZeros();
            if (Math.abs(number.scale()) <= MOST_DIGITS) {
                return number.toPlainString();
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + value + "' is not a number", e);
        }
        throw new IllegalArgumentException("'" + value + "' is out of range");
    }

    private static String date(String value) {
        if (value.isEmpty() || value.equals("00000000")) {
            return "";
        }
        try {
            return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).toString();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + value + "' is not a date", e);
        }
    }

    private static String logical(String value) {
        return switch (value) {
            case "T", "t", "Y", "y" -> "true";
            case "F", "f", "N", "n" -> "false";
            case "", "?" -> "";
            default -> throw new IllegalArgumentException("'" + value + "' is not a logical value");
        };
    }
}
