package org.weiwang.assigning;

import java.util.Arrays;

/** Bytes that are appended to. Not thread-safe. */
final class Bytes {
    private byte[] array;
    private int size;

    Bytes(int capacity) {
        array = new byte[capacity];
    }

    byte[] array() {
        return array;
    }

    int size() {
        return size;
    }

    byte[] toArray() {
        return Arrays.copyOf(array, size);
    }

    void clear() {
        size = 0;
    }

    void append(byte b) {
        reserve(1);
        array[size++] = b;
    }

    void append(byte[] bytes) {
        append(bytes, 0, bytes.length);
    }

    void append(byte[] bytes, int from, int to) {
        reserve(to - from);
        System.arraycopy(bytes, from, array, size, to - from);
        size += to - from;
    }

    /**
     * The one way to copy a String's bytes without an array between. It takes the low byte of each
     * char, which of ASCII is all there is.
     */
    @SuppressWarnings("deprecation")
    void appendAscii(String text) {
        reserve(text.length());
        text.getBytes(0, text.length(), array, size);
        size += text.length();
    }

    private void reserve(int more) {
        if (more > array.length - size) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, size + more));
        }
    }
}
