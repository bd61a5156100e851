package org.weiwang.circle.standard;

import java.util.List;

/**
 * What a standard says beside what is computed with it.
 *
 * @param levels the widest first
 * @param denominators each at most once
 * @param remarks sentences for whoever reads results
 */
public record Background(
        List<WalkingLevel> levels, List<Denominator> denominators, List<String> remarks) {
    public Background {
        levels = List.copyOf(levels);
        denominators = List.copyOf(denominators);
        remarks = List.copyOf(remarks);
    }
}
