package org.weiwang.address.match;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.weiwang.address.CheckedElement;
import org.weiwang.address.match.Corrections.Corrected;

/**
 * Decides as what a text is taken: as it says, with names corrected, or without what nothing known
 * explains. Thread-safe.
 */
final class Interpretation {
    private final Hypotheses hypotheses;
    private final Corrections corrections;

    Interpretation(Hypotheses hypotheses, Corrections corrections) {
        this.hypotheses = hypotheses;
        this.corrections = corrections;
    }

    Answering of(Query query) {
        if (query.unknown().isEmpty()) {
            return new Answering(query, asItSays(query), List.of());
        }
        Corrected corrected = corrections.of(query, true);
        List<Sought> taken = corrected.said().stream().filter(Sought::isCorrected).toList();
        if (taken.isEmpty()) {
            return without(query);
        }
        Finding finding = hypotheses.find(corrected.said());
        boolean decided = taken.stream().allMatch(Sought::isDecided);
        if (decided && isWithinAgreedParent(corrected.said(), finding)) {
            return new Answering(query, finding, corrected.unexplained());
        }
        if (!finding.agrees()) {
            Finding farther = hypotheses.find(corrections.of(query, false).said());
            if (farther.agrees()) {
                return new Answering(query, farther.suggestedOnly(), corrected.unexplained());
            }
        }
        return decided || finding.agrees()
                ? new Answering(query, finding.suggestedOnly(), corrected.unexplained())
                : without(query);
    }

    private Finding asItSays(Query query) {
        List<Sought> said = query.literally();
        Finding finding = hypotheses.find(said);
        if (finding.agrees()) {
            return finding;
        }
        Finding broad = query.isBroad() ? hypotheses.find(query.broadly()) : Finding.NONE;
        if (broad.agrees()) {
            return Finding.suggesting(broad.meant()).and(finding.all());
        } else if (!finding.meant().isEmpty()) {
            return finding;
        }
        Finding likely = Finding.NONE;
        for (List<Sought> corrected : corrections.ofOne(query.text(), said)) {
            Finding similar = hypotheses.find(corrected);
            if (similar.agrees()) {
                likely = likely.and(hypotheses.held(said, similar.meant()));
            }
        }
        return likely.and(finding.suggested());
    }

    /** Takes what nothing known explains for no part of the address. */
    private Answering without(Query query) {
        List<Sought> said = query.literally();
        Finding finding = hypotheses.find(said);
        if (finding.all().stream().limit(1).noneMatch(Verification::tellsPlace)) {
            String unknown =
                    query.unknown().stream()
                            .map(element -> element.first().value())
                            .collect(Collectors.joining());
            finding = hypotheses.like(said, unknown);
        }
        return new Answering(query, finding, query.unknown());
    }

    /**
     * Whether each address meant has a name as it was given, nothing said contradicts it, and all
     * names that are equally like a given one are found: a number that is in one of them alone does
     * not decide between them.
     */
    private static boolean isWithinAgreedParent(List<Sought> said, Finding finding) {
        boolean parent = said.stream().anyMatch(one -> one.isName() && !one.isCorrected());
        return parent
                && finding.meant().stream().allMatch(Verification::isConsistent)
                && said.stream()
                        .filter(Sought::isCorrected)
                        .allMatch(one -> names(one, finding).size() == one.names());
    }

    private static Set<String> names(Sought one, Finding finding) {
        return finding.meant().stream()
                .flatMap(verification -> verification.elements().stream())
                .filter(element -> element.from() == one.from())
                .map(CheckedElement::value)
                .collect(Collectors.toSet());
    }
}
