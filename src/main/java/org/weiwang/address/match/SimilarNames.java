package org.weiwang.address.match;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.address.Reading;
import org.weiwang.address.Reading.Via;
import org.weiwang.address.text.Pinyin;

/**
 * 形近、音近: the known names that a name may have been meant to be, by a slip in one character or by
 * sound. Two texts are one slip apart only where the same is left of both when one character at
 * most is left out, so each name is kept under the hashes of all that can be left of it. Immutable
 * and thread-safe.
 */
final class SimilarNames {
    /** A name of more characters has no typical slip. */
    private static final int LONGEST = 24;

    private static final Comparator<SimilarName> NEAREST =
            Comparator.comparingInt(SimilarName::distance)
                    .thenComparing(similar -> similar.reading().via())
                    .thenComparing(SimilarName::kind)
                    .thenComparing(SimilarName::name);

    /** What is compared, and what it stands for. */
    private record Form(Reading reading, String name, Stem stem) {
        Form(Reading reading, String name) {
            this(reading, name, Stem.of(reading.kind(), name));
        }
    }

    private final List<Form> forms;

    /** In order: a hash in the high half, the number of a form in the low one. */
    private final long[] shapes;

    private final long[] sounds;

    SimilarNames(Collection<PlaceName> names, Collection<Alias> aliases) {
        Set<Form> all = new HashSet<>();
        for (PlaceName name : names) {
            all.add(new Form(Reading.itself(name.kind(), name.name()), name.name()));
        }
        for (Alias alias : aliases) {
            Reading reading = new Reading(alias.kind(), alias.name(), Via.ALIAS, alias);
            all.add(new Form(reading, alias.alias()));
        }
        forms = List.copyOf(all);
        Hashes shapes = new Hashes(forms.size() * 4);
        Hashes sounds = new Hashes(forms.size());
        for (int i = 0; i < forms.size(); i++) {
            String stem = forms.get(i).stem().text();
            if (stem.length() <= LONGEST) {
                int form = i;
                forEachRest(stem, hash -> shapes.add(hash, form));
                Pinyin.keys(stem).forEach(key -> sounds.add(key.hashCode(), form));
            }
        }
        this.shapes = shapes.sorted();
        this.sounds = sounds.sorted();
    }

    /**
     * The nearest first.
     *
     * @param typed folded text
     */
    List<SimilarName> to(String typed) {
        if (typed.length() > LONGEST) {
            return List.of();
        }
        Map<Reading, SimilarName> nearest = new HashMap<>();
        for (Stem stem : stems(typed)) {
            for (Form form : alike(stem.text())) {
                SimilarName name = compare(typed, stem, form);
                if (name != null) {
                    nearest.merge(
                            name.reading(), name, (a, b) -> NEAREST.compare(a, b) <= 0 ? a : b);
                }
            }
        }
        return nearest.values().stream().sorted(NEAREST).toList();
    }

    /**
     * What may be the typed name's stem: all of it, or without the suffix, be that mistyped or not.
     */
    private static Set<Stem> stems(String typed) {
        Set<Stem> stems = new HashSet<>();
        for (int suffix = 0; suffix <= 2 && typed.length() - suffix >= 2; suffix++) {
            int end = typed.length() - suffix;
            stems.add(new Stem(typed.substring(0, end), typed.substring(end)));
        }
        for (ElementKind kind : ElementKind.values()) {
            stems.add(Stem.of(kind, typed));
        }
        return stems;
    }

    private Set<Form> alike(String stem) {
        Set<Form> found = new HashSet<>();
        forEachRest(stem, hash -> Hashes.forEach(shapes, hash, i -> found.add(forms.get(i))));
        for (String key : Pinyin.keys(stem)) {
            Hashes.forEach(sounds, key.hashCode(), i -> found.add(forms.get(i)));
        }
        return found;
    }

    /** Null where they are not similar. */
    private static SimilarName compare(String typed, Stem stem, Form form) {
        Stem known = form.stem();
        boolean suffixAgrees = stem.suffix().equals(known.suffix());
        if (!suffixAgrees && !stem.suffix().isEmpty()) {
            return compareSuffix(stem, form);
        }
        Edit edit = Edit.between(stem.text(), known.text());
        if (edit == null) {
            return Pinyin.soundAlike(stem.text(), known.text())
                    ? new SimilarName(form.reading(), 3, false, true)
                    : null;
        }
        boolean alike = edit.soundsAlike();
        boolean decides =
                edit.decides(known.text().codePointCount(0, known.text().length()))
                        && (suffixAgrees || !Stem.tellsKind(typed));
        boolean sameCharacters = edit.kind() == Edit.Kind.TRANSPOSITION;
        int distance = (decides ? 1 : 3) + (alike || sameCharacters ? 0 : 1);
        return new SimilarName(form.reading(), distance, decides, alike);
    }

    /** Of two whose stems are equal and their suffixes not. */
    private static SimilarName compareSuffix(Stem stem, Form form) {
        if (!stem.text().equals(form.stem().text())) {
            return null;
        }
        Edit edit = Edit.between(stem.suffix(), form.stem().suffix());
        if (edit != null && edit.soundsAlike()) {
            boolean decides = edit.decides(form.name().length());
            return new SimilarName(form.reading(), decides ? 1 : 3, decides, true);
        } else if (Stem.isSuffix(form.reading().kind(), stem.suffix())) {
            return new SimilarName(form.reading(), 2, true, false);
        }
        return new SimilarName(form.reading(), edit == null ? 5 : 4, false, false);
    }

    /** Hashes of a text, and of it without each of its characters. */
    private static void forEachRest(String text, IntConsumer taker) {
        taker.accept(text.hashCode());
        for (int left = 0; left < text.length(); left++) {
            int hash = 0;
            for (int i = 0; i < text.length(); i++) {
                hash = i == left ? hash : 31 * hash + text.charAt(i);
            }
            taker.accept(hash);
        }
    }
}
