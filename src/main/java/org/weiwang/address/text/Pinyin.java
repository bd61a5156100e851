package org.weiwang.address.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How names sound: syllables without tones, those that Sichuan does not tell apart as one (zh z, ch
 * c, sh s, n l, ang an, eng en, ing in). The most usual reading of a character is CLDR's; other
 * readings are those that names of places have, and 巷, 街 and 岩 as Sichuan says them too.
 */
public final class Pinyin {
    private static final int MOST_KEYS = 16;
    private static final char FIRST = 0x4e00;
    private static final char LAST = 0x9fff;
    private static final String[][] SYLLABLES = syllables();

    private Pinyin() {}

    /**
     * The ways to say a folded name, at most 16. A character without a reading sounds like nothing
     * but itself.
     */
    public static List<String> keys(CharSequence folded) {
        List<String> keys = List.of("");
        for (int i = 0; i < folded.length(); i++) {
            String[] readings = readings(folded.charAt(i));
            boolean isTooMuch = keys.size() * readings.length > MOST_KEYS;
            List<String> longer = new ArrayList<>();
            for (String key : keys) {
                for (String reading : isTooMuch ? Arrays.copyOf(readings, 1) : readings) {
                    longer.add(key.isEmpty() ? reading : key + " " + reading);
                }
            }
            keys = longer;
        }
        return keys;
    }

    /** Whether two folded characters can sound alike. */
    public static boolean soundAlike(char a, char b) {
        if (a == b) {
            return true;
        }
        String[] others = readings(b);
        for (String reading : readings(a)) {
            for (String other : others) {
                if (reading.equals(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether two folded names of one length can sound alike, character by character. */
    public static boolean soundAlike(CharSequence a, CharSequence b) {
        boolean alike = a.length() == b.length();
        for (int i = 0; alike && i < a.length(); i++) {
            alike = soundAlike(a.charAt(i), b.charAt(i));
        }
        return alike;
    }

    private static String[] readings(char c) {
        String[] readings = c < FIRST || c > LAST ? null : SYLLABLES[c - FIRST];
        return readings == null ? new String[] {String.valueOf(c)} : readings;
    }

    private static String[][] syllables() {
        String[][] syllables = new String[LAST - FIRST + 1][];
        for (String table : new String[] {"pinyin.txt", "readings.txt"}) {
            for (String line : CharTable.read(table).split("\n")) {
                int space = line.indexOf(' ');
                String[] alone = {merged(line.substring(0, space))};
                for (char c : line.substring(space + 1).toCharArray()) {
                    String[] known = syllables[c - FIRST];
                    syllables[c - FIRST] = known == null ? alone : union(known, alone[0]);
                }
            }
        }
        return syllables;
    }

    private static String[] union(String[] known, String another) {
        Set<String> all = new LinkedHashSet<>(List.of(known));
        all.add(another);
        return all.toArray(new String[0]);
    }

    private static String merged(String syllable) {
        String merged = syllable;
        if (merged.length() > 1
                && merged.charAt(1) == 'h'
                && "zcs".indexOf(merged.charAt(0)) >= 0) {
            merged = merged.charAt(0) + merged.substring(2);
        } else if (merged.charAt(0) == 'n') {
            merged = "l" + merged.substring(1);
        }
        boolean isBack = merged.endsWith("ang") || merged.endsWith("eng") || merged.endsWith("ing");
        return isBack ? merged.substring(0, merged.length() - 1) : merged;
    }
}
