package org.weiwang.edition.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.Path;
import org.weiwang.edition.ImportException;

/** In which charset a text file is written: UTF-8 when it is valid as such, else GB18030. */
final class TextEncoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int CHUNK = 1 << 16;

    private TextEncoding() {}

    /**
     * Reads the whole file once, so that no character can turn out unreadable later.
     *
     * @param given the charset that the file is said to have; null to detect it
     * @throws ImportException when the file is not text in the charset, naming the byte
     */
    static Charset of(Path path, Charset given) throws ImportException {
        try {
            if (given != null) {
                refuse(path, given, firstMalformed(path, given));
                return given;
            }
            if (firstMalformed(path, UTF_8) < 0) {
                return UTF_8;
            }
            refuse(path, GB18030, firstMalformed(path, GB18030));
            return GB18030;
        } catch (IOException e) {
            throw new ImportException(path.getFileName() + ": can't be read: " + e);
        }
    }

    private static void refuse(Path path, Charset charset, long malformed) throws ImportException {
        if (malformed >= 0) {
            throw new ImportException(
                    "%s: byte %d is not %s text; give the right --encoding"
                            .formatted(path.getFileName(), malformed, charset));
        }
    }

    /** The offset of the first byte that is not text in the charset; −1 when all is. */
    private static long firstMalformed(Path path, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer chars = CharBuffer.allocate(CHUNK * 2);
        long before = 0;
        try (InputStream in = Files.newInputStream(path)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result = decoder.decode(bytes, chars.clear(), end);
                if (result.isError()) {
                    return before + bytes.position();
                }
                before += bytes.position();
                bytes.compact();
            }
        }
        return -1;
    }
}
