package org.weiwang.address.match;

import java.util.ArrayList;
import java.util.List;
import org.weiwang.address.CheckedElement;
import org.weiwang.address.CheckedElement.State;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Fault;
import org.weiwang.address.Fault.Code;
import org.weiwang.address.Reading;
import org.weiwang.address.StoredAddress;
import org.weiwang.address.parse.AddressParser;
import org.weiwang.address.parse.Gazetteer;

/**
 * Holds what is sought against stored addresses, element by element: likeness alone can't tell a
 * house that is not there from its neighbour. Thread-safe.
 */
final class Verifier {
    private final AddressParser parser;
    private final Gazetteer gazetteer;
    private final Absence absence;

    Verifier(AddressParser parser, Gazetteer gazetteer, Absence absence) {
        this.parser = parser;
        this.gazetteer = gazetteer;
        this.absence = absence;
    }

    List<Verification> verify(List<Sought> sought, List<StoredAddress> addresses) {
        List<Verification> verified = new ArrayList<>(addresses.size());
        for (StoredAddress address : addresses) {
            verified.add(verify(sought, place(address)));
        }
        return verified;
    }

    Place place(StoredAddress address) {
        return Place.of(address, parser);
    }

    Verification verify(List<Sought> sought, Place place) {
        Pairing pairing = new Pairing(sought, place);
        State[] states = new State[sought.size()];
        for (int i = 0; i < states.length; i++) {
            Sought one = sought.get(i);
            states[i] = pairing.of(i) < 0 ? absence.state(one, place) : paired(one);
        }
        boolean[] adrift = adrift(sought, states);
        List<CheckedElement> elements = new ArrayList<>(states.length);
        List<Fault> faults = new ArrayList<>();
        int formerNames = 0;
        for (int i = 0; i < states.length; i++) {
            Sought one = sought.get(i);
            if (adrift[i]) {
                pairing.part(i);
                elements.add(checked(one, one.readings().get(0), State.UNCHECKED));
                continue;
            }
            Reading reading = pairing.reading(i);
            elements.add(
                    checked(one, reading == null ? one.readings().get(0) : reading, states[i]));
            formerNames += reading != null && gazetteer.isFormer(reading) ? 1 : 0;
            if (reading == null) {
                addUnpaired(one, states[i], place, faults);
            } else {
                addPaired(one, reading, faults);
            }
        }
        Arrangement arrangement = new Arrangement(sought, place, pairing);
        faults.addAll(arrangement.faults());
        return new Verification(place, elements, faults, arrangement.narrowest(), formerNames);
    }

    private static CheckedElement checked(Sought sought, Reading reading, State state) {
        return new CheckedElement(
                reading.kind(), reading.value(), sought.text(), sought.from(), sought.to(), state);
    }

    private static State paired(Sought sought) {
        return sought.isCorrected() ? State.CORRECTED : State.VALID;
    }

    /**
     * Which numbers say nothing, equal or not, since what they are counted in is not there: the 3号
     * of another group. A name that is there, and narrower, holds them.
     */
    private static boolean[] adrift(List<Sought> sought, State[] states) {
        boolean[] adrift = new boolean[states.length];
        for (int i = 0; i < states.length; i++) {
            ElementKind kind = sought.get(i).kind();
            if (!kind.isNumber()) {
                continue;
            }
            ElementKind anchor = ElementKind.PROVINCE;
            ElementKind missing = ElementKind.PROVINCE;
            for (int j = 0; j < states.length; j++) {
                Sought other = sought.get(j);
                ElementKind wider = other.kind();
                if (wider.compareTo(kind) >= 0) {
                    continue;
                }
                if (states[j] == State.INVALID) {
                    missing = wider.compareTo(missing) > 0 ? wider : missing;
                } else if (other.isName() && states[j] != State.UNCHECKED) {
                    anchor = wider.compareTo(anchor) > 0 ? wider : anchor;
                }
            }
            adrift[i] = missing.compareTo(anchor) > 0;
        }
        return adrift;
    }

    private static void addUnpaired(Sought sought, State state, Place place, List<Fault> faults) {
        if (state == State.VALID) {
            return;
        }
        ElementKind kind = sought.kind();
        if (state == State.UNCHECKED) {
            faults.add(new Fault(Code.NOT_RECORDED, kind, sought.text(), null));
        } else {
            Code code = kind.isNumber() ? Code.NO_SUCH_NUMBER : Code.ELSEWHERE;
            faults.add(new Fault(code, kind, sought.text(), place.value(kind)));
        }
    }

    private static void addPaired(Sought sought, Reading reading, List<Fault> faults) {
        if (sought.isCorrected()) {
            SimilarName name = sought.similar().get(sought.readings().indexOf(reading));
            Code code = name.soundsAlike() ? Code.SOUNDS_ALIKE : Code.SIMILAR_NAME;
            faults.add(by(code, sought, reading, name.name()));
        }
        switch (reading.via()) {
            case ITSELF -> {}
            case SUFFIX -> faults.add(by(Code.OTHER_SUFFIX, sought, reading, reading.value()));
            case ALIAS -> faults.add(by(Code.ALIAS_USED, sought, reading, reading.value()));
            case POSITION -> faults.add(by(Code.NO_CLASSIFIER, sought, reading, null));
        }
    }

    private static Fault by(Code code, Sought sought, Reading reading, String instead) {
        return new Fault(code, reading.kind(), sought.text(), instead);
    }
}
