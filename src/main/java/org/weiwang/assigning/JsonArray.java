package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * The elements of an array, which is the document or the features of a FeatureCollection. What is
 * before and behind the array goes out as it came.
 */
final class JsonArray implements RowFormat {
    private static final byte[] COMMA = ",".getBytes(US_ASCII);

    private final JsonEnvelope envelope;
    private final JsonShape shape;
    private final Answerer answerer;
    private final boolean reasons;
    private final byte[] prologue;
    private boolean closed;

    /**
     * @param head the input's beginning, or all of it
     */
    JsonArray(InputOptions options, byte[] head, Answerer answerer, boolean reasons)
            throws AssignmentException {
        boolean features = options.format() == FileFormat.GEOJSON;
        if (features && (options.lon() != null || options.lat() != null)) {
            throw new AssignmentException(
                    "lon and lat of GeoJSON are in its geometries; they can't be named");
        }
        this.envelope = features ? JsonEnvelope.FEATURES : JsonEnvelope.ARRAY;
        this.shape =
                features ? new FeatureShape(options, reasons) : new ObjectShape(options, reasons);
        this.answerer = answerer;
        this.reasons = reasons;
        this.prologue = Arrays.copyOf(head, envelope.begin(head));
    }

    @Override
    public String unit() {
        return envelope == JsonEnvelope.FEATURES ? "feature" : "element";
    }

    @Override
    public int begin() {
        return prologue.length;
    }

    @Override
    public long numbersBefore() {
        return 0;
    }

    @Override
    public byte[] prologue() {
        return prologue;
    }

    @Override
    public byte[] separator() {
        return COMMA;
    }

    @Override
    public int cut(byte[] bytes, int length, boolean last) throws UnendedRow {
        int cut = 0;
        for (int rows = 0; rows < Block.MOST_ROWS && !closed; rows++) {
            int end = JsonElements.end(bytes, cut, length);
            if (end == length) {
                if (last && cut == 0) {
                    throw new UnendedRow("has no end: the input ends before its array does");
                }
                return cut;
            }
            closed = bytes[end] == ']';
            cut = closed ? end : end + 1;
        }
        return cut;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public byte[] epilogue(byte[] rest) throws AssignmentException {
        envelope.check(prologue, rest);
        return rest;
    }

    /** The comma behind the last element is part of the block, but for the array's very last. */
    @Override
    public void answer(Block block) {
        JsonAnswering answering = new JsonAnswering(shape, answerer, reasons, block);
        int at = 0;
        String separator = "";
        while (at < block.length) {
            int end = JsonElements.end(block.bytes, at, block.length);
            boolean afterAll = end == block.length;
            if (!afterAll || !JsonElements.isBlank(block.bytes, at, end)) {
                if (answering.answer(at, end, block.numbers, separator)) {
                    separator = ",";
                }
                block.numbers++;
            }
            at = end + 1;
        }
    }
}
