package org.weiwang.grid;

/**
 * 镇(街道): the parent of community grids.
 *
 * @param code 9 digits in statistical use, opaque here
 */
public record Town(String code, String name) {}
