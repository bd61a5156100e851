package org.weiwang.edition.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.weiwang.edition.AddressId;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionGrids;
import org.weiwang.edition.NoSuchEditionException;

/**
 * Compares editions. What was asked for last is kept, since editions do not change; it takes up
 * memory for the grids that changed and eight bytes for each address that moves. All of it throws
 * {@link org.weiwang.edition.StoreFailure} while the store can't be reached. Thread-safe.
 */
public final class Comparer {
    /** How many addresses are read at a time. */
    private static final int PIECE = 10_000;

    private final ComparisonStore store;
    private final RecentComparisons recent = new RecentComparisons();

    public Comparer(ComparisonStore store) {
        this.store = store;
    }

    /**
     * The two editions as they are there, with the addresses in force now.
     *
     * @param from id of the earlier edition
     * @param to id of the later edition; may be the same one
     */
    public Pair pair(String from, String to) throws NoSuchEditionException {
        return store.read(reader -> Pair.Found.of(reader, from, to)).pair(from, to);
    }

    /**
     * Compares the two, once for all who ask at a time.
     *
     * @throws NotNowException when as many others are being compared as may be at a time, or the
     *     pair is no longer there
     */
    public Comparison compare(Pair pair) throws DistrictsDifferException, NotNowException {
        Edition from = pair.from().edition();
        Edition to = pair.to().edition();
        if (!from.district().equals(to.district())) {
            throw new DistrictsDifferException(from.id(), to.id());
        }
        return recent.get(
                pair,
                () ->
                        store.read(reader -> compare(reader, pair))
                                .orElseThrow(NotNowException::superseded));
    }

    private static Optional<Comparison> compare(ComparisonStore.Reader reader, Pair pair) {
        if (!pair.isThere(reader)) {
            return Optional.empty();
        }
        EditionGrids before = reader.grids(pair.from().edition());
        EditionGrids after = reader.grids(pair.to().edition());
        List<Changed> changed = Differences.between(before, after);
        MoveCounter moves = new MoveCounter(before, after);
        if (pair.dataSet() != null) {
            reader.eachAddress(pair.dataSet(), moves::add);
        }
        return Optional.of(
                new Comparison(pair, after.district(), changed, moves.total(), moves.moves()));
    }

    /**
     * A page of the addresses that move, by number.
     *
     * @param after where the page before ended; only its number counts
     * @param limit of the page, which is shorter only at the end
     * @throws NotNowException when the addresses are no longer there
     */
    public List<MovedAddress> moved(Comparison comparison, AddressId after, int limit)
            throws NotNowException {
        int[] numbers = comparison.moves().after(after.number(), limit);
        List<MovedAddress> page = new ArrayList<>(numbers.length);
        store.read(reader -> read(reader, comparison, numbers, page::add));
        refuseOtherThan(numbers.length, page.size());
        return page;
    }

    /**
     * Hands on all addresses that move, by number, piece by piece.
     *
     * @throws NotNowException when the addresses are no longer there
     */
    public void eachMoved(Comparison comparison, Consumer<MovedAddress> consumer)
            throws NotNowException {
        long read =
                store.read(
                        reader -> {
                            long count = 0;
                            int[] piece = comparison.moves().after(0, PIECE);
                            while (piece.length > 0) {
                                count += read(reader, comparison, piece, consumer);
                                piece = comparison.moves().after(piece[piece.length - 1], PIECE);
                            }
                            return count;
                        });
        refuseOtherThan(comparison.addressesMoved(), read);
    }

    /** How many there were of these. */
    private static int read(
            ComparisonStore.Reader reader,
            Comparison comparison,
            int[] numbers,
            Consumer<MovedAddress> consumer) {
        boolean isSuperseded = !reader.history().equals(comparison.pair().history());
        if (numbers.length == 0 || isSuperseded) {
            return 0; // Perhaps there is no data set at all.
        }
        int[] count = new int[1];
        long dataSet = comparison.pair().dataSet();
        reader.addresses(
                dataSet,
                numbers,
                (address, number) -> {
                    count[0]++;
                    consumer.accept(
                            new MovedAddress(
                                    new AddressId(dataSet, number),
                                    address,
                                    comparison.moves().flow(number)));
                });
        return count[0];
    }

    private static void refuseOtherThan(long expected, long read) throws NotNowException {
        if (read != expected) {
            throw NotNowException.superseded();
        }
    }
}
