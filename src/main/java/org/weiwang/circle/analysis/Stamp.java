package org.weiwang.circle.analysis;

import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.reach.Profile;
import org.weiwang.circle.standard.Rule;

/**
 * What a result was computed by and from.
 *
 * @param standard its id
 * @param profile the id that the standard gives the walker
 * @param searchedMinutes beyond so many walking minutes nothing counts as reachable
 */
public record Stamp(
        String standard,
        String standardVersion,
        String profile,
        Profile walker,
        Rule rule,
        double searchedMinutes,
        DataVersions data) {
    /** That of the question's result in a city of these data. */
    public static Stamp of(Question question, DataVersions data) {
        return new Stamp(
                question.standard().id(),
                question.standard().version(),
                question.profile(),
                question.walker(),
                question.rule(),
                question.minutes(question.searchLimit()),
                data);
    }
}
