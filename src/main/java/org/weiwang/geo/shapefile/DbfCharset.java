package org.weiwang.geo.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which charset a .dbf is in, and how a shapefile says so. */
final class DbfCharset {
    /** Holds all of GBK and GB2312, so whatever claims to be those is read as this. */
    static final Charset GB18030 = Charset.forName("GB18030");

    /**
     * The .dbf header's ids of simplified Chinese: dBASE's, Visual FoxPro's and one in the wild.
     */
    private static final Set<Integer> CHINESE = Set.of(0x4D, 0x7A, 0x86);

    private DbfCharset() {}

    /** The language id to write: 0x4D for Chinese in GBK; 0, which says nothing, for others. */
    static int languageId(Charset charset) {
        return covering(charset).equals(GB18030) ? 0x4D : 0;
    }

    static Optional<Charset> ofLanguageId(int id) {
        return CHINESE.contains(id) ? Optional.of(GB18030) : Optional.empty();
    }

    static Charset covering(Charset charset) {
        return Set.of("GBK", "GB2312", "x-mswin-936").contains(charset.name()) ? GB18030 : charset;
    }

    /**
     * The charset that a .cpg file names, by a name of its own or a code page of Windows such as
     * {@code 936}, {@code CP936} or {@code ANSI 936}; none for a blank file.
     *
     * @throws ShapefileException when the name is not known
     */
    static Optional<Charset> ofCpg(Path cpg) throws IOException {
        // The name is ASCII, with or without a byte order mark; anything else is refused below.
        String text = Files.readString(cpg, StandardCharsets.ISO_8859_1).strip();
        String name =
                text.replaceFirst("^ï»¿", "")
                        .toUpperCase(Locale.ROOT)
                        .replaceFirst("^(ANSI|OEM|CP|MS|WINDOWS)[ _-]*(?=\\d)", "");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (name) {
                        case "936", "54936", "EUC-CN" -> GB18030;
                        case "65001" -> StandardCharsets.UTF_8;
                        case "950" -> Charset.forName("Big5");
                        case "1252" -> Charset.forName("windows-1252");
                        case "88591" -> StandardCharsets.ISO_8859_1;
                        default -> covering(Charset.forName(name));
                    });
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ShapefileException(
                    cpg, "names the encoding '" + text + "', which is not known", e);
        }
    }
}
