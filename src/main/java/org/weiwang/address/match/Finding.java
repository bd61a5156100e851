package org.weiwang.address.match;

import java.util.ArrayList;
import java.util.List;

/**
 * What a search came to.
 *
 * @param meant those that may be meant, the likeliest first
 * @param total how many may be meant in all
 * @param suggested others, which are like what was sought
 */
record Finding(List<Verification> meant, int total, List<Verification> suggested) {
    static final Finding NONE = new Finding(List.of(), 0, List.of());

    static Finding suggesting(List<Verification> suggested) {
        return new Finding(List.of(), 0, suggested);
    }

    boolean isEmpty() {
        return meant.isEmpty() && suggested.isEmpty();
    }

    /** Whether an address has all that was said. */
    boolean agrees() {
        return !meant.isEmpty() && meant.get(0).agrees();
    }

    /** The same addresses, of which none may be meant. */
    Finding suggestedOnly() {
        return suggesting(all());
    }

    List<Verification> all() {
        List<Verification> all = new ArrayList<>(meant);
        all.addAll(suggested);
        return all;
    }

    /** With more suggestions behind its own. */
    Finding and(List<Verification> more) {
        List<Verification> both = new ArrayList<>(suggested);
        both.addAll(more);
        return new Finding(meant, total, both);
    }
}
