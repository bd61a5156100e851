package org.weiwang.edition;

import java.util.function.Consumer;

/** Rows that are handed on one by one, so that no list of all of them is needed. */
@FunctionalInterface
public interface Rows<T> {
    void forEach(Consumer<? super T> consumer) throws ImportException;

    static <T> Rows<T> of(Iterable<T> all) {
        return all::forEach;
    }
}
