package org.weiwang.address;

import org.weiwang.geo.LonLat;

/**
 * An address, or a facility, as the data have it.
 *
 * @param text of the address, or the facility's name
 * @param point null where it has no location
 * @param district the code of the district that brought it
 * @param isFacility whether it is a facility
 */
public record StoredAddress(String text, LonLat point, String district, boolean isFacility) {}
