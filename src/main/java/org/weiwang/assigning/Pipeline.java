package org.weiwang.assigning;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** One run: blocks are read and written by the calling thread, and answered by workers between. */
final class Pipeline {
    private final Blocks blocks;
    private final RowFormat rows;
    private final OutputStream out;
    private final BadRows badRows;
    private final Progress progress;
    private final Deque<Future<Block>> underWay = new ArrayDeque<>();
    private final Deque<Block> spare = new ArrayDeque<>();
    private final long[] outcomes = new long[RowOutcome.values().length];
    private long rowsIn;
    private long bytesIn;
    private long numbers;
    private boolean anyOut;

    Pipeline(Blocks blocks, RowFormat rows, OutputStream out, BadRows badRows, Progress progress) {
        this.blocks = blocks;
        this.rows = rows;
        this.out = out;
        this.badRows = badRows;
        this.progress = progress;
        this.bytesIn = rows.begin();
        this.numbers = rows.numbersBefore();
    }

    Tally run(ExecutorService workers, int limit) throws AssignmentException, IOException {
        try {
            badRows.begin(rows.unit());
            out.write(rows.prologue());
            Block block = spare(limit);
            while (blocks.next(block)) {
                Block filled = block;
                underWay.add(
                        workers.submit(
                                () -> {
                                    rows.answer(filled);
                                    return filled;
                                }));
                block = spare(limit);
            }
            drain();
            out.write(rows.epilogue(blocks.rest()));
            return tally();
        } catch (UnendedRow e) {
            drain();
            throw new AssignmentException(rows.unit() + " " + (numbers + 1) + " " + e.getMessage());
        } finally {
            underWay.forEach(future -> future.cancel(true));
        }
    }

    private Block spare(int limit) throws IOException {
        if (spare.isEmpty() && underWay.size() < limit) {
            return new Block();
        }
        if (spare.isEmpty()) {
            writeFirst();
        }
        return spare.poll();
    }

    private void drain() throws IOException {
        while (!underWay.isEmpty()) {
            writeFirst();
        }
    }

    private void writeFirst() throws IOException {
        Block block = await(underWay.poll());
        if (block.out.size() > 0) {
            out.write(anyOut ? rows.separator() : new byte[0]);
            out.write(block.out.array(), 0, block.out.size());
            anyOut = true;
        }
        badRows.write(block, numbers);
        numbers += block.numbers;
        rowsIn += block.rows;
        bytesIn += block.length;
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] += block.outcomes[i];
        }
        block.clear();
        spare.add(block);
        progress.at(bytesIn, rowsIn);
    }

    private static Block await(Future<Block> answered) throws IOException {
        try {
            return answered.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            // Workers do no input and output: what they throw is a bug, or memory has run out.
            throw new IllegalStateException("a block can't be answered", e.getCause());
        }
    }

    private Tally tally() {
        Map<RowOutcome, Long> counts = new EnumMap<>(RowOutcome.class);
        for (RowOutcome outcome : RowOutcome.values()) {
            counts.put(outcome, outcomes[outcome.ordinal()]);
        }
        long written =
                badRows.areAnsweredInPlace() ? rowsIn : rowsIn - counts.get(RowOutcome.REJECTED);
        return new Tally(rowsIn, written, counts, rows.reading());
    }
}
