package org.weiwang.address.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** The name of a book's folder: what it is made from, and how. */
final class BookName {
    /** To be raised whenever a book would be made otherwise of the same elements. */
    private static final int FORMAT = 1;

    private static final int FINGERPRINT_DIGITS = 16;

    private BookName() {}

    /** No code has a full stop. */
    static String prefix(String district) {
        return district + ".";
    }

    static String of(BookKey key, BookSource source, BookMaking.Parsing parsing) {
        MessageDigest digest = sha256();
        digest.update((FORMAT + " " + key.history() + "\n").getBytes(UTF_8));
        digest.update(ParsingSample.parsed(parsing).getBytes(UTF_8));
        update(digest, source.divisions());
        update(digest, source.aliases());
        String hex = HexFormat.of().formatHex(digest.digest());
        return prefix(key.district())
                + String.join(
                        "-",
                        Long.toString(key.addresses()),
                        Long.toString(key.facilities()),
                        hex.substring(0, FINGERPRINT_DIGITS));
    }

    /** In whichever order they come. */
    private static void update(MessageDigest digest, Collection<? extends Record> records) {
        records.stream()
                .map(Record::toString)
                .sorted()
                .forEach(record -> digest.update((record + "\n").getBytes(UTF_8)));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
