package org.weiwang.address.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class TrieTest {
    @Property
    void aWordIsFoundAndNothingElse(
            @ForAll Set<@CharRange(from = 'a', to = 'd') @StringLength(max = 5) String> words,
            @ForAll @CharRange(from = 'a', to = 'e') @StringLength(max = 6) String sought) {
        Trie<String> trie = trie(words);
        for (String word : words) {
            assertThat(find(trie, word)).isEqualTo(word);
        }
        assertThat(find(trie, sought)).isEqualTo(words.contains(sought) ? sought : null);
    }

    @Property
    void wordsAreFoundByTheirBeginning(
            @ForAll Set<@CharRange(from = 'a', to = 'd') @StringLength(max = 5) String> words,
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 3) String beginning) {
        List<String> found = new ArrayList<>();
        trie(words).startingWith(beginning, found::add);
        assertThat(found)
                .isEqualTo(
                        words.stream()
                                .filter(word -> word.startsWith(beginning))
                                .sorted(
                                        Comparator.comparing(String::length)
                                                .thenComparing(Comparator.naturalOrder()))
                                .toList());
    }

    private static Trie<String> trie(Set<String> words) {
        TreeMap<String, String> sorted = new TreeMap<>();
        words.forEach(word -> sorted.put(word, word));
        return new Trie<>(sorted);
    }

    private static String find(Trie<String> trie, String word) {
        int node = Trie.ROOT;
        for (int i = 0; i < word.length() && node != Trie.NONE; i++) {
            node = trie.child(node, word.charAt(i));
        }
        return node == Trie.NONE ? null : trie.value(node);
    }
}
