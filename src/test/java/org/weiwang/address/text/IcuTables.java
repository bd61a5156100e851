package org.weiwang.address.text;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what the program takes from ICU's data, so that the jar needs neither ICU nor the seconds
 * that it takes to load: {@code IcuTables <folder of resources>}.
 */
final class IcuTables {
    private static final int PAIRS_A_LINE = 24;

    private IcuTables() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0], "simplified.txt"), simplified());
        Files.writeString(Path.of(args[0], "pinyin.txt"), pinyin());
    }

    /** Each traditional character with its simplified one. */
    static String simplified() {
        Transliterator simplifying = Transliterator.getInstance("Traditional-Simplified");
        StringBuilder table = new StringBuilder();
        int pairs = 0;
        for (char c = 0x3400; c < 0xa000; c++) {
            String simple = simplified(simplifying, c);
            if (simple.length() == 1 && simple.charAt(0) != c) {
                table.append(c).append(simple);
                table.append(++pairs % PAIRS_A_LINE == 0 ? "\n" : "");
            }
        }
        return table.append('\n').toString();
    }

    /** What stays when it is simplified again: ICU turns 苧 into 苎 and 苎 into 苧. */
    private static String simplified(Transliterator simplifying, char c) {
        String simple = simplifying.transliterate(String.valueOf(c));
        String simpler = simplifying.transliterate(simple);
        return simpler.compareTo(simple) > 0 ? simple : simpler;
    }

    /** Each toneless syllable with the characters that are mostly read so. */
    static String pinyin() {
        Transliterator reading = Transliterator.getInstance("Han-Latin; NFD; [:Mn:] Remove");
        Map<String, StringBuilder> syllables = new TreeMap<>();
        for (char c = 0x4e00; c < 0xa000; c++) {
            String syllable = reading.transliterate(String.valueOf(c));
            if (syllable.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
                syllables.computeIfAbsent(syllable, key -> new StringBuilder()).append(c);
            }
        }
        List<String> lines = new ArrayList<>();
        syllables.forEach((syllable, characters) -> lines.add(syllable + " " + characters));
        return String.join("\n", lines) + "\n";
    }
}
