package org.weiwang.demo.life;

/**
 * A post that serves a grid, without a person.
 *
 * @param grid the grid's code
 * @param scope what it is responsible for, in words
 * @param contact its duty telephone; empty for none
 */
public record Post(String grid, String role, String scope, String contact) {}
