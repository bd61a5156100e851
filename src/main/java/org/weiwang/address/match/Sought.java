package org.weiwang.address.match;

import java.util.List;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Reading;
import org.weiwang.address.Reading.Via;

/**
 * An element of a text as it is looked for: as it was read, or, where nothing known explains it, as
 * the names that are like it.
 *
 * @param readings one of which an address shall have
 * @param similar the names that it is taken for, one to each reading; none where it was read
 */
record Sought(String text, int from, int to, List<Reading> readings, List<SimilarName> similar) {
    private static final int SHORTEST_ESTATE = 3;

    /** As all that its text may stand for. */
    static Sought broadly(Element element) {
        return read(element, element.readings());
    }

    /** As what its text says: where there is a 白云社区, that stands for no 白云村. */
    static Sought literally(Element element) {
        List<Reading> readings = element.readings();
        return read(
                element,
                readings.stream()
                        .filter(one -> readings.stream().noneMatch(it -> isMoreLiteral(it, one)))
                        .toList());
    }

    private static boolean isMoreLiteral(Reading one, Reading other) {
        return one.kind() == other.kind() && one.via() == Via.ITSELF && other.via() == Via.SUFFIX;
    }

    private static Sought read(Element element, List<Reading> readings) {
        return new Sought(element.text(), element.from(), element.to(), readings, List.of());
    }

    /** The stretch of the text taken for one of these names. */
    static Sought like(String text, int from, int to, List<SimilarName> names) {
        List<Reading> readings = names.stream().map(SimilarName::reading).toList();
        return new Sought(text, from, to, readings, List.copyOf(names));
    }

    /** Of the likeliest reading. */
    ElementKind kind() {
        return readings.get(0).kind();
    }

    /** Whether it tells a place from others. 院 does not: there is one behind many numbers. */
    boolean isName() {
        return kind().isName() && (kind() != ElementKind.ESTATE || !isGeneric());
    }

    private boolean isGeneric() {
        return readings.stream().allMatch(reading -> reading.value().length() < SHORTEST_ESTATE);
    }

    boolean canBe(ElementKind kind) {
        return readings.stream().anyMatch(reading -> reading.kind() == kind);
    }

    /** How many names it may stand for, whether they are said as they are or by an alias. */
    long names() {
        return readings.stream()
                .map(reading -> Reading.itself(reading.kind(), reading.value()))
                .distinct()
                .count();
    }

    boolean isCorrected() {
        return !similar.isEmpty();
    }

    /** Whether what it is taken for is beyond doubt, but for which of several names it is. */
    boolean isDecided() {
        return similar.stream().allMatch(SimilarName::decides);
    }
}
