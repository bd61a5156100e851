package org.weiwang.address.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.IOSupplier;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.AddressText;
import org.weiwang.address.Reading;
import org.weiwang.address.StoredAddress;
import org.weiwang.geo.LonLat;

/**
 * The books of all districts, searched as one. Where nothing else decides, what is found is in the
 * order of the books and in the natural order of texts, a book's facilities behind its addresses.
 * Immutable and thread-safe. All searching throws {@link UncheckedIOException} when the disk can't
 * be read.
 */
public final class AddressIndex {
    /** So many are counted whatever the limit, which takes less than reading a few of them. */
    private static final int COUNTED = 1_000;

    private static final int MOST_NEAR = 20_000;

    private final List<AddressBook> books;
    private final IndexSearcher searcher;
    private final StoredAddresses stored;

    public AddressIndex(Collection<AddressBook> books) {
        this.books = List.copyOf(books);
        IndexReader[] readers = books.stream().map(AddressBook::reader).toArray(IndexReader[]::new);
        searcher = get(() -> searcher(new MultiReader(readers, false)));
        stored = new StoredAddresses(this.books, searcher.getLeafContexts());
    }

    /** A cache of queries would keep what is never asked for again. */
    private static IndexSearcher searcher(IndexReader reader) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        return searcher;
    }

    /** All addresses, and facilities, whose {@link AddressText#key key} is that of the text. */
    public List<StoredAddress> withKey(String text) {
        String key = AddressText.key(text);
        return key.isEmpty() ? List.of() : get(() -> ofKey(key));
    }

    private List<StoredAddress> ofKey(String key) throws IOException {
        long hash = KeyHash.of(key);
        IntStream.Builder documents = null;
        int base = 0;
        for (AddressBook book : books) {
            KeyTable keys = book.keys();
            for (int at = keys.first(hash); keys.isAt(at, hash); at++) {
                documents = documents == null ? IntStream.builder() : documents;
                documents.add(base + keys.document(at));
            }
            base += keys.size();
        }
        if (documents == null) {
            return List.of();
        }
        List<StoredAddress> found = stored.read(documents.build().sorted().toArray());
        found.removeIf(address -> !AddressText.key(address.text()).equals(key));
        return found;
    }

    /**
     * What was found.
     *
     * @param total how many there are, exactly up to the limit that was asked for and at least that
     *     many beyond
     */
    public record Found(List<StoredAddress> addresses, int total) {}

    /**
     * Addresses that have all of the elements, each by one of its readings; none where there are no
     * elements. Only kind and value of a reading count.
     *
     * @param like folded text of which as many bigrams as possible shall be in the address' names,
     *     which decides on the order; empty for no order
     * @param limit at least 1
     */
    public Found having(List<List<Reading>> elements, String like, int limit) {
        if (elements.isEmpty()) {
            return new Found(List.of(), 0);
        }
        BooleanQuery.Builder query = Queries.having(elements);
        if (like.isEmpty()) {
            return first(query, limit);
        }
        Queries.orderBy(query, like);
        return best(query.build(), limit, Math.max(limit, COUNTED));
    }

    /**
     * Addresses of which as many of the elements as possible are equal, the rarer the better, and
     * the names as like the folded text as possible; the best first. They have at least one that is
     * rare, or the rarest.
     *
     * @param limit at least 1
     */
    public List<StoredAddress> like(List<List<Reading>> elements, String like, int limit) {
        Query query =
                get(
                        () -> {
                            LikeQuery any = new LikeQuery(searcher);
                            for (List<Reading> element : elements) {
                                any.add(element);
                            }
                            any.addBigramsOf(like);
                            return any.build();
                        });
        return best(query, limit, 1).addresses();
    }

    /**
     * Those with the nearest lower and the nearest higher number on the same side (odd or even)
     * among the addresses that have all of the elements; all addresses of these two numbers, at
     * most {@value AddressMatch#MOST_CANDIDATES} of each. None where there are no elements.
     */
    public List<StoredAddress> beside(List<List<Reading>> elements, int number) {
        NumbersBeside beside = new NumbersBeside(number);
        return get(
                () -> {
                    beside.search(searcher, Queries.having(elements).build());
                    return stored.read(beside.documents());
                });
    }

    /**
     * Addresses that have all of the elements and a number that begins as one of the readings, such
     * as 41, 410 and 4100 for 41.
     *
     * @param begun of numbers; empty where no number is begun
     * @param near where the nearest come first, of the first {@value #MOST_NEAR}; null for none
     * @param limit at least 1
     */
    public List<StoredAddress> beginning(
            List<List<Reading>> elements, List<Reading> begun, LonLat near, int limit) {
        BooleanQuery.Builder query = Queries.having(elements);
        if (!begun.isEmpty()) {
            query.add(Queries.beginning(begun), Occur.FILTER);
        }
        if (near == null) {
            return first(query, limit).addresses();
        }
        NearestOnes nearest = new NearestOnes(near, limit, MOST_NEAR);
        return get(
                () -> {
                    nearest.search(searcher, query.build());
                    return stored.read(nearest.documents());
                });
    }

    /**
     * How many addresses of a district, without facilities, have all of the elements; none where
     * there are no elements.
     */
    public int count(List<List<Reading>> elements, String district) {
        Query query = Queries.having(elements).build();
        return books.stream()
                .filter(book -> book.district().equals(district))
                .mapToInt(book -> get(() -> count(query, book)))
                .sum();
    }

    /** What is found, which the index mostly knows, without the facilities, which are few. */
    private static int count(Query query, AddressBook book) throws IOException {
        IndexSearcher searcher = searcher(book.reader());
        int count = searcher.count(query);
        if (count == 0) {
            return 0;
        }
        Weight weight =
                searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        DocIdSetIterator found = weight.scorer(searcher.getLeafContexts().get(0)).iterator();
        int document = found.advance(book.size());
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            count--;
            document = found.nextDoc();
        }
        return count;
    }

    private Found first(BooleanQuery.Builder query, int limit) {
        FirstOnes first = new FirstOnes(limit, COUNTED);
        return get(
                () -> {
                    first.search(searcher, query.build());
                    return new Found(stored.read(first.documents()), first.taken());
                });
    }

    private Found best(Query query, int limit, int counted) {
        return get(
                () -> {
                    TopDocs best =
                            searcher.search(query, new TopScoreDocCollectorManager(limit, counted));
                    int[] documents =
                            Arrays.stream(best.scoreDocs).mapToInt(scored -> scored.doc).toArray();
                    return new Found(stored.read(documents), (int) best.totalHits.value);
                });
    }

    private static <T> T get(IOSupplier<T> supplier) {
        try {
            return supplier.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
