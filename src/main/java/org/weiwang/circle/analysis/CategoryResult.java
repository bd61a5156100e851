package org.weiwang.circle.analysis;

/**
 * How the homes of a group reach one category. Homes weigh their households; in a group where no
 * household is known, each weighs one. Homes that reach nothing come after all others. A median or
 * 90th percentile is the smallest value at which the weights, added up from the lowest value, come
 * to that share of the whole. Served is who walks no farther than the category's limit by the rule
 * asked for; where no limit is known, the shares and the count are null.
 *
 * @param category its id
 * @param minutes the median of the walks to the nearest facility; null where it falls on homes that
 *     reach nothing, and in a group without homes
 * @param minutes90 the 90th percentile, null likewise
 * @param nearest the name of the facility that is the nearest one of most; of several as common the
 *     one that comes first in the city; null where no home that weighs something reaches any
 * @param shareHouseholds served households, of all the group's, from 0 to 1; null where no
 *     household is known
 * @param shareAddresses served homes, of all the group's; null where there are none
 * @param shareArea the area of served pieces of residential land, of all the group's; null where
 *     there is none
 * @param within the median of the number of facilities within the limit; null in a group without
 *     homes
 */
public record CategoryResult(
        String category,
        Double minutes,
        Double minutes90,
        String nearest,
        Double shareHouseholds,
        Double shareAddresses,
        Double shareArea,
        Integer within) {}
