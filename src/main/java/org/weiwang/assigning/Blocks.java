package org.weiwang.assigning;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into blocks of whole rows. Not thread-safe. */
final class Blocks {
    private final InputStream in;
    private final RowFormat rows;
    private final int blockSize;
    private final int rowLimit;
    private byte[] carried = new byte[0];
    private boolean ended;

    /**
     * @param blockSize of a block in bytes, but where a row is longer
     * @param rowLimit of a row in bytes
     */
    Blocks(InputStream in, RowFormat rows, int blockSize, int rowLimit) {
        this.in = in;
        this.rows = rows;
        this.blockSize = blockSize;
        this.rowLimit = rowLimit;
    }

    /**
     * Fills an empty block with the next rows.
     *
     * @return false where there are no more
     */
    boolean next(Block block) throws IOException, UnendedRow {
        if (rows.isClosed() || (ended && carried.length == 0)) {
            return false;
        }
        int filled = carried.length;
        reserve(block, Math.max(blockSize, filled));
        System.arraycopy(carried, 0, block.bytes, 0, filled);
        while (true) {
            filled += in.readNBytes(block.bytes, filled, block.bytes.length - filled);
            ended = filled < block.bytes.length;
            block.length = rows.cut(block.bytes, filled, ended);
            if (block.length > 0 || ended || rows.isClosed()) {
                carried = Arrays.copyOfRange(block.bytes, block.length, filled);
                return block.length > 0;
            }
            if (filled >= rowLimit) {
                throw UnendedRow.longerThan(rowLimit, rows.isQuoteOpen());
            }
            reserve(block, Math.min(filled * 2, rowLimit));
        }
    }

    /**
     * What follows the last row.
     *
     * @throws AssignmentException when it is longer than a row may be
     */
    byte[] rest() throws IOException, AssignmentException {
        byte[] more = ended ? new byte[0] : in.readNBytes(rowLimit);
        if (more.length == rowLimit) {
            throw new AssignmentException(
                    "what follows the last row is longer than " + rowLimit + " bytes");
        }
        byte[] rest = Arrays.copyOf(carried, carried.length + more.length);
        System.arraycopy(more, 0, rest, carried.length, more.length);
        return rest;
    }

    private static void reserve(Block block, int capacity) {
        if (block.bytes.length < capacity) {
            block.bytes = Arrays.copyOf(block.bytes, capacity);
        }
    }
}
