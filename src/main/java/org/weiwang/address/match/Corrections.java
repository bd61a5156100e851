package org.weiwang.address.match;

import java.util.ArrayList;
import java.util.List;
import org.weiwang.address.Element;
import org.weiwang.address.text.FoldedText;

/**
 * What is made of stretches that nothing known explains: names that are like them, among the places
 * that have the other names. Thread-safe.
 */
final class Corrections {
    /** A text with more of them is hardly an address. */
    private static final int MOST_UNKNOWN = 3;

    private static final int MOST_KNOWN = 12;

    /** So many likely names are looked for beside the others. */
    private static final int MOST_TRIED = 12;

    /** Names that the text also says, in the given order, and stretches still unexplained. */
    record Corrected(List<Sought> said, List<Element> unexplained) {}

    private final SimilarNames similar;
    private final Hypotheses hypotheses;
    private final Scope scope;

    Corrections(SimilarNames similar, Hypotheses hypotheses, Scope scope) {
        this.similar = similar;
        this.hypotheses = hypotheses;
        this.scope = scope;
    }

    /**
     * @param onlyNearest whether only the names of the least distance are taken
     */
    Corrected of(Query query, boolean onlyNearest) {
        List<Sought> said = query.literally();
        List<Element> unexplained = new ArrayList<>();
        for (Element unknown : query.unknown()) {
            List<Sought> corrected =
                    query.unknown().size() > MOST_UNKNOWN
                            ? null
                            : nearest(query.text(), said, stretches(said, unknown), onlyNearest);
            if (corrected == null) {
                unexplained.add(unknown);
            } else {
                said = corrected;
            }
        }
        return new Corrected(said, unexplained);
    }

    /** With one of the names, which are known but not all of one place, taken for another. */
    List<List<Sought>> ofOne(String text, List<Sought> said) {
        List<List<Sought>> corrected = new ArrayList<>();
        for (Sought one : said) {
            if (one.isName() && said.size() <= MOST_KNOWN) {
                Stretch stretch = new Stretch(one.from(), one.to(), List.of(one));
                List<Sought> nearest = nearest(text, said, List.of(stretch), true);
                if (nearest != null) {
                    corrected.add(nearest);
                }
            }
        }
        return corrected;
    }

    /** With the name that is the nearest to one of the stretches; null where none is near. */
    private List<Sought> nearest(
            String text, List<Sought> said, List<Stretch> stretches, boolean onlyNearest) {
        List<Sought> best = null;
        int distance = Integer.MAX_VALUE;
        for (Stretch stretch : stretches) {
            List<Sought> others = new ArrayList<>(said);
            others.removeAll(stretch.joined());
            String given = text.substring(stretch.from(), stretch.to());
            List<SimilarName> names = near(FoldedText.of(given).toString(), others, onlyNearest);
            names.removeIf(stretch::says);
            if (!names.isEmpty() && names.get(0).distance() < distance) {
                distance = names.get(0).distance();
                best = others;
                best.add(
                        place(best, stretch.from()),
                        Sought.like(given, stretch.from(), stretch.to(), names));
            }
        }
        return best;
    }

    private static int place(List<Sought> said, int from) {
        int at = 0;
        while (at < said.size() && said.get(at).from() < from) {
            at++;
        }
        return at;
    }

    /** Those that are there beside the other names, the nearest first. */
    private List<SimilarName> near(String typed, List<Sought> others, boolean onlyNearest) {
        List<SimilarName> nearest = new ArrayList<>();
        int tried = 0;
        for (SimilarName name : similar.to(typed)) {
            boolean farther =
                    onlyNearest
                            && !nearest.isEmpty()
                            && nearest.get(0).distance() < name.distance();
            if (farther || tried == MOST_TRIED) {
                break;
            } else if (scope.places(name.reading(), others).findAny().isEmpty()) {
                continue;
            }
            tried++;
            List<Sought> place = new ArrayList<>(others);
            place.add(Sought.like(typed, 0, 0, List.of(name)));
            if (hypotheses.isPlace(place)) {
                nearest.add(name);
            }
        }
        return nearest;
    }

    private record Stretch(int from, int to, List<Sought> joined) {
        /** Whether it is the name and something else besides. */
        boolean says(SimilarName name) {
            return joined.stream()
                    .flatMap(one -> one.readings().stream())
                    .anyMatch(name.reading()::equals);
        }
    }

    /** It alone, and together with the name before and the one behind it. */
    private static List<Stretch> stretches(List<Sought> said, Element unknown) {
        List<Stretch> stretches = new ArrayList<>();
        stretches.add(new Stretch(unknown.from(), unknown.to(), List.of()));
        for (Sought one : said) {
            if (one.isName() && !one.isCorrected()) {
                if (one.to() == unknown.from()) {
                    stretches.add(new Stretch(one.from(), unknown.to(), List.of(one)));
                } else if (one.from() == unknown.to()) {
                    stretches.add(new Stretch(unknown.from(), one.to(), List.of(one)));
                }
            }
        }
        return stretches;
    }
}
