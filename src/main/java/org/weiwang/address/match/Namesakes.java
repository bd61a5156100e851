package org.weiwang.address.match;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.weiwang.address.Element;
import org.weiwang.address.ParsedAddress;
import org.weiwang.address.PlaceName;
import org.weiwang.address.Reading;
import org.weiwang.address.StoredAddress;
import org.weiwang.address.parse.Gazetteer;

/**
 * What else a text may mean that is an address' own, but does not tell in which district: there may
 * be as good a one in another, written otherwise. Thread-safe.
 */
final class Namesakes {
    private final Gazetteer gazetteer;
    private final Hypotheses hypotheses;

    Namesakes(Gazetteer gazetteer, Hypotheses hypotheses) {
        this.gazetteer = gazetteer;
        this.hypotheses = hypotheses;
    }

    /**
     * @param own the addresses whose text it is
     */
    List<StoredAddress> of(ParsedAddress parsed, List<StoredAddress> own) {
        Set<String> districts =
                own.stream().map(StoredAddress::district).collect(Collectors.toSet());
        if (parsed.elements().stream().anyMatch(each -> isOnlyIn(districts, each))) {
            return List.of();
        }
        Query query = Query.of(parsed);
        if (!query.unknown().isEmpty() || !query.relations().isEmpty()) {
            return List.of();
        }
        Finding finding = hypotheses.find(query.literally());
        if (!finding.agrees()) {
            return List.of();
        }
        return finding.meant().stream()
                .map(verification -> verification.place().address())
                .filter(address -> !districts.contains(address.district()))
                .toList();
    }

    private boolean isOnlyIn(Set<String> districts, Element element) {
        return element.readings().stream().allMatch(reading -> isOnlyIn(districts, reading));
    }

    private boolean isOnlyIn(Set<String> districts, Reading reading) {
        List<PlaceName> places = gazetteer.places(reading);
        return !places.isEmpty()
                && places.stream().allMatch(place -> districts.contains(place.district()));
    }
}
