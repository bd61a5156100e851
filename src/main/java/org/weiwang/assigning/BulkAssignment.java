package org.weiwang.assigning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.concurrent.ExecutorService;

/**
 * Places the rows of a stream and writes them, in their order, to another. Rows are kept as they
 * came; the codes {@code micro, general, community, town, dedicated} and an {@link RowOutcome
 * outcome} are added to each, and {@code match, score, found} where rows have addresses. A position
 * decides where a row has one, else its address, which may be a position that was typed.
 *
 * <p>The calling thread cuts the input into blocks at the ends of rows, and writes what the workers
 * made of them. Only so many blocks are under way, so that memory does not grow with the input.
 * Thread-safe: several runs may share one.
 */
public final class BulkAssignment {
    /** Large enough that handing over a block costs nothing beside answering it. */
    private static final int BLOCK_SIZE = 1 << 20;

    private static final int ROW_LIMIT = 1 << 20;

    /** One that is read ahead for each that is being answered. */
    private static final int BLOCKS_PER_WORKER = 2;

    private final Placing placing;
    private final Finding finding;
    private final ExecutorService workers;
    private final int blocksUnderWay;
    private final int blockSize;

    /**
     * @param workers answer the blocks; the caller's to shut down
     * @param workerCount how many they are. A run takes 4 to 8 MiB for each, and up to 20 MiB where
     *     rows are answered that hold next to nothing
     */
    public BulkAssignment(
            Placing placing, Finding finding, ExecutorService workers, int workerCount) {
        this(placing, finding, workers, BLOCKS_PER_WORKER * workerCount, BLOCK_SIZE);
    }

    BulkAssignment(
            Placing placing,
            Finding finding,
            ExecutorService workers,
            int blocksUnderWay,
            int blockSize) {
        this.placing = placing;
        this.finding = finding;
        this.workers = workers;
        this.blocksUnderWay = blocksUnderWay;
        this.blockSize = blockSize;
    }

    /**
     * Reads the input to its end. Neither stream is closed; after an error the output is a part of
     * what it would have been.
     *
     * @throws AssignmentException when the input can't be understood as a whole, or a row is longer
     *     than 1 MiB
     * @throws IOException when a stream fails
     */
    public Tally run(
            InputOptions options,
            InputStream in,
            OutputStream out,
            BadRows badRows,
            Progress progress)
            throws AssignmentException, IOException {
        byte[] head = in.readNBytes(ROW_LIMIT);
        boolean whole = head.length < ROW_LIMIT;
        Answerer answerer = new Answerer(placing, finding, options.datum());
        RowFormat rows = open(options, head, whole, answerer, badRows.areAnsweredInPlace());
        InputStream fromFirstRow =
                new SequenceInputStream(
                        new ByteArrayInputStream(head, rows.begin(), head.length - rows.begin()),
                        in);
        Blocks blocks = new Blocks(fromFirstRow, rows, blockSize, ROW_LIMIT);
        return new Pipeline(blocks, rows, out, badRows, progress).run(workers, blocksUnderWay);
    }

    private static RowFormat open(
            InputOptions options, byte[] head, boolean whole, Answerer answerer, boolean inPlace)
            throws AssignmentException {
        return switch (options.format()) {
            case CSV -> new CsvOpening(options, head, whole).rows(answerer, inPlace);
            case NDJSON -> {
                Encodings.requireUtf8(options.charset(), head);
                yield new JsonLines(options, head, answerer, inPlace);
            }
            case GEOJSON, JSON -> {
                Encodings.requireUtf8(options.charset(), head);
                yield new JsonArray(options, head, answerer, inPlace);
            }
        };
    }
}
