package org.weiwang.feature.file;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names of a .dbf's fields: at most ten letters, and no two the same in small letters. */
final class FieldNames {
    private static final int LONGEST = 10;

    private FieldNames() {}

    /**
     * One for each name, in their order: the name itself where it fits, so that no other takes it;
     * else its first ten letters, else its first eight and a number from 1.
     *
     * @param names in ASCII, those that fit different in small letters
     */
    static List<String> of(List<String> names) {
        Set<String> taken = new HashSet<>();
        names.stream().filter(FieldNames::fits).forEach(name -> taken.add(small(name)));
        return names.stream().map(name -> fits(name) ? name : shortened(name, taken)).toList();
    }

    private static boolean fits(String name) {
        return name.length() <= LONGEST;
    }

    private static String shortened(String name, Set<String> taken) {
        String field = name.substring(0, LONGEST);
        for (int i = 1; !taken.add(small(field)); i++) {
            String number = "_" + i;
            field = name.substring(0, LONGEST - number.length()) + number;
        }
        return field;
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
