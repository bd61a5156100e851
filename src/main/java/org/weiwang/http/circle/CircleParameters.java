package org.weiwang.http.circle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.planning.Planning;
import org.weiwang.circle.standard.Category;
import org.weiwang.circle.standard.Rule;
import org.weiwang.circle.standard.Standard;
import org.weiwang.circle.standard.Standards;
import org.weiwang.circle.standard.Walker;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.ProblemException;

/** The parameters that say by which standard, and for whom, a living circle is asked for. */
public final class CircleParameters {
    public static final String STANDARD = "standard";
    public static final String PROFILE = "profile";

    public static final String RULE = "rule";

    /** Of the groups that are told of one by one. */
    static final String LEVEL = "level";

    private CircleParameters() {}

    /** What is asked for, with what the standards usually say where a parameter is missing. */
    public static Question question(Parameters parameters, Standards standards) {
        Standard standard = standard(parameters, standards);
        return new Question(
                standard, walker(parameters, standard).id(), rule(parameters, standard));
    }

    /** The one named, else the standard's. */
    private static Rule rule(Parameters parameters, Standard standard) {
        if (!parameters.has(RULE)) {
            return standard.rule();
        }
        String name = parameters.text(RULE).orElseThrow();
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Parameters.notOneOf(RULE, List.of("time", "distance"), name));
    }

    /**
     * The standard's category that the parameter of this name names.
     *
     * @throws ProblemException when it is missing or names none
     */
    static Category category(String parameter, Parameters parameters, Standard standard) {
        String id = parameters.required(parameter);
        return standard.category(id)
                .orElseThrow(
                        () ->
                                Parameters.notOneOf(
                                        parameter,
                                        standard.categories().stream().map(Category::id).toList(),
                                        id));
    }

    /** The one named, else the first. */
    public static Standard standard(Parameters parameters, Standards standards) {
        if (!parameters.has(STANDARD)) {
            return standards.all().get(0);
        }
        String id = parameters.text(STANDARD).orElseThrow();
        return standards
                .find(id)
                .orElseThrow(
                        () ->
                                Parameters.notOneOf(
                                        STANDARD,
                                        standards.all().stream().map(Standard::id).toList(),
                                        id));
    }

    /** The one named, else the standard's first. */
    static Walker walker(Parameters parameters, Standard standard) {
        if (!parameters.has(PROFILE)) {
            return standard.walkers().get(0);
        }
        String id = parameters.text(PROFILE).orElseThrow();
        return standard.walkers().stream()
                .filter(walker -> walker.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                Parameters.notOneOf(
                                        PROFILE,
                                        standard.walkers().stream().map(Walker::id).toList(),
                                        id));
    }

    /** The one named, else that of the smallest groups. */
    static Division.Level level(Parameters parameters) {
        String name = parameters.text(LEVEL).orElse(nameOf(Planning.LEVELS.get(0)));
        return Planning.LEVELS.stream()
                .filter(level -> nameOf(level).equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                Parameters.notOneOf(
                                        LEVEL,
                                        Planning.LEVELS.stream()
                                                .map(CircleParameters::nameOf)
                                                .toList(),
                                        name));
    }

    private static String nameOf(Division.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
