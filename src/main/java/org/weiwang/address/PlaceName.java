package org.weiwang.address;

/**
 * A name that the tenant's data know, and where.
 *
 * @param kind one for which {@link ElementKind#isName} holds
 * @param name canonical, as the data have it
 * @param district the code of the district
 * @param town the name of the town; null where it has none, or lies in several
 */
public record PlaceName(ElementKind kind, String name, String district, String town) {}
