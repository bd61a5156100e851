package org.weiwang.address.match;

import java.util.List;
import org.weiwang.address.CheckedElement;
import org.weiwang.address.CheckedElement.State;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Fault;

/**
 * What became of all that was sought when it was held against one stored address.
 *
 * @param elements one for each that was sought
 * @param narrowest the kind of the narrowest element that is there
 * @param formerNames how many of its names are such as nobody uses any more
 */
record Verification(
        Place place,
        List<CheckedElement> elements,
        List<Fault> faults,
        ElementKind narrowest,
        int formerNames) {
    double score() {
        return Scores.of(faults);
    }

    /** Whether the address has all that was sought. */
    boolean agrees() {
        return elements.stream().allMatch(Verification::isThere);
    }

    /** Whether nothing that was sought contradicts the address. */
    boolean isConsistent() {
        return elements.stream().noneMatch(element -> element.state() == State.INVALID);
    }

    /** Whether no name contradicts, though the data may not say all of them. */
    boolean hasConsistentNames() {
        return elements.stream()
                .noneMatch(one -> one.kind().isName() && one.state() == State.INVALID);
    }

    /** Whether nothing narrower is recorded of the address. */
    boolean isWhole() {
        return place.elements().stream()
                .allMatch(element -> element.first().kind().compareTo(narrowest) <= 0);
    }

    /** The place without what is narrower than what was sought. */
    String extent() {
        return place.downTo(narrowest);
    }

    /** How many of the elements are there. */
    int agreeing() {
        return (int) elements.stream().filter(Verification::isThere).count();
    }

    /** Whether it has a name that tells more than in which town it is. */
    boolean tellsPlace() {
        return has(ElementKind.COMMUNITY)
                || has(ElementKind.ROAD)
                || has(ElementKind.ESTATE)
                || has(ElementKind.LANDMARK);
    }

    boolean has(ElementKind kind) {
        return elements.stream().anyMatch(e -> e.kind() == kind && isThere(e));
    }

    static boolean isThere(CheckedElement element) {
        return element.state() == State.VALID || element.state() == State.CORRECTED;
    }
}
