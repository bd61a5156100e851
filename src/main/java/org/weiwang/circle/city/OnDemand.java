package org.weiwang.circle.city;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is made when it is first asked for, while others who ask wait, and kept.
 * Thread-safe.
 */
final class OnDemand<T> {
    private final Supplier<T> making;
    private volatile T made;

    OnDemand(Supplier<T> making) {
        this.making = making;
    }

    /** What is there already. */
    static <T> OnDemand<T> of(T made) {
        OnDemand<T> present = new OnDemand<>(() -> made);
        present.made = made;
        return present;
    }

    T get() {
        T present = made;
        return present == null ? make() : present;
    }

    private synchronized T make() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }

    /** Never waits; empty while it is being made. */
    Optional<T> ifMade() {
        return Optional.ofNullable(made);
    }
}
