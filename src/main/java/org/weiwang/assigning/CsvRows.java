package org.weiwang.assigning;

/**
 * Rows of CSV. A row goes out as it came in, byte for byte, with its answer appended; blank lines
 * are left out.
 */
final class CsvRows implements RowFormat {
    private final CsvLayout layout;
    private final Answerer answerer;
    private final byte[] prologue;
    private final int begin;
    private final long linesBefore;
    private final String reading;
    private final CsvScanner cutting;
    private boolean quoteOpen;

    CsvRows(
            CsvLayout layout,
            Answerer answerer,
            byte[] prologue,
            int begin,
            long linesBefore,
            String reading) {
        this.layout = layout;
        this.answerer = answerer;
        this.prologue = prologue;
        this.begin = begin;
        this.linesBefore = linesBefore;
        this.reading = reading;
        this.cutting = layout.scanner();
    }

    @Override
    public String unit() {
        return "line";
    }

    @Override
    public int begin() {
        return begin;
    }

    @Override
    public long numbersBefore() {
        return linesBefore;
    }

    @Override
    public byte[] prologue() {
        return prologue;
    }

    @Override
    public byte[] separator() {
        return new byte[0];
    }

    /** Only where there are quotes need rows be told from lines. */
    @Override
    public int cut(byte[] bytes, int length, boolean last) throws UnendedRow {
        if (!hasQuotes(bytes, length)) {
            quoteOpen = false;
            return ByteSearch.endOfLines(bytes, length, last);
        }
        int end = 0;
        for (int rows = 0; rows < Block.MOST_ROWS && end < length; rows++) {
            int next = cutting.scan(bytes, end, length);
            quoteOpen = cutting.isQuoteOpen();
            if (!cutting.isLineEnded()) {
                if (last && end == 0 && quoteOpen) {
                    throw new UnendedRow("has a quote that is never closed");
                }
                return last && !quoteOpen ? length : end;
            }
            end = next;
        }
        return end;
    }

    private boolean hasQuotes(byte[] bytes, int length) {
        return layout.quoting() != Quoting.NONE
                && ByteSearch.indexOf((byte) layout.quoting().mark(), bytes, length) < length;
    }

    @Override
    public boolean isQuoteOpen() {
        return quoteOpen;
    }

    @Override
    public String reading() {
        return reading;
    }

    @Override
    public boolean isClosed() {
        return false;
    }

    @Override
    public byte[] epilogue(byte[] rest) {
        return new byte[0];
    }

    @Override
    public void answer(Block block) {
        new CsvAnswering(layout, answerer, block).run();
    }
}
