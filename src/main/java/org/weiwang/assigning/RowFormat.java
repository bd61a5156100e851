package org.weiwang.assigning;

/** How the rows of one input are told apart and answered. Thread-safe but for {@link #cut}. */
interface RowFormat {
    /** What numbers count: {@code line}, {@code feature} or {@code element}. */
    String unit();

    /** Where in the head of the input the rows begin. */
    int begin();

    /** How many lines come before the rows. */
    long numbersBefore();

    /** What is written before the first row. */
    byte[] prologue();

    /** What is written between the rows of two blocks. */
    byte[] separator();

    /**
     * Where the last whole row of a block ends; 0 where none does.
     *
     * @param bytes rows, of which {@code length} are filled and the first begins at 0
     * @param last whether the input ends here
     */
    int cut(byte[] bytes, int length, boolean last) throws UnendedRow;

    /** Whether a row that was cut off was the last, though more may follow. */
    boolean isClosed();

    /** Whether the row that had no end when last cut has a quote that is open. */
    default boolean isQuoteOpen() {
        return false;
    }

    /** How the input was found to be laid out; empty where there is nothing to find out. */
    default String reading() {
        return "";
    }

    /** Answers the rows of a block. */
    void answer(Block block);

    /**
     * What is written after the last row.
     *
     * @param rest the input after the last row
     */
    byte[] epilogue(byte[] rest) throws AssignmentException;
}
