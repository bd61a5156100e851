package org.weiwang.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.weiwang.address.Alias;
import org.weiwang.geo.LonLat;

/** What is asked: each {@link Distortion} of addresses that a fixed seed draws. */
final class AddressCases {
    private static final int MOST_BEYOND = 200;

    private final AddressCity city;
    private final HeldOut heldOut;
    private final MadeUpNames madeUp;
    private final Random random;
    private final Distorter distorter;
    private final int each;
    private final Map<String, Integer> lastNumbers = new HashMap<>();
    private final List<WrittenAddress> ofVillages = new ArrayList<>();
    private final List<WrittenAddress> ofRoads = new ArrayList<>();
    private final Set<String> stored = new HashSet<>();

    /** A case whose truths are still to be found. */
    private record Open(Distortion how, String text, WrittenAddress address, Draft draft) {
        boolean saysAll() {
            return draft.said().size() == draft.parts.size();
        }
    }

    /**
     * @param each how many cases of a distortion
     */
    AddressCases(
            AddressCity city,
            HeldOut heldOut,
            Map<String, List<Alias>> aliases,
            int each,
            Random random) {
        this.city = city;
        this.heldOut = heldOut;
        this.madeUp = new MadeUpNames(city.names, random);
        this.each = each;
        this.random = random;
        Map<String, Map<String, String>> other = new HashMap<>();
        aliases.forEach(
                (district, all) -> {
                    Map<String, String> own = new HashMap<>();
                    all.forEach(alias -> own.put(alias.name(), alias.alias()));
                    other.put(district, own);
                });
        this.distorter = new Distorter(city.names, other, random);
        for (WrittenAddress address : city.addresses) {
            Map<Part, String> parts = address.parts(city.names);
            lastNumbers.merge(
                    HeldOut.row(address, parts),
                    Integer.valueOf(parts.get(Part.NUMBER)),
                    Integer::max);
        }
        for (WrittenAddress address : heldOut.kept) {
            stored.add(address.text());
            (draft(address).has(Part.ROAD) ? ofRoads : ofVillages).add(address);
        }
    }

    /** In random order. */
    List<AddressCase> all() {
        List<Open> open = new ArrayList<>();
        List<AddressCase> cases = new ArrayList<>();
        for (Distortion how : Distortion.values()) {
            switch (how) {
                case LANDMARK -> landmarks(cases);
                case NO_SUCH_NUMBER -> absent(how, heldOut.numbers, cases);
                case NO_SUCH_BUILDING -> absent(how, heldOut.buildings, cases);
                case BEYOND_THE_END, OTHER_DISTRICT, NO_SUCH_NAME -> invented(how, cases);
                default -> distorted(how, open);
            }
        }
        Map<String, List<String>> truths = truths(open);
        for (Open one : open) {
            List<String> texts = new ArrayList<>(List.of(one.address().text()));
            if (!one.saysAll()) {
                texts.addAll(truths.get(one.draft().said().toString()));
            }
            if (one.draft().misspelt != null) {
                texts.addAll(othersMisspelt(one));
            }
            texts = texts.stream().distinct().toList();
            cases.add(new AddressCase(one.how(), one.text(), texts, place(one.address())));
        }
        Collections.shuffle(cases, random);
        return cases;
    }

    private Draft draft(WrittenAddress address) {
        return new Draft(address.district(), address.parts(city.names));
    }

    private static LonLat place(WrittenAddress address) {
        return new LonLat(address.lon(), address.lat());
    }

    /** Of a road as often as of a village, though villages have most addresses. */
    private WrittenAddress any(int turn) {
        return oneOf(turn % 2 == 0 ? ofRoads : ofVillages);
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void distorted(Distortion how, List<Open> cases) {
        int made = 0;
        while (made < each) {
            WrittenAddress address = any(made);
            Draft draft = draft(address);
            if (distorter.distort(draft, how) && !draft.text().equals(address.text())) {
                cases.add(new Open(how, draft.text(), address, draft));
                made++;
            }
        }
    }

    /** By what is said of them, for cases that do not say all, the texts that agree with it. */
    private Map<String, List<String>> truths(List<Open> cases) {
        Map<String, List<String>> truths = new HashMap<>();
        Set<Set<Part>> saids = new HashSet<>();
        for (Open one : cases) {
            if (!one.saysAll()) {
                Map<Part, String> said = one.draft().said();
                truths.put(said.toString(), new ArrayList<>());
                saids.add(Set.copyOf(said.keySet()));
            }
        }
        for (WrittenAddress address : heldOut.kept) {
            Map<Part, String> parts = address.parts(city.names);
            for (Set<Part> said : saids) {
                if (parts.keySet().containsAll(said)) {
                    Map<Part, String> some = new EnumMap<>(parts);
                    some.keySet().retainAll(said);
                    List<String> agreeing = truths.get(some.toString());
                    if (agreeing != null) {
                        agreeing.add(address.text());
                    }
                }
            }
        }
        return truths;
    }

    /** What is stored and would be written so with a slip in another name. */
    private List<String> othersMisspelt(Open one) {
        Part part = one.draft().misspelt;
        String name = one.draft().parts.get(part);
        String text = one.address().text();
        return city
                .names
                .oneSlipFrom(one.address().district(), one.draft().written.get(part))
                .stream()
                .map(other -> text.replace(name, other))
                .filter(stored::contains)
                .toList();
    }

    private void landmarks(List<AddressCase> cases) {
        for (int i = 0; i < each; i++) {
            AddressCity.Landmark landmark = oneOf(city.landmarks);
            String district = city.names.district(landmark.district());
            String text =
                    switch (random.nextInt(5)) {
                        case 0 -> landmark.name();
                        case 1 -> "在" + landmark.name();
                        case 2 -> district + "的" + landmark.name();
                        case 3 -> PlaceNames.stem(district) + landmark.name();
                        default -> district + landmark.name();
                    };
            boolean saysDistrict = text.contains(PlaceNames.stem(district));
            List<String> truths =
                    city.landmarks.stream()
                            .filter(each -> each.name().equals(landmark.name()))
                            .filter(
                                    each ->
                                            !saysDistrict
                                                    || each.district().equals(landmark.district()))
                            .map(AddressCity.Landmark::name)
                            .toList();
            cases.add(new AddressCase(Distortion.LANDMARK, text, truths, landmark.point()));
        }
    }

    private void absent(Distortion how, List<WrittenAddress> of, List<AddressCase> cases) {
        for (int i = 0; i < each && !of.isEmpty(); i++) {
            WrittenAddress address = of.get(i % of.size());
            Draft draft = draft(address);
            switch (i % 3) {
                case 0 -> draft.written.remove(Part.DISTRICT);
                case 1 -> distorter.distort(draft, Distortion.BUILDING_WORDS);
                default -> {}
            }
            cases.add(new AddressCase(how, draft.text(), List.of(), place(address)));
        }
    }

    private void invented(Distortion how, List<AddressCase> cases) {
        int made = 0;
        while (made < each) {
            WrittenAddress address = any(how == Distortion.OTHER_DISTRICT ? 1 : made);
            Draft draft = draft(address);
            if (how == Distortion.OTHER_DISTRICT ? elsewhere(draft) : invent(how, address, draft)) {
                cases.add(new AddressCase(how, draft.text(), List.of(), null));
                made++;
            }
        }
    }

    private boolean elsewhere(Draft draft) {
        String other = oneOf(city.districts);
        String village = draft.parts.get(Part.VILLAGE);
        if (city.names.isIn(other, village)) {
            return false;
        }
        draft.written.put(Part.DISTRICT, city.names.district(other));
        if (random.nextInt(3) > 0) {
            draft.written.remove(Part.TOWN);
        }
        return true;
    }

    private boolean invent(Distortion how, WrittenAddress address, Draft draft) {
        if (how == Distortion.NO_SUCH_NAME) {
            Part part = draft.has(Part.ROAD) ? Part.ROAD : Part.VILLAGE;
            draft.written.put(part, madeUp.insteadOf(draft.parts.get(part)));
        } else {
            int last = lastNumbers.get(HeldOut.row(address, draft.parts));
            draft.written.put(Part.NUMBER, last + 2 + random.nextInt(MOST_BEYOND) + "号");
            draft.written.keySet().removeAll(Set.of(Part.ESTATE, Part.BUILDING, Part.UNIT));
        }
        return true;
    }
}
