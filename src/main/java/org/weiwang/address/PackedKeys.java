package org.weiwang.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Texts in one array of bytes, numbered from 0 as they are added and found through a hash table of
 * their numbers: no object for each, and beside its bytes in UTF-8 a text costs 4 bytes and 6 to 12
 * in the table. Thread-safe once nothing is added any more.
 */
public final class PackedKeys {
    private static final int EMPTY = -1;

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int size;

    /** Numbers of keys, each at its hash or in the next free place; at most two thirds full. */
    private int[] table = newTable(1 << 9);

    public int size() {
        return size;
    }

    /**
     * Adds a text, whether or not it is there already.
     *
     * @throws IllegalStateException when there would be more than 2 GiB of text
     */
    public void add(String key) {
        byte[] added = key.getBytes(UTF_8);
        int start = start(size);
        long end = (long) start + added.length;
        if (end > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("more than 2 GiB of texts");
        }
        bytes = roomy(bytes, (int) end);
        System.arraycopy(added, 0, bytes, start, added.length);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + (size >> 1));
        }
        ends[size] = (int) end;
        size++;
        if (size > table.length / 3 * 2) {
            table = newTable(table.length * 2);
            for (int number = 0; number < size; number++) {
                enter(number);
            }
        } else {
            enter(size - 1);
        }
    }

    /** Takes the numbers of all keys that are equal to this text, in the order of their adding. */
    public void forEach(String key, IntConsumer taker) {
        byte[] sought = key.getBytes(UTF_8);
        int mask = table.length - 1;
        int slot = hash(sought, 0, sought.length) & mask;
        while (table[slot] != EMPTY) {
            int number = table[slot];
            if (Arrays.equals(bytes, start(number), ends[number], sought, 0, sought.length)) {
                taker.accept(number);
            }
            slot = (slot + 1) & mask;
        }
    }

    /** Gives back the room kept for more. */
    void trim() {
        bytes = Arrays.copyOf(bytes, start(size));
        ends = Arrays.copyOf(ends, size);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private void enter(int number) {
        int mask = table.length - 1;
        int slot = hash(bytes, start(number), ends[number]) & mask;
        while (table[slot] != EMPTY) {
            slot = (slot + 1) & mask;
        }
        table[slot] = number;
    }

    private static byte[] roomy(byte[] array, int length) {
        if (length <= array.length) {
            return array;
        }
        long half = array.length + (long) (array.length >> 1);
        return Arrays.copyOf(array, (int) Math.max(length, Math.min(half, Integer.MAX_VALUE - 8)));
    }

    private static int[] newTable(int length) {
        int[] table = new int[length];
        Arrays.fill(table, EMPTY);
        return table;
    }

    /** FNV-1a of 64 bits, its halves mixed since the table takes the lowest bits. */
    private static int hash(byte[] bytes, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * 0x100000001b3L;
        }
        return (int) (hash ^ (hash >>> 32));
    }
}
