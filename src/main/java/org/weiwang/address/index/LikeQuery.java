package org.weiwang.address.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.weiwang.address.Reading;

/**
 * Asks for any of some elements and bigrams, the rarer the better. Only what has a rare one of them
 * is looked at, or the rarest where none is rare: of many millions of addresses, most have a number
 * or a bigram in common with any text. For one query by one thread.
 */
final class LikeQuery {
    /** An element says as much as two bigrams of the same rarity. */
    private static final float ELEMENT_WEIGHT = 2;

    /** Rare is what so many addresses have, or one in so many. */
    private static final int RARE = 1_000;

    private static final int RARE_AMONG = 2_000;

    private record Part(Query query, long addresses) {}

    private final IndexSearcher searcher;
    private final List<Part> parts = new ArrayList<>();

    LikeQuery(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    void add(List<Reading> element) throws IOException {
        List<Query> readings = new ArrayList<>();
        long addresses = 0;
        for (Reading reading : element) {
            Part part = part(ElementTerms.element(reading));
            addresses += part.addresses();
            readings.add(part.query());
        }
        Query any = new DisjunctionMaxQuery(readings, 0);
        parts.add(new Part(new BoostQuery(any, ELEMENT_WEIGHT), addresses));
    }

    void addBigramsOf(String text) throws IOException {
        for (String bigram : ElementTerms.bigrams(text)) {
            parts.add(part(new Term(ElementTerms.BIGRAM, bigram)));
        }
    }

    private Part part(Term term) throws IOException {
        TermStates states = TermStates.build(searcher, term, true);
        return new Part(new TermQuery(term, states), states.docFreq());
    }

    Query build() {
        List<Part> there =
                parts.stream()
                        .filter(part -> part.addresses() > 0)
                        .sorted(Comparator.comparingLong(Part::addresses))
                        .toList();
        int all = searcher.getIndexReader().maxDoc();
        long most = there.isEmpty() ? 0 : there.get(0).addresses();
        most = Math.max(most, Math.max(RARE, all / RARE_AMONG));
        BooleanQuery.Builder rare = new BooleanQuery.Builder();
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Part part : there) {
            (part.addresses() <= most ? rare : query).add(part.query(), Occur.SHOULD);
        }
        return query.add(rare.build(), Occur.MUST).build();
    }
}
