package org.weiwang.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Texts that nobody means well with, and what can be done to those of others. */
final class Nonsense {
    /** Written to pages as it is, it would be run. */
    static final String SCRIPT = "<script>alert(1)</script>";

    private static final String SIGNS = "()[]{}\"',:;-<>=*%\\/ \n\t";
    private static final String OF_NUMBERS = "0123456789+-.eE,:/";

    private Nonsense() {}

    static String text(SplittableRandom random) {
        return random.nextInt(6) > 0 ? Words.one(Words.TEXTS, random) : letters(random);
    }

    private static String letters(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x80);
                        case 1 -> 0x4e00 + random.nextInt(0x5000);
                        case 2 -> random.nextInt(Character.MAX_CODE_POINT + 1);
                        default -> one(OF_NUMBERS, random);
                    });
        }
        return text.toString();
    }

    private static char one(String of, SplittableRandom random) {
        return of.charAt(random.nextInt(of.length()));
    }

    /** Nearly the same. */
    static String mutated(String text, SplittableRandom random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(mutated.length() + 1);
            int end = Math.min(mutated.length(), at + 1 + random.nextInt(8));
            switch (random.nextInt(6)) {
                case 0 -> mutated.delete(at, end);
                case 1 -> mutated.insert(at, mutated.substring(at, end));
                case 2 -> mutated.insert(at, text(random));
                case 3 -> mutated.setLength(at);
                case 4 -> mutated.replace(at, end, Integer.toString(random.nextInt()));
                default -> mutated.insert(at, one(SIGNS, random));
            }
        }
        return mutated.toString();
    }

    /** Nearly the same, some bytes being others, or gone. */
    static byte[] mutated(byte[] bytes, SplittableRandom random) {
        byte[] mutated = bytes.clone();
        for (int i = 1 + random.nextInt(8); i > 0 && mutated.length > 0; i--) {
            int at = random.nextInt(mutated.length);
            switch (random.nextInt(12)) {
                case 0 -> mutated = Arrays.copyOf(mutated, at);
                case 1, 2, 3, 4 -> mutated[at] = (byte) random.nextInt();
                case 5, 6, 7, 8 -> mutated[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                // As a number of eight bytes it is far away, endless or none.
                default ->
                        Arrays.fill(
                                mutated,
                                at,
                                Math.min(mutated.length, at + Double.BYTES),
                                (byte) (random.nextBoolean() ? 0x7f : 0xff));
            }
        }
        return mutated;
    }

    static byte[] bytes(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return random.nextBoolean() ? bytes : text(random).getBytes(UTF_8);
    }
}
