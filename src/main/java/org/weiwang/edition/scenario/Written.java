package org.weiwang.edition.scenario;

import java.time.Instant;

/**
 * Who wrote something, and when.
 *
 * @param by name as {@link org.weiwang.access.Actor#name}
 * @param at in whole microseconds
 */
public record Written(String by, Instant at) {}
