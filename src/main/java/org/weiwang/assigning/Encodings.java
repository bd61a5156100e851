package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Set;

/**
 * Which charset text bytes are in. In all that are read here, a line feed and a quote are ASCII.
 */
final class Encodings {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Set<String> PAIRS = Set.of("GB18030", "GBK", "GB2312");

    private Encodings() {}

    /**
     * The charset of a text: UTF-8 when the head is valid as such, else GB18030.
     *
     * @param given null to find it out
     * @param whole whether the head is all there is, so that it can't end within a character
     */
    static Charset of(Charset given, byte[] head, boolean whole) throws AssignmentException {
        refuseUnits(head);
        if (given != null) {
            if (!given.equals(UTF_8) && !hasPairs(given)) {
                throw new AssignmentException(
                        "the encoding "
                                + given
                                + " is not read; UTF-8, GBK, GB2312 and GB18030 are");
            }
            return given;
        }
        for (Charset charset : new Charset[] {UTF_8, GB18030}) {
            if (isText(charset, head, whole)) {
                return charset;
            }
        }
        throw new AssignmentException(
                "the text is neither UTF-8 nor GB18030; say which encoding it is");
    }

    /** JSON is UTF-8 by its standard; single rows that are not are found when they are read. */
    static void requireUtf8(Charset given, byte[] head) throws AssignmentException {
        refuseUnits(head);
        if (given != null && !given.equals(UTF_8)) {
            throw new AssignmentException("JSON is read as UTF-8 only, not as " + given);
        }
    }

    /** Whether a byte above 127 is followed by one that may look like ASCII. */
    static boolean hasPairs(Charset charset) {
        return PAIRS.contains(charset.name());
    }

    /** How many bytes at the beginning are UTF-8's mark: 3 or 0. */
    static int markLength(byte[] head) {
        return startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    }

    /** Null where the bytes are no text in the charset of the decoder. */
    static String decode(CharsetDecoder decoder, byte[] bytes, int from, int to) {
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static void refuseUnits(byte[] head) throws AssignmentException {
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) {
            throw new AssignmentException("the text is UTF-16; save it as UTF-8");
        }
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                throw new AssignmentException(
                        "byte "
                                + i
                                + " is zero: this is no text, or UTF-16 text; save it as UTF-8");
            }
        }
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(Charset charset, byte[] head, boolean whole) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), whole)
                .isError();
    }
}
