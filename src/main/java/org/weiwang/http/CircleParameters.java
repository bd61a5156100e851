package org.weiwang.http;

import java.util.List;
import org.weiwang.circle.standard.Standard;
import org.weiwang.circle.standard.Standards;
import org.weiwang.circle.standard.Walker;

/** The parameters that say by which standard, and for whom, a living circle is asked for. */
final class CircleParameters {
    static final String STANDARD = "standard";
    static final String PROFILE = "profile";

    private CircleParameters() {}

    /** The one named, else the first. */
    static Standard standard(Parameters parameters, Standards standards) {
        if (!parameters.has(STANDARD)) {
            return standards.all().get(0);
        }
        String id = parameters.text(STANDARD).orElseThrow();
        return standards
                .find(id)
                .orElseThrow(
                        () ->
                                notOneOf(
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
                                notOneOf(
                                        PROFILE,
                                        standard.walkers().stream().map(Walker::id).toList(),
                                        id));
    }

    static ProblemException notOneOf(String parameter, List<String> allowed, String value) {
        return Problem.badParameter(
                        parameter,
                        "%s must be one of %s, not \"%s\""
                                .formatted(parameter, String.join(", ", allowed), value))
                .exception();
    }
}
