package org.weiwang.circle.planning;

import java.util.List;
import java.util.Optional;

/**
 * What a plan changes.
 *
 * @param categories in which any home walks longer or shorter, in the standard's order
 * @param unjoined the plan's ways, counted from 0, that meet no other way
 */
public record Effects(List<CategoryEffect> categories, List<Integer> unjoined) {
    /** That in the category of this id, empty where no home walks longer or shorter. */
    public Optional<CategoryEffect> category(String id) {
        return categories.stream().filter(effect -> effect.category().equals(id)).findFirst();
    }
}
