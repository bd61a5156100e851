package org.weiwang.circle.analysis;

import java.util.List;
import java.util.Set;
import org.weiwang.circle.standard.Background;
import org.weiwang.circle.standard.Category;
import org.weiwang.circle.standard.Figure;
import org.weiwang.circle.standard.Rule;
import org.weiwang.circle.standard.Standard;
import org.weiwang.circle.standard.Status;
import org.weiwang.circle.standard.Walker;

/** Makes standards for tests. */
final class Figures {
    private Figures() {}

    static Standard standard(List<Walker> walkers, List<Category> categories) {
        Background background = new Background(List.of(), List.of(), List.of());
        return new Standard("s", "1-ab", "标准", "S", Rule.TIME, walkers, categories, background);
    }

    static Walker walker(String id, double metresPerMinute, boolean takesSteps) {
        return new Walker(id, id, id, figure(metresPerMinute), takesSteps);
    }

    /**
     * @param minutes null where open
     * @param metres null where open
     */
    static Category category(
            String id, Set<String> facilities, Double minutes, Double metres, double weight) {
        return new Category(id, id, id, facilities, figure(minutes), figure(metres), weight);
    }

    private static Figure figure(Double value) {
        return value == null
                ? new Figure(null, Status.OPEN, "")
                : new Figure(value, Status.RECALLED, "test");
    }
}
