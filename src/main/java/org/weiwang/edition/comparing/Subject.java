package org.weiwang.edition.comparing;

import org.weiwang.edition.Edition;

/**
 * One of the two that are compared.
 *
 * @param wasInForce whether it is in force or ever was
 */
public record Subject(Edition edition, boolean wasInForce) {}
