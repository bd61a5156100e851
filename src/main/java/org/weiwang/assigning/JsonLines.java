package org.weiwang.assigning;

import java.util.Arrays;

/** A JSON object on each line; blank lines are left out. */
final class JsonLines implements RowFormat {
    private final JsonShape shape;
    private final Answerer answerer;
    private final boolean reasons;
    private final byte[] mark;

    JsonLines(InputOptions options, byte[] head, Answerer answerer, boolean reasons) {
        this.shape = new ObjectShape(options, reasons);
        this.answerer = answerer;
        this.reasons = reasons;
        this.mark = Arrays.copyOf(head, Encodings.markLength(head));
    }

    @Override
    public String unit() {
        return "line";
    }

    @Override
    public int begin() {
        return mark.length;
    }

    @Override
    public long numbersBefore() {
        return 0;
    }

    @Override
    public byte[] prologue() {
        return mark;
    }

    @Override
    public byte[] separator() {
        return new byte[0];
    }

    @Override
    public int cut(byte[] bytes, int length, boolean last) {
        return ByteSearch.endOfLines(bytes, length, last);
    }

    @Override
    public boolean isClosed() {
        return false;
    }

    @Override
    public byte[] epilogue(byte[] rest) {
        return rest;
    }

    @Override
    public void answer(Block block) {
        JsonAnswering answering = new JsonAnswering(shape, answerer, reasons, block);
        int at = 0;
        while (at < block.length) {
            int end = at;
            boolean blank = true;
            while (end < block.length && block.bytes[end] != '\n') {
                blank &= JsonElements.isBlank(block.bytes[end++]);
            }
            boolean written = !blank && answering.answer(at, end, block.numbers, "");
            if (end < block.length) {
                block.numbers++;
                end++;
                if (written) {
                    block.out.append((byte) '\n');
                }
            }
            at = end;
        }
    }
}
