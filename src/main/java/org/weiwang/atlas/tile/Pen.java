package org.weiwang.atlas.tile;

import java.util.Arrays;

/** The commands that draw one feature, as the bytes that a tile has of them. */
final class Pen {
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;
    private static final int COUNT_AT_BIT = 3;

    /** Of a number, at most: seven bits each. */
    private static final int BYTES = 5;

    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private byte[] commands = new byte[1024];
    private int size;
    private int x;
    private int y;

    void clear() {
        size = 0;
        x = 0;
        y = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** In bytes. */
    int size() {
        return size;
    }

    /** As many as {@link #size} tells, and then others. */
    byte[] commands() {
        return commands;
    }

    /**
     * @param position x and y in steps of the tile's grid
     */
    void point(int[] position) {
        put(command(MOVE_TO, 1));
        go(position, 0);
    }

    /**
     * @param ring as {@link Ring} says, in steps of the tile's grid, of three positions or more
     */
    void ring(int[] ring) {
        point(ring);
        put(command(LINE_TO, ring.length / 2 - 1));
        for (int i = 2; i < ring.length; i += 2) {
            go(ring, i);
        }
        put(command(CLOSE_PATH, 1));
    }

    private static int command(int what, int count) {
        return what | count << COUNT_AT_BIT;
    }

    /** From where the pen is, each number with its sign in the lowest bit. */
    private void go(int[] positions, int at) {
        put(signLast(positions[at] - x));
        put(signLast(positions[at + 1] - y));
        x = positions[at];
        y = positions[at + 1];
    }

    private static int signLast(int number) {
        return number << 1 ^ number >> 31;
    }

    /** As Protocol Buffers have a number: by far the most of a tile, so without detours. */
    private void put(int number) {
        if (size + BYTES > commands.length) {
            commands = Arrays.copyOf(commands, 2 * commands.length);
        }
        int rest = number;
        while (rest >>> BITS != 0) {
            commands[size++] = (byte) (rest | MORE);
            rest >>>= BITS;
        }
        commands[size++] = (byte) rest;
    }
}
