package org.weiwang.edition.scenario;

import org.weiwang.circle.standard.Rule;

/**
 * What a scenario is called, and by what its effects are asked for where nobody says otherwise.
 *
 * @param name of 1 to {@value #LONGEST_NAME} characters, none of them a control character
 * @param note of up to {@value #LONGEST_NOTE} characters
 * @param standard its id
 * @param profile the id that the standard gives the walker
 */
public record Heading(String name, String note, String standard, String profile, Rule rule) {
    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_NOTE = 2_000;
}
