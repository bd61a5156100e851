package org.weiwang.http;

import java.util.List;
import java.util.stream.IntStream;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.CheckedElement;
import org.weiwang.address.Fault;
import org.weiwang.address.Reading;
import org.weiwang.address.StoredAddress;
import org.weiwang.address.parse.UsualForm;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Found;
import org.weiwang.geo.LonLat;

/**
 * What a look-up says of an address' text; members of the same object as the place. Members without
 * a value are null.
 *
 * @param address the stored text of the one address that may be meant
 * @param normalized the text as it was understood, in the tenant's words; what was not understood
 *     stands at its end
 * @param score from 0 to 1
 * @param total how many addresses may be meant
 * @param oneGrid whether all that may be meant are in the same grids
 */
record AddressAnswer(
        String address,
        String normalized,
        double score,
        List<CheckedElement> elements,
        List<Fault> faults,
        List<Candidate> candidates,
        int total,
        Boolean oneGrid) {
    /** Of those that may be meant and those that are suggested. */
    private static final int SHOWN = 10;

    /**
     * An address that may be meant, or is suggested.
     *
     * @param point null where it has no location, as is then the grid
     * @param district that brought it
     * @param responsible the dedicated grid, else the micro grid
     */
    record Candidate(
            String text,
            LonLat point,
            Ref district,
            Ref responsible,
            double score,
            boolean meant) {}

    static AddressAnswer of(Found found, Atlas atlas, UsualForm form) {
        AddressMatch match = found.match();
        List<AddressMatch.Candidate> candidates = match.candidates();
        return new AddressAnswer(
                found.address(),
                normalized(match.elements(), form),
                found.score(),
                match.elements(),
                match.faults(),
                IntStream.range(0, Math.min(SHOWN, candidates.size()))
                        .mapToObj(i -> candidate(candidates.get(i), i < match.meant(), atlas))
                        .toList(),
                match.total(),
                found.oneGrid());
    }

    private static String normalized(List<CheckedElement> elements, UsualForm form) {
        return elements.isEmpty()
                ? null
                : form.write(
                        elements.stream()
                                .map(element -> Reading.itself(element.kind(), element.value()))
                                .toList());
    }

    private static Candidate candidate(
            AddressMatch.Candidate candidate, boolean meant, Atlas atlas) {
        StoredAddress address = candidate.address();
        LonLat point = address.point();
        return new Candidate(
                address.text(),
                point,
                district(address.district(), atlas),
                point == null ? null : Ref.withLevel(atlas.locate(point).responsible()),
                Found.inThousandths(candidate.score()),
                meant);
    }

    /** Without a name where the atlas, of another moment, has no such district. */
    static Ref district(String code, Atlas atlas) {
        return atlas.part(code)
                .map(DistrictPart::district)
                .map(Ref::of)
                .orElse(new Ref(code, null, null));
    }
}
