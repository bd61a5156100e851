package org.weiwang.circle.standard;

/**
 * A circle that a standard describes, such as the one of fifteen minutes. It is told and not
 * computed with.
 *
 * @param id unique in its standard
 * @param minutes on foot from its rim to its middle
 * @param metres likewise
 * @param people how many live in it
 * @param dwellings how many are in it
 * @param hectares its ground
 */
public record WalkingLevel(
        String id,
        String name,
        String nameEn,
        Range minutes,
        Range metres,
        Range people,
        Range dwellings,
        Range hectares) {}
