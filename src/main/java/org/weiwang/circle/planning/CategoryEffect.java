package org.weiwang.circle.planning;

import java.util.List;

/**
 * What a plan changes for the homes of the whole city and one category. Minutes and who is served
 * are as in {@link org.weiwang.circle.analysis.CategoryResult}; the numbers of households are null
 * where no limit is known.
 *
 * @param category its id
 * @param householdsBefore that are served
 * @param gained households that are served by the plan only
 * @param lost households that are served without the plan only
 * @param minutesBefore the median of the walks to the nearest facility, null where it falls on
 *     homes that reach nothing
 * @param groups those where households are gained or lost, in the order of their division
 */
public record CategoryEffect(
        String category,
        Long householdsBefore,
        Long householdsAfter,
        Long gained,
        Long lost,
        Double minutesBefore,
        Double minutesAfter,
        List<GroupEffect> groups) {
    public CategoryEffect {
        groups = List.copyOf(groups);
    }

    /** That of a plan that changes nothing, in the same category. */
    CategoryEffect unchanged() {
        Long none = householdsBefore == null ? null : 0L;
        return new CategoryEffect(
                category,
                householdsBefore,
                householdsBefore,
                none,
                none,
                minutesBefore,
                minutesBefore,
                List.of());
    }
}
