package org.weiwang.address.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.AddressMatch.Candidate;
import org.weiwang.address.AddressMatch.Kind;
import org.weiwang.address.CheckedElement;
import org.weiwang.address.CheckedElement.State;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Fault;
import org.weiwang.address.Fault.Code;
import org.weiwang.address.StoredAddress;
import org.weiwang.address.text.ChineseNumerals;

/**
 * An answer in the making: what was found, and what is to be said against it.
 *
 * @param unexplained stretches of the text that play no part in the finding
 */
record Answering(Query query, Finding finding, List<Element> unexplained) {
    private static final int MOST_SUGGESTED = 10;

    private static final List<ElementKind> WIDE_KINDS =
            List.of(
                    ElementKind.TOWN,
                    ElementKind.COMMUNITY,
                    ElementKind.ROAD,
                    ElementKind.DISTRICT);

    /** They end as a 市 or 区 does, and are in a house or around it. */
    private static final List<String> PREMISES =
            List.of("超市", "门市", "小区", "厂区", "园区", "校区", "院区", "片区");

    /** What ways to go are told with: 往前走两百米. */
    private static final String WAYS = "米走过往前后左右岸侧对旁边";

    AddressMatch answer() {
        Finding judged = judged();
        List<Fault> against = against();
        if (judged.isEmpty()) {
            return new AddressMatch(
                    Kind.NOT_FOUND, 0, elements(List.of()), against, List.of(), 0, 0);
        }
        Verification lead = judged.all().get(0);
        Kind kind = kind(judged, lead);
        int shares = kind == Kind.AMBIGUOUS ? Math.max(judged.total(), 1) : 1;
        double factor = Scores.of(against) / shares;
        List<Candidate> candidates = candidates(judged, factor);
        List<Fault> faults = new ArrayList<>(lead.faults());
        faults.addAll(against);
        faults.sort(Scores.GRAVEST_FIRST);
        return new AddressMatch(
                kind,
                candidates.get(0).score(),
                elements(lead.elements()),
                faults,
                candidates,
                Math.min(judged.meant().size(), AddressMatch.MOST_CANDIDATES),
                judged.total());
    }

    /** The finding, of which nothing is meant where the text says more than it explains. */
    private Finding judged() {
        if (finding.isEmpty()) {
            return finding;
        }
        Verification lead = finding.all().get(0);
        boolean near = !query.relations().isEmpty();
        return near || !unexplained.isEmpty() && !saysEnough(lead)
                ? finding.suggestedOnly()
                : finding;
    }

    /** Whether the address is told in full before anything unexplained stands. */
    private boolean saysEnough(Verification lead) {
        boolean named =
                lead.has(ElementKind.COMMUNITY)
                        || lead.has(ElementKind.ROAD)
                        || lead.has(ElementKind.ESTATE);
        int numbered =
                lead.elements().stream()
                        .filter(Verification::isThere)
                        .filter(
                                e ->
                                        e.kind() == ElementKind.NUMBER
                                                || e.kind() == ElementKind.BUILDING)
                        .mapToInt(CheckedElement::to)
                        .min()
                        .orElse(Integer.MAX_VALUE);
        return named
                && lead.isConsistent()
                && unexplained.stream()
                        .allMatch(one -> one.from() >= numbered && !maySayWhere(one));
    }

    /** Whether it may be a wider place, a number, a way to go, or what the number before counts. */
    private boolean maySayWhere(Element unexplained) {
        return wideKind(unexplained.text()) != ElementKind.UNKNOWN
                || unexplained.text().chars().anyMatch(Answering::leadsElsewhere)
                || Character.isDigit(query.text().charAt(unexplained.from() - 1));
    }

    private static boolean leadsElsewhere(int c) {
        return Character.isDigit(c) || ChineseNumerals.isNumeral((char) c) || WAYS.indexOf(c) >= 0;
    }

    /** The kind of place wider than a house that the end of a name tells; UNKNOWN where none. */
    private static ElementKind wideKind(String text) {
        if (PREMISES.stream().noneMatch(text::endsWith)) {
            for (ElementKind kind : WIDE_KINDS) {
                if (!Stem.of(kind, text).suffix().isEmpty()) {
                    return kind;
                }
            }
        }
        return ElementKind.UNKNOWN;
    }

    private List<Fault> against() {
        List<Fault> against = new ArrayList<>();
        for (Element element : unexplained) {
            ElementKind kind = wideKind(element.text());
            Code code = kind == ElementKind.UNKNOWN ? Code.NOT_UNDERSTOOD : Code.NO_SUCH_NAME;
            against.add(new Fault(code, kind, element.text(), null));
        }
        for (Element element : query.relations()) {
            against.add(new Fault(Code.NEAR_ONLY, ElementKind.RELATION, element.text(), null));
        }
        against.sort(Scores.GRAVEST_FIRST);
        return against;
    }

    private Kind kind(Finding judged, Verification lead) {
        if (!unexplained.isEmpty() && !lead.tellsPlace()) {
            return Kind.NOT_FOUND;
        } else if (!query.relations().isEmpty() || !unexplained.isEmpty() || !lead.agrees()) {
            return Kind.PARTIAL;
        } else if (judged.meant().size() != 1 || judged.total() != 1) {
            return Kind.AMBIGUOUS;
        }
        boolean corrected = lead.elements().stream().anyMatch(e -> e.state() == State.CORRECTED);
        return corrected ? Kind.CORRECTED : Kind.EXACT;
    }

    private static List<Candidate> candidates(Finding judged, double factor) {
        List<Candidate> candidates = new ArrayList<>();
        Set<StoredAddress> taken = new HashSet<>();
        for (Verification one : judged.meant()) {
            if (candidates.size() < AddressMatch.MOST_CANDIDATES) {
                taken.add(one.place().address());
                candidates.add(new Candidate(one.place().address(), one.score() * factor));
            }
        }
        int most = Math.min(candidates.size() + MOST_SUGGESTED, AddressMatch.MOST_CANDIDATES);
        for (Verification one : judged.suggested()) {
            if (candidates.size() < most && taken.add(one.place().address())) {
                double score = Scores.suggested(one.score() * factor);
                candidates.add(new Candidate(one.place().address(), score));
            }
        }
        return candidates;
    }

    /** All elements of the text, in its order. */
    private List<CheckedElement> elements(List<CheckedElement> checked) {
        List<CheckedElement> elements = new ArrayList<>(checked);
        if (checked.isEmpty()) {
            query.known().forEach(one -> elements.add(checked(one, State.UNCHECKED)));
        }
        for (Element element : unexplained) {
            State state =
                    wideKind(element.text()) == ElementKind.UNKNOWN
                            ? State.UNCHECKED
                            : State.INVALID;
            elements.add(checked(element, state));
        }
        query.relations().forEach(element -> elements.add(checked(element, State.UNCHECKED)));
        elements.sort(Comparator.comparingInt(CheckedElement::from));
        return elements;
    }

    private static CheckedElement checked(Element element, State state) {
        return new CheckedElement(
                element.first().kind(),
                element.first().value(),
                element.text(),
                element.from(),
                element.to(),
                state);
    }
}
