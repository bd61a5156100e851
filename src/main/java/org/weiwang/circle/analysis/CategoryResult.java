package org.weiwang.circle.analysis;

/**
 * How the homes of a group reach one category. Homes weigh their households; in a group where no
 * household is known, each weighs one. Homes that reach nothing come after all others. A median or
 * 90th percentile is the smallest value at which the weights, added up from the lowest value, come
 * to that share of the whole. A home is served when its walk, by the rule asked for, is no longer
 * than the category's figure.
 *
 * @param category its id
 * @param minutes the median of the walks to the nearest facility; null where it falls on homes that
 *     reach nothing, and in a group without homes
 * @param minutes90 the 90th percentile, null likewise
 * @param nearest the name of the facility that is the nearest one of most; of several as common the
 *     one that comes first in the city; null where nothing is reached, and in a group without homes
 * @param shareHouseholds of the group's households those that are served, from 0 to 1; null where
 *     no household is known, and where no limit is known
 * @param shareAddresses of the group's homes those that are served; null in a group without homes,
 *     and where no limit is known
 * @param shareArea of the group's residential land that in pieces that are served; null where there
 *     is none, and where no limit is known
 * @param within the median of the number of facilities no farther than the category's figure; null
 *     in a group without homes, and where no limit is known
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
