package org.weiwang.address;

import java.time.LocalDate;

/**
 * 别名: another or a former name of a place.
 *
 * @param kind of the place: DISTRICT, TOWN, COMMUNITY, ROAD, ESTATE or LANDMARK
 * @param district code of the district that the place is in; the alias holds nowhere else
 * @param name what it is called now
 * @param alias what it is or was called besides
 * @param from the first day on which it was called so; null where nobody knows
 * @param until the first day on which it was not any more; null where it still is
 */
public record Alias(
        ElementKind kind,
        String district,
        String name,
        String alias,
        LocalDate from,
        LocalDate until) {}
