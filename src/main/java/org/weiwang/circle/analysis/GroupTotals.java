package org.weiwang.circle.analysis;

import org.weiwang.circle.city.Division;

/** What a group comes to by itself and over all categories, as {@link GroupResult} has it. */
public record GroupTotals(
        Division.Level level,
        String code,
        long households,
        long addresses,
        long noNetwork,
        double areaSquareMetres,
        Double score) {}
