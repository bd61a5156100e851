package org.weiwang.address;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What came of looking for a text among all addresses.
 *
 * @param score how much the answer can be trusted, from 0 to 1; 1 for a text that is the address'
 *     own
 * @param elements the text's elements with what became of each
 * @param faults what lowered the score, the gravest first
 * @param candidates the likeliest first, at most {@link #MOST_CANDIDATES}; exactly one where the
 *     kind is EXACT or CORRECTED. Where the kind is PARTIAL these are all that may be meant (the
 *     neighbours of a number that is not there, all of a group that has no such number), where it
 *     is AMBIGUOUS all that agree equally, and perhaps behind them some that agree less
 * @param meant how many of the candidates may be meant; 0 where none may. The others are suggested
 *     only
 * @param total how many may be meant in all; more than {@code meant} where there are more than the
 *     list can hold
 */
public record AddressMatch(
        Kind kind,
        double score,
        List<CheckedElement> elements,
        List<Fault> faults,
        List<Candidate> candidates,
        int meant,
        int total) {
    public static final int MOST_CANDIDATES = 200;

    /** How a text was found to be an address. */
    public enum Kind {
        /** Every element given agrees with one address alone. */
        EXACT,
        /** Names were corrected, uniquely within a parent that agrees; every number is equal. */
        CORRECTED,
        /** Some elements agree, others are not there. */
        PARTIAL,
        /** Several addresses agree equally. */
        AMBIGUOUS,
        NOT_FOUND
    }

    /**
     * @param score from 0 to 1
     */
    public record Candidate(StoredAddress address, double score) {}

    public AddressMatch {
        elements = Collections.unmodifiableList(elements); // A copy would ask for them.
        faults = List.copyOf(faults);
        candidates = List.copyOf(candidates);
        if (meant < 0 || meant > candidates.size() || total < meant) {
            throw new IllegalArgumentException(
                    meant + " of " + candidates.size() + " candidates, " + total + " in all");
        }
    }

    /** The same of a text that names the province and city before the other elements. */
    public AddressMatch within(List<CheckedElement> region) {
        List<CheckedElement> all = new ArrayList<>(region);
        all.addAll(elements);
        return new AddressMatch(kind, score, all, faults, candidates, meant, total);
    }

    /** The same, of which none may be meant. */
    public AddressMatch suggestedOnly() {
        return new AddressMatch(kind, score, elements, faults, candidates, 0, 0);
    }

    /** Whether the list holds all that may be meant, and there is any. */
    public boolean isWhole() {
        return meant > 0 && meant == total;
    }
}
