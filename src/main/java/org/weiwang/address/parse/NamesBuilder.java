package org.weiwang.address.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.address.Reading;
import org.weiwang.address.Reading.Via;
import org.weiwang.address.text.FoldedText;

/** Collects what each form of a name can be. */
final class NamesBuilder {
    private static final Comparator<Reading> LIKELIEST_FIRST =
            Comparator.comparing(NamesBuilder::trust)
                    .thenComparing(Reading::kind)
                    .thenComparing(Reading::value);

    private static final class Form {
        private final List<Reading> readings = new ArrayList<>(1);
        private boolean isWhole;
    }

    private final Map<String, Form> forms = new HashMap<>();
    private final BiFunction<ElementKind, String, List<PlaceName>> places;

    /**
     * @param places finds all places of a name
     */
    NamesBuilder(BiFunction<ElementKind, String, List<PlaceName>> places) {
        this.places = places;
    }

    void add(ElementKind kind, String name) {
        NameForms ofName = new NameForms(kind, name);
        ofName.forEach(
                (form, via) -> add(form, new Reading(kind, name, via, null), !ofName.isBare(form)));
    }

    /** Adds a landmark's name without the district's in front: 人民医院 for 蒲江县人民医院. */
    void addWithout(String district, String name) {
        String folded = FoldedText.of(name).toString();
        String front = FoldedText.of(district).toString();
        String stem = Endings.stem(ElementKind.DISTRICT, front);
        for (String left : new String[] {front, stem}) {
            if (folded.startsWith(left) && folded.length() > left.length() + 1) {
                String form = folded.substring(left.length());
                add(form, new Reading(ElementKind.LANDMARK, name, Via.SUFFIX, null), true);
            }
        }
    }

    void add(Alias alias) {
        String form = FoldedText.of(alias.alias()).toString();
        if (!form.isEmpty()) {
            add(form, new Reading(alias.kind(), alias.name(), Via.ALIAS, alias), true);
        }
    }

    private void add(String text, Reading reading, boolean isWhole) {
        Form form = forms.computeIfAbsent(text, key -> new Form());
        form.isWhole |= isWhole;
        for (Reading known : form.readings) {
            if (known.kind() == reading.kind()
                    && known.value().equals(reading.value())
                    && known.via() == Via.ITSELF) {
                return;
            }
        }
        form.readings.add(reading);
    }

    Map<String, Names> build() {
        Map<String, Names> names = new HashMap<>(forms.size() * 2);
        forms.forEach((text, form) -> names.put(text, new Names(readings(form), !form.isWhole)));
        return names;
    }

    private List<Reading> readings(Form form) {
        List<Reading> all = form.readings;
        // So it is of most forms, of which a city has a million.
        if (all.size() == 1) {
            return List.of(all.get(0));
        }
        return all.stream().filter(each -> !isNeedless(each, all)).sorted(LIKELIEST_FIRST).toList();
    }

    /** Whether another reading says the same or better. */
    private boolean isNeedless(Reading reading, List<Reading> all) {
        return reading.via() == Via.SUFFIX
                && (isBesideItself(reading, all)
                        || all.stream().anyMatch(each -> isAlways(each, reading)));
    }

    /** Whether it is an alias, understood on every day, of what the other means. */
    private static boolean isAlways(Reading alias, Reading other) {
        return alias.alias() != null
                && alias.alias().from() == null
                && alias.kind() == other.kind()
                && alias.value().equals(other.value());
    }

    /**
     * Whether the form is the name of another place of the kind wherever there is one that it could
     * stand for: where there are 白云村 and 白云社区, 白云村 does not stand for 白云社区.
     */
    private boolean isBesideItself(Reading reading, List<Reading> all) {
        return all.stream()
                .filter(each -> each.kind() == reading.kind() && each.via() == Via.ITSELF)
                .anyMatch(itself -> isEverywhere(itself, reading));
    }

    private boolean isEverywhere(Reading itself, Reading other) {
        List<PlaceName> there = places.apply(itself.kind(), itself.value());
        return places.apply(other.kind(), other.value()).stream()
                .allMatch(place -> there.stream().anyMatch(each -> areInOneTown(each, place)));
    }

    private static boolean areInOneTown(PlaceName a, PlaceName b) {
        return a.district().equals(b.district())
                && (a.town() == null || b.town() == null || a.town().equals(b.town()));
    }

    private static int trust(Reading reading) {
        return switch (reading.via()) {
            case ITSELF -> 0;
            case ALIAS -> 1;
            case SUFFIX, POSITION -> 2;
        };
    }
}
