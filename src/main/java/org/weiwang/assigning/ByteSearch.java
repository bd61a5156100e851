package org.weiwang.assigning;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds single bytes among many. */
final class ByteSearch {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private ByteSearch() {}

    /** The first place of the byte; {@code length} where it is not among them. */
    static int indexOf(byte wanted, byte[] bytes, int length) {
        long pattern = ONES * (wanted & 0xFF);
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            // A byte that is zero after the xor is the one wanted; it alone borrows its high bit.
            long zeros = (long) LONGS.get(bytes, at) ^ pattern;
            long found = (zeros - ONES) & ~zeros & HIGHS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < length && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /**
     * Behind the last line, of no more than a block may hold; 0 where there is none.
     *
     * @param last whether the input ends here, and with it the line
     */
    static int endOfLines(byte[] bytes, int length, boolean last) {
        if (count((byte) '\n', bytes, length) < Block.MOST_ROWS) {
            return last ? length : endOfLast(bytes, length);
        }
        int at = 0;
        for (int lines = 0; lines < Block.MOST_ROWS; at++) {
            lines += bytes[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    private static int count(byte wanted, byte[] bytes, int length) {
        long pattern = ONES * (wanted & 0xFF);
        int count = 0;
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            long rest = (long) LONGS.get(bytes, at) ^ pattern;
            // The high bit of each byte that is not zero, without a carry into the next.
            count += Long.BYTES - Long.bitCount((((rest & ~HIGHS) + ~HIGHS) | rest) & HIGHS);
        }
        for (; at < length; at++) {
            count += bytes[at] == wanted ? 1 : 0;
        }
        return count;
    }

    /** Behind the last line feed; 0 where there is none. */
    private static int endOfLast(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
