package org.weiwang.address.match;

import java.util.ArrayList;
import java.util.List;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Fault;
import org.weiwang.address.Fault.Code;
import org.weiwang.address.Reading;

/** How what was sought, as far as a stored address has it, stands to all that the address has. */
record Arrangement(List<Sought> sought, Place place, Pairing pairing) {
    /** The kind of the narrowest element that is there. */
    ElementKind narrowest() {
        ElementKind narrowest = ElementKind.PROVINCE;
        for (int i = 0; i < sought.size(); i++) {
            Reading reading = pairing.reading(i);
            if (reading != null && reading.kind().compareTo(narrowest) > 0) {
                narrowest = reading.kind();
            }
        }
        return narrowest;
    }

    /** The first element that does not stand in order, and what is left out between others. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        List<Element> stored = place.elements();
        int first = stored.size();
        int last = -1;
        for (int i = 0; i < sought.size(); i++) {
            int at = pairing.of(i);
            if (at < 0) {
                continue;
            }
            ElementKind kind = pairing.reading(i).kind();
            if (at < last && faults.isEmpty()) {
                faults.add(new Fault(Code.OTHER_ORDER, kind, sought.get(i).text(), null));
            }
            if (kind.compareTo(ElementKind.TOWN) > 0) {
                first = Math.min(first, at);
            }
            last = Math.max(last, at);
        }
        for (int j = first; j < last; j++) {
            Element left = stored.get(j);
            ElementKind kind = left.first().kind();
            if (!pairing.isPaired(j) && sought.stream().noneMatch(one -> one.canBe(kind))) {
                faults.add(new Fault(Code.LEFT_OUT, kind, "", left.text()));
            }
        }
        return faults;
    }
}
