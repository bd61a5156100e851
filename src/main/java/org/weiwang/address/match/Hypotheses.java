package org.weiwang.address.match;

import static org.weiwang.address.AddressMatch.MOST_CANDIDATES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Reading;
import org.weiwang.address.StoredAddress;
import org.weiwang.address.index.AddressIndex;
import org.weiwang.address.index.AddressIndex.Found;

/**
 * Which addresses may be meant by elements: those that have them all; else, those that have all
 * names and as many of the numbers as there are; else, where names contradict each other, those
 * that have all but one of them. Thread-safe.
 */
final class Hypotheses {
    /** So many stand for more than the list can hold. */
    private static final int SAMPLE = 10;

    /** More names than any address has are not made sense of. */
    private static final int MOST_NAMES = 8;

    /** Each may have many readings, and a search takes so many terms and no more. */
    static final int MOST_ELEMENTS = 24;

    private static final Comparator<Verification> MOST_TRUSTED =
            Comparator.comparingDouble(Verification::score)
                    .thenComparing(Verification::agreeing)
                    .reversed();

    private final AddressIndex index;
    private final Verifier verifier;
    private final Neighbours neighbours;

    Hypotheses(AddressIndex index, Verifier verifier, Neighbours neighbours) {
        this.index = index;
        this.verifier = verifier;
        this.neighbours = neighbours;
    }

    Finding find(List<Sought> sought) {
        if (sought.isEmpty() || sought.size() > MOST_ELEMENTS) {
            return Finding.NONE;
        }
        Finding agreeing = agreeing(sought, having(sought, MOST_CANDIDATES));
        if (!agreeing.isEmpty()) {
            return agreeing;
        }
        List<Sought> names = sought.stream().filter(Sought::isName).toList();
        if (names.isEmpty()) {
            return Finding.NONE;
        }
        Found named = having(names, MOST_CANDIDATES);
        return named.total() > 0
                ? numberMissing(sought, names, named)
                : contradicting(sought, names);
    }

    /** Whether any address has all of the names among these. */
    boolean isPlace(List<Sought> sought) {
        return having(sought.stream().filter(Sought::isName).toList(), 1).total() > 0;
    }

    private Finding agreeing(List<Sought> sought, Found found) {
        boolean all = found.total() <= MOST_CANDIDATES;
        List<Verification> agreeing = new ArrayList<>();
        for (Verification verification :
                verifier.verify(sought, all ? found.addresses() : sample(found))) {
            if (verification.agrees()) {
                agreeing.add(verification);
            }
        }
        if (!all) {
            return agreeing.isEmpty()
                    ? Finding.NONE
                    : new Finding(agreeing, found.total(), List.of());
        }
        List<Verification> closest = closest(ofHolders(agreeing));
        return new Finding(closest, closest.size(), List.of());
    }

    private static List<StoredAddress> sample(Found found) {
        return found.addresses().subList(0, Math.min(SAMPLE, found.addresses().size()));
    }

    /** Who has a name now comes before who had it. */
    private static List<Verification> ofHolders(List<Verification> agreeing) {
        int fewest = agreeing.stream().mapToInt(Verification::formerNames).min().orElse(0);
        return agreeing.stream().filter(one -> one.formerNames() == fewest).toList();
    }

    /** 700号 is the house of this number rather than the flats within it, where both are stored. */
    private static List<Verification> closest(List<Verification> agreeing) {
        Set<String> houses =
                agreeing.stream()
                        .filter(Verification::isWhole)
                        .map(Verification::extent)
                        .collect(Collectors.toSet());
        return agreeing.stream()
                .filter(one -> one.isWhole() || !houses.contains(one.extent()))
                .sorted(MOST_TRUSTED)
                .toList();
    }

    /** All names agree. From the widest number on, what is there is kept. */
    private Finding numberMissing(List<Sought> sought, List<Sought> names, Found named) {
        List<Sought> kept = new ArrayList<>(names);
        List<Sought> numbers =
                sought.stream()
                        .filter(one -> !one.isName())
                        .sorted(Comparator.comparing(Sought::kind))
                        .toList();
        Found found = named;
        Sought missing = null;
        for (Sought number : numbers) {
            if (missing != null && !holds(names, missing, number)) {
                continue;
            }
            Found with = having(with(kept, number), MOST_CANDIDATES);
            if (with.total() > 0) {
                kept.add(number);
                found = with;
            } else if (missing == null && isRecorded(number, found)) {
                missing = number;
                Sought house = Neighbours.withoutAddition(number);
                if (house != null && having(with(kept, house), 1).total() > 0) {
                    kept.add(house);
                    found = having(kept, MOST_CANDIDATES);
                }
            }
        }
        if (missing != null && missing.canBe(ElementKind.NUMBER) && neighbours.canTell(kept)) {
            return neighbours.of(sought, kept, missing);
        }
        boolean all = found.total() <= MOST_CANDIDATES;
        List<Verification> near = verifier.verify(sought, all ? found.addresses() : sample(found));
        List<Verification> trusted = near.stream().sorted(MOST_TRUSTED).toList();
        boolean elsewhere = !trusted.stream().allMatch(Verification::hasConsistentNames);
        boolean open =
                missing != null && (liesAnywhere(kept, missing) || saysAnother(kept, missing));
        return elsewhere || open
                ? Finding.suggesting(trusted)
                : new Finding(trusted, found.total(), List.of());
    }

    /**
     * Whether those that are there don't tell in which grid the missing number is: the groups of a
     * village and the buildings of one number may lie in several grids, and estates of one name at
     * several numbers.
     */
    private static boolean liesAnywhere(List<Sought> kept, Sought missing) {
        return missing.canBe(ElementKind.GROUP)
                || missing.canBe(ElementKind.BUILDING)
                || (missing.canBe(ElementKind.NUMBER)
                        && kept.stream()
                                .anyMatch(one -> one.kind().compareTo(ElementKind.NUMBER) > 0));
    }

    /** Whether there is another number in place of the missing one: two houses are named. */
    private static boolean saysAnother(List<Sought> kept, Sought missing) {
        return kept.stream()
                .anyMatch(one -> one.kind() == missing.kind() && one.from() != missing.from());
    }

    /** Whether a name stands between two numbers, so that the narrower is counted in it. */
    private static boolean holds(List<Sought> names, Sought wider, Sought narrower) {
        return names.stream()
                .anyMatch(
                        name ->
                                name.kind().compareTo(wider.kind()) > 0
                                        && name.kind().compareTo(narrower.kind()) < 0);
    }

    /** Whether the addresses have numbers of this kind, of which this one is none. */
    private boolean isRecorded(Sought number, Found found) {
        return found.total() > MOST_CANDIDATES
                || found.addresses().stream()
                        .map(verifier::place)
                        .anyMatch(place -> place.hasKindOf(number));
    }

    /** The names are not all of one place. What has all others of them is suggested. */
    private Finding contradicting(List<Sought> sought, List<Sought> names) {
        if (names.stream().anyMatch(Hypotheses::isLandmark)) {
            return landmark(sought);
        }
        Finding suggested = Finding.NONE;
        for (List<Sought> left : leftOut(names)) {
            List<Sought> rest = sought.stream().filter(one -> !left.contains(one)).toList();
            if (!isPlace(rest)) {
                continue;
            }
            Finding found = find(rest);
            List<Verification> meant = held(sought, found.meant());
            if (!meant.isEmpty() && meant.stream().allMatch(Verification::hasConsistentNames)) {
                return new Finding(meant, found.total(), held(sought, found.suggested()));
            }
            suggested = suggested.and(meant).and(held(sought, found.suggested()));
        }
        return suggested.isEmpty()
                ? like(sought, "")
                : Finding.suggesting(suggested.suggested().stream().sorted(MOST_TRUSTED).toList());
    }

    /** What may be wrong among names: one of them, or all that say in which district and town. */
    private static List<List<Sought>> leftOut(List<Sought> names) {
        List<List<Sought>> left = new ArrayList<>();
        if (names.size() <= MOST_NAMES) {
            names.forEach(name -> left.add(List.of(name)));
            left.add(
                    names.stream()
                            .filter(name -> name.kind().compareTo(ElementKind.TOWN) <= 0)
                            .toList());
        }
        return left.stream().filter(some -> some.size() < names.size()).toList();
    }

    /** Suggests what is most like a text among what has the elements, or some of them. */
    Finding like(List<Sought> sought, String text) {
        List<List<Reading>> readings =
                readings(sought.subList(0, Math.min(MOST_ELEMENTS, sought.size())));
        List<StoredAddress> having = index.having(readings, text, SAMPLE).addresses();
        return Finding.suggesting(
                verifier.verify(
                        sought, having.isEmpty() ? index.like(readings, text, SAMPLE) : having));
    }

    /**
     * A facility named beside an address is taken to be there, and what is meant to be either of
     * them: no address says which facilities are in it.
     */
    private Finding landmark(List<Sought> sought) {
        List<Sought> facility = new ArrayList<>();
        List<Sought> address = new ArrayList<>();
        boolean isNarrow = false;
        for (Sought one : sought) {
            if (isLandmark(one) || one.canBe(ElementKind.DISTRICT)) {
                facility.add(one);
            }
            if (!isLandmark(one)) {
                address.add(one);
                isNarrow |= one.kind().compareTo(ElementKind.COMMUNITY) > 0;
            }
        }
        Found facilities = having(facility, SAMPLE);
        Finding found = isNarrow ? find(address) : Finding.NONE;
        List<Verification> meant = new ArrayList<>(held(sought, found.meant()));
        meant.addAll(verifier.verify(sought, facilities.addresses()));
        boolean consistent =
                (!isNarrow || found.agrees())
                        && meant.stream().allMatch(Verification::hasConsistentNames);
        return consistent
                ? new Finding(meant, found.total() + facilities.total(), List.of())
                : Finding.suggesting(meant).and(held(sought, found.suggested()));
    }

    private static boolean isLandmark(Sought sought) {
        return sought.kind() == ElementKind.LANDMARK;
    }

    List<Verification> held(List<Sought> sought, List<Verification> others) {
        return others.stream().map(other -> verifier.verify(sought, other.place())).toList();
    }

    private static List<Sought> with(List<Sought> some, Sought one) {
        List<Sought> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }

    private Found having(List<Sought> sought, int limit) {
        return index.having(readings(sought), "", limit);
    }

    static List<List<Reading>> readings(List<Sought> sought) {
        return sought.stream().map(Sought::readings).toList();
    }
}
