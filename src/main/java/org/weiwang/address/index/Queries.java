package org.weiwang.address.index;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.weiwang.address.Reading;

/** What the index is asked. */
final class Queries {
    private Queries() {}

    /** Names first: most of them are in few books, and a book without one is done with. */
    private static final Comparator<List<Reading>> NAMES_FIRST =
            Comparator.comparing(readings -> readings.get(0).kind().isNumber());

    /** All of the elements, each by one of its readings. */
    static BooleanQuery.Builder having(List<List<Reading>> elements) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        elements.stream()
                .sorted(NAMES_FIRST)
                .forEach(element -> all.add(any(element, ElementTerms::element), Occur.FILTER));
        return all;
    }

    /** A number that begins as one of the readings. */
    static Query beginning(List<Reading> readings) {
        return any(readings, ElementTerms::beginning);
    }

    /** Adds what decides on the order alone: how many bigrams of the text are in the names. */
    static void orderBy(BooleanQuery.Builder query, String text) {
        for (String bigram : ElementTerms.bigrams(text)) {
            Query has = new TermQuery(new Term(ElementTerms.BIGRAM, bigram));
            query.add(new ConstantScoreQuery(has), Occur.SHOULD);
        }
    }

    private static Query any(List<Reading> readings, Function<Reading, Term> term) {
        if (readings.size() == 1) {
            return new TermQuery(term.apply(readings.get(0)));
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Reading reading : readings) {
            any.add(new TermQuery(term.apply(reading)), Occur.SHOULD);
        }
        return any.build();
    }
}
