package org.weiwang.demo.life;

/**
 * Another or a former name of a place.
 *
 * @param kind of the place: 区县, 道路 or 小区
 * @param name what it is called now
 * @param until a day or a year, after which it was not called so any more; empty where it still is
 */
public record Alias(String kind, String name, String alias, String until) {}
