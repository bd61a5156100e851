package org.weiwang.address.match;

import java.util.ArrayList;
import java.util.List;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Reading;
import org.weiwang.address.StoredAddress;
import org.weiwang.address.index.AddressIndex;

/** What lies where a house number of a known road is not: within or between which others. */
final class Neighbours {
    private static final int MOST_DIGITS = 9;

    private final AddressIndex index;
    private final Verifier verifier;
    private final Scope scope;

    Neighbours(AddressIndex index, Verifier verifier, Scope scope) {
        this.index = index;
        this.verifier = verifier;
        this.scope = scope;
    }

    /** Whether these say no more than which road. */
    boolean canTell(List<Sought> kept) {
        return kept.stream().anyMatch(one -> one.canBe(ElementKind.ROAD))
                && kept.stream().allMatch(one -> one.kind().compareTo(ElementKind.ROAD) <= 0);
    }

    /**
     * @param road what agrees
     * @param missing the number that is not there
     */
    Finding of(List<Sought> sought, List<Sought> road, Sought missing) {
        int number = number(missing);
        if (number < 0) {
            return Finding.NONE;
        }
        List<List<Reading>> readings = Hypotheses.readings(road);
        List<Verification> lower = new ArrayList<>();
        List<Verification> higher = new ArrayList<>();
        for (StoredAddress address : index.beside(readings, number)) {
            Verification beside = verifier.verify(sought, verifier.place(address));
            String value = beside.place().value(ElementKind.NUMBER);
            (value != null && leading(value) < number ? lower : higher).add(beside);
        }
        List<Verification> both = new ArrayList<>(lower);
        both.addAll(higher);
        if (!lower.isEmpty() && !higher.isEmpty()) {
            return isOneRoad(road)
                    ? new Finding(both, both.size(), List.of())
                    : Finding.suggesting(both);
        }
        List<StoredAddress> across = index.beside(readings, number + 1);
        return Finding.suggesting(both).and(verifier.verify(sought, across));
    }

    /** 12-3 or 12a as 12, within or at which it is; null where it is no more than that. */
    static Sought withoutAddition(Sought number) {
        for (Reading reading : number.readings()) {
            int house = leading(reading.value());
            if (reading.kind() == ElementKind.NUMBER
                    && house >= 0
                    && !Integer.toString(house).equals(reading.value())) {
                Reading base = Reading.itself(ElementKind.NUMBER, Integer.toString(house));
                return new Sought(
                        number.text(), number.from(), number.to(), List.of(base), List.of());
            }
        }
        return null;
    }

    private static int number(Sought missing) {
        for (Reading reading : missing.readings()) {
            if (reading.kind() == ElementKind.NUMBER) {
                return leading(reading.value());
            }
        }
        return -1;
    }

    /** The digits in front, since 12-3 and 12a are at 12; negative where there are none. */
    private static int leading(String value) {
        int end = 0;
        while (end < value.length() && end < MOST_DIGITS && Character.isDigit(value.charAt(end))) {
            end++;
        }
        return end == 0 ? -1 : Integer.parseInt(value.substring(0, end));
    }

    /** Numbers of roads of one name in several towns don't lie between each other. */
    private boolean isOneRoad(List<Sought> sought) {
        long places = 0;
        for (Sought one : sought) {
            for (Reading reading : one.readings()) {
                if (reading.kind() == ElementKind.ROAD) {
                    places += scope.places(reading, sought).count();
                }
            }
        }
        return places == 1;
    }
}
