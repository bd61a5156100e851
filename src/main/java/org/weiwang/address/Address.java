package org.weiwang.address;

import org.weiwang.geo.LonLat;

/**
 * A place where households are, never who lives there.
 *
 * @param text as the source writes it
 * @param point null where the source gives no location
 * @param households null where the source gives none
 */
public record Address(String text, LonLat point, Integer households) {}
