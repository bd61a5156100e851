package org.weiwang.edition.scenario;

/**
 * A scenario as it is kept.
 *
 * @param plan a JSON object of the arrays {@code added}, {@code moved}, {@code closed} and {@code
 *     roads}, as it was given
 */
public record KeptScenario(Entry entry, String plan) {}
