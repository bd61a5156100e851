package org.weiwang.circle.standard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weiwang.circle.reach.Profile;

/**
 * What is wanted near every home, and how it is walked to. Immutable and thread-safe.
 *
 * @param id unique among {@link Standards}
 * @param version changes with every byte of the file that it was read from
 * @param rule used where nobody says one
 * @param walkers at least one; the first is the default
 * @param categories at least one, in the order to show them in
 */
public record Standard(
        String id,
        String version,
        String name,
        String nameEn,
        Rule rule,
        List<Walker> walkers,
        List<Category> categories,
        Background background) {
    public Standard {
        walkers = List.copyOf(walkers);
        categories = List.copyOf(categories);
    }

    /** The walkers' profiles by their ids, in their order. */
    public Map<String, Profile> profiles() {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        walkers.forEach(walker -> profiles.put(walker.id(), walker.profile()));
        return Collections.unmodifiableMap(profiles);
    }

    public Optional<Category> category(String id) {
        return categories.stream().filter(category -> category.id().equals(id)).findFirst();
    }
}
