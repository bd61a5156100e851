package org.weiwang.demo.life;

/**
 * A post that serves a grid, without a person.
 *
 * @param grid the grid's code
 * @param scope what it is responsible for, in words
 */
public record Post(String grid, String role, String scope) {}
