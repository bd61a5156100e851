package org.weiwang.address.index;

import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Reading;

/** The fields and terms by which addresses are found. */
final class ElementTerms {
    /** Each reading of each element: a letter for its kind, and its value. */
    static final String ELEMENT = "element";

    /** The same for each beginning of a number, itself included. */
    static final String BEGINNING = "beginning";

    /** Each two neighbouring characters of names, but for those of wide divisions. */
    static final String BIGRAM = "bigram";

    private ElementTerms() {}

    static Term element(Reading reading) {
        return new Term(ELEMENT, bytes(reading.kind(), reading.value()));
    }

    static Term beginning(Reading reading) {
        return new Term(BEGINNING, bytes(reading.kind(), reading.value()));
    }

    static BytesRef bytes(ElementKind kind, String value) {
        return new BytesRef((char) ('A' + kind.ordinal()) + value);
    }

    /** The text itself where it is of one character; in a set order, each once. */
    static Set<String> bigrams(String folded) {
        Set<String> bigrams = new TreeSet<>();
        int[] characters = folded.codePoints().filter(Character::isLetterOrDigit).toArray();
        if (characters.length == 1) {
            bigrams.add(Character.toString(characters[0]));
        }
        for (int i = 1; i < characters.length; i++) {
            bigrams.add(new String(characters, i - 1, 2));
        }
        return bigrams;
    }
}
