package org.weiwang.access;

/**
 * Who a credential says that its bearer is.
 *
 * @param name of the token or the user, as the audit keeps it
 */
public record Identity(String name, Role role) {}
