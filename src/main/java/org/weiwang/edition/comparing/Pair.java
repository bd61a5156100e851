package org.weiwang.edition.comparing;

import java.util.Optional;
import org.weiwang.edition.NoSuchEditionException;

/**
 * What is compared: two editions, and where the addresses lie in them.
 *
 * @param dataSet version of the addresses in force in the district of the former; null where there
 *     are none
 */
public record Pair(Subject from, Subject to, Long dataSet) {
    /** What is there of a pair that is asked for. */
    record Found(Optional<Subject> from, Optional<Subject> to, Optional<Long> dataSet) {
        static Found of(ComparisonStore.Reader reader, String from, String to) {
            Optional<Subject> before = reader.subject(from);
            return new Found(
                    before,
                    reader.subject(to),
                    before.flatMap(s -> reader.addressesInForce(s.edition().district())));
        }

        Pair pair(String from, String to) throws NoSuchEditionException {
            return new Pair(
                    this.from.orElseThrow(() -> new NoSuchEditionException(from)),
                    this.to.orElseThrow(() -> new NoSuchEditionException(to)),
                    dataSet.orElse(null));
        }
    }

    /** Whether all of it is there still, as it was. */
    boolean isThere(ComparisonStore.Reader reader) {
        Found now = Found.of(reader, from.edition().id(), to.edition().id());
        return now.equals(
                new Found(Optional.of(from), Optional.of(to), Optional.ofNullable(dataSet)));
    }
}
