package org.weiwang.edition.comparing;

import java.util.Optional;
import java.util.UUID;
import org.weiwang.edition.NoSuchEditionException;

/**
 * What is compared: two editions, and where the addresses lie in them.
 *
 * @param history in which they are numbered; another begins when a backup is restored
 * @param dataSet version of the addresses in force in the district of the former; null where there
 *     are none
 */
public record Pair(UUID history, Subject from, Subject to, Long dataSet) {
    /** What is there of a pair that is asked for. */
    record Found(
            UUID history, Optional<Subject> from, Optional<Subject> to, Optional<Long> dataSet) {
        static Found of(ComparisonStore.Reader reader, String from, String to) {
            UUID history = reader.history();
            Optional<Subject> before = reader.subject(from);
            return new Found(
                    history,
                    before,
                    reader.subject(to),
                    before.flatMap(s -> reader.addressesInForce(s.edition().district())));
        }

        Pair pair(String from, String to) throws NoSuchEditionException {
            return new Pair(
                    history,
                    this.from.orElseThrow(() -> new NoSuchEditionException(from)),
                    this.to.orElseThrow(() -> new NoSuchEditionException(to)),
                    dataSet.orElse(null));
        }
    }

    /** Whether all of it is there still, as it was. */
    boolean isThere(ComparisonStore.Reader reader) {
        Found now = Found.of(reader, from.edition().id(), to.edition().id());
        return now.equals(
                new Found(
                        history, Optional.of(from), Optional.of(to), Optional.ofNullable(dataSet)));
    }
}
