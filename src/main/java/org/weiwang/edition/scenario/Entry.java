package org.weiwang.edition.scenario;

/**
 * What is known of a kept scenario beside its plan.
 *
 * @param changed last; as {@code created} where it never was
 */
public record Entry(long id, Heading heading, Written created, Written changed) {}
