package org.weiwang.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Texts packed into blocks of bytes, numbered from 0 as they are added and found through a hash
 * table of their numbers: no object for each, and beside its bytes in UTF-8 a text costs 8 bytes
 * and 6 to 12 in the table. Blocks, since an array that grows needs the room of two while it does.
 * Thread-safe once nothing is added any more.
 */
public final class PackedKeys {
    private static final int BLOCK_BITS = 18;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int MOST_BLOCKS = 1 << (Integer.SIZE - BLOCK_BITS);
    private static final int EMPTY = -1;

    /** In front of each text stands its length in bytes. */
    private static final VarHandle LENGTH =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final List<byte[]> blocks = new ArrayList<>();
    private int used = BLOCK;

    /** Of each text its block's number in the high bits and its place there in the low ones. */
    private int[] places = new int[1 << 8];

    private int size;

    /** Numbers of keys, each at its hash or in the next free place; at most two thirds full. */
    private int[] table = newTable(1 << 9);

    public int size() {
        return size;
    }

    /**
     * Adds a text, whether or not it is there already.
     *
     * @throws IllegalStateException when there would be more than 4 GiB of text
     */
    public void add(String key) {
        byte[] added = key.getBytes(UTF_8);
        int length = Integer.BYTES + added.length;
        if (length > BLOCK - used) {
            begin(Math.max(length, BLOCK));
        }
        byte[] block = blocks.get(blocks.size() - 1);
        LENGTH.set(block, used, added.length);
        System.arraycopy(added, 0, block, used + Integer.BYTES, added.length);
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1));
        }
        places[size] = blocks.size() - 1 << BLOCK_BITS | used;
        used += length;
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

    /** A text that is longer than a block has a block of its own. */
    private void begin(int length) {
        if (blocks.size() == MOST_BLOCKS) {
            throw new IllegalStateException("more than 4 GiB of texts");
        }
        blocks.add(new byte[length]);
        used = 0;
    }

    /** Takes the numbers of all keys that are equal to this text, in the order of their adding. */
    public void forEach(String key, IntConsumer taker) {
        byte[] sought = key.getBytes(UTF_8);
        int mask = table.length - 1;
        int slot = hash(sought, 0, sought.length) & mask;
        while (table[slot] != EMPTY) {
            int number = table[slot];
            byte[] block = block(number);
            int from = from(number);
            if (Arrays.equals(block, from, to(block, from), sought, 0, sought.length)) {
                taker.accept(number);
            }
            slot = (slot + 1) & mask;
        }
    }

    private byte[] block(int number) {
        return blocks.get(places[number] >>> BLOCK_BITS);
    }

    private int from(int number) {
        return (places[number] & (BLOCK - 1)) + Integer.BYTES;
    }

    private static int to(byte[] block, int from) {
        return from + (int) LENGTH.get(block, from - Integer.BYTES);
    }

    private void enter(int number) {
        byte[] block = block(number);
        int from = from(number);
        int mask = table.length - 1;
        int slot = hash(block, from, to(block, from)) & mask;
        while (table[slot] != EMPTY) {
            slot = (slot + 1) & mask;
        }
        table[slot] = number;
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
