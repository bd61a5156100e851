package org.weiwang.atlas.circle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps what was used last. Thread-safe. */
final class Recent<K, V> {
    private final int most;

    /** In the order of last use. */
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param most how many are kept, one or more
     */
    Recent(int most) {
        this.most = most;
    }

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(values.get(key));
    }

    synchronized void put(K key, V value) {
        values.put(key, value);
        if (values.size() > most) {
            values.remove(values.keySet().iterator().next());
        }
    }

    /** That used last comes last. */
    synchronized List<V> values() {
        return List.copyOf(values.values());
    }

    /** Lets go those whose key does not pass the test. */
    synchronized void retain(Predicate<K> test) {
        values.keySet().removeIf(test.negate());
    }
}
