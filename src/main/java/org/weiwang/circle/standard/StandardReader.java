package org.weiwang.circle.standard;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a standard of its file, in which every member must be there and no other may be. */
final class StandardReader {
    private static final String ID = "[0-9a-z-]{1,32}";

    private static final String ID_EXPECTED = "1 to 32 of 0-9, a-z and -";
    private static final String VERSION = "[0-9A-Za-z.-]{1,32}";
    private static final String VERSION_EXPECTED = "1 to 32 of 0-9, A-Z, a-z, . and -";
    private static final double HEAVIEST = 1000;

    /** What {@link org.weiwang.circle.reach.Profile} takes. */
    private static final FigureReader SPEED = new FigureReader(6, 600);

    private static final FigureReader MINUTES = new FigureReader(0.1, 60);
    private static final FigureReader METRES = new FigureReader(1, 10_000);
    private static final FigureReader COUNT = new FigureReader(0, 10_000_000);

    private StandardReader() {}

    /**
     * Reads the whole file and notes all that is wrong; where anything is, what is answered is not
     * to be used.
     *
     * @param hash follows the version that the file states
     */
    static Standard read(Members file, String hash) {
        Standard standard =
                new Standard(
                        file.text("id", ID, ID_EXPECTED),
                        file.text("version", VERSION, VERSION_EXPECTED) + "-" + hash,
                        file.text("name"),
                        file.text("nameEn"),
                        file.choice("rule", Rule.class).orElse(null),
                        walkers(file),
                        categories(file),
                        new Background(levels(file), denominators(file), file.texts("remarks")));
        file.refuseOthers();
        return standard;
    }

    private static List<Walker> walkers(Members file) {
        Set<String> ids = new HashSet<>();
        return file.objects("profiles", 1).stream().map(object -> walker(object, ids)).toList();
    }

    private static Walker walker(Members object, Set<String> ids) {
        Walker walker =
                new Walker(
                        id(object, ids),
                        object.text("name"),
                        object.text("nameEn"),
                        SPEED.figure(object, "metresPerMinute"),
                        object.yesNo("takesSteps"));
        if (walker.metresPerMinute() != null && walker.metresPerMinute().status() == Status.OPEN) {
            object.fault("metresPerMinute", "must not be OPEN; leave the profile out instead");
        }
        object.refuseOthers();
        return walker;
    }

    private static List<Category> categories(Members file) {
        Set<String> ids = new HashSet<>();
        return file.objects("categories", 1).stream().map(object -> category(object, ids)).toList();
    }

    private static Category category(Members object, Set<String> ids) {
        Category category =
                new Category(
                        id(object, ids),
                        object.text("name"),
                        object.text("nameEn"),
                        new LinkedHashSet<>(object.texts("facilities")),
                        MINUTES.figure(object, "minutes"),
                        METRES.figure(object, "metres"),
                        object.number("weight", 0, HEAVIEST).orElse(0.0));
        object.refuseOthers();
        return category;
    }

    private static List<WalkingLevel> levels(Members file) {
        Set<String> ids = new HashSet<>();
        return file.objects("levels", 0).stream().map(object -> level(object, ids)).toList();
    }

    private static WalkingLevel level(Members object, Set<String> ids) {
        WalkingLevel level =
                new WalkingLevel(
                        id(object, ids),
                        object.text("name"),
                        object.text("nameEn"),
                        MINUTES.range(object, "minutes"),
                        METRES.range(object, "metres"),
                        COUNT.range(object, "people"),
                        COUNT.range(object, "dwellings"),
                        COUNT.range(object, "hectares"));
        object.refuseOthers();
        return level;
    }

    private static List<Denominator> denominators(Members file) {
        Set<Denominator.Of> before = new HashSet<>();
        return file.objects("denominators", 0).stream()
                .map(object -> denominator(object, before))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Denominator> denominator(Members object, Set<Denominator.Of> before) {
        Optional<Denominator.Of> of = object.choice("of", Denominator.Of.class);
        Optional<Status> status = object.choice("status", Status.class);
        String source = FigureReader.source(object, status);
        object.refuseOthers();
        if (of.isPresent() && !before.add(of.get())) {
            object.fault("of", "must not be " + of.get() + " again");
        }
        return of.flatMap(o -> status.map(s -> new Denominator(o, s, source)));
    }

    private static String id(Members object, Set<String> before) {
        String id = object.text("id", ID, ID_EXPECTED);
        if (!id.isEmpty() && !before.add(id)) {
            object.fault("id", "must not be " + id + " again");
        }
        return id;
    }
}
