package org.weiwang.atlas.tile;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What is made when it is first asked for and kept until other things were used later. Thread-safe.
 */
final class Kept<K, V> {
    private final long most;
    private final ToLongFunction<V> bytes;

    /** In the order of last use. */
    private final Map<K, CompletableFuture<V>> values = new LinkedHashMap<>(16, 0.75f, true);

    private long held;

    /**
     * @param most bytes that are kept
     * @param bytes of a value
     */
    Kept(long most, ToLongFunction<V> bytes) {
        this.most = most;
        this.bytes = bytes;
    }

    /**
     * The value of the key. Whoever asks while it is made waits for it; when it can't be made, they
     * get a {@link java.util.concurrent.CompletionException}, and the next who asks tries again.
     *
     * @param making must not ask for the same key
     */
    V get(K key, Supplier<V> making) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> other = putIfAbsent(key, mine);
        if (other != null) {
            return other.join();
        }
        try {
            V made = making.get();
            keep(mine, made);
            return made;
        } catch (RuntimeException | Error e) {
            remove(key); // Before it has failed, so that nobody finds it.
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** The value of the key, if it is there by now. */
    synchronized Optional<V> peek(K key) {
        CompletableFuture<V> value = values.get(key);
        return value != null && value.isDone() ? Optional.of(value.join()) : Optional.empty();
    }

    private synchronized CompletableFuture<V> putIfAbsent(K key, CompletableFuture<V> future) {
        return values.putIfAbsent(key, future);
    }

    private synchronized void remove(K key) {
        values.remove(key);
    }

    private synchronized void keep(CompletableFuture<V> future, V made) {
        future.complete(made);
        held += bytes.applyAsLong(made);
        Iterator<CompletableFuture<V>> oldest = values.values().iterator();
        while (held > most) {
            CompletableFuture<V> value = oldest.next();
            // What is being made does not count yet.
            if (value.isDone()) {
                held -= bytes.applyAsLong(value.join());
                oldest.remove();
            }
        }
    }

    /** How many bytes are kept. */
    synchronized long held() {
        return held;
    }
}
