package org.weiwang.circle.analysis;

/**
 * How evenly the walks to one category are spread over the households of the city or of a district.
 * A home that reaches nothing counts with the minutes that were searched. Where no household is
 * known, each home counts as one; where there is no home, both figures are null.
 *
 * @param district its code, or null for the whole city
 * @param category its id
 * @param worstTenthMinutes the mean of the tenth of the households that walk farthest; the home at
 *     which the tenth is full counts in part
 * @param gini the Gini coefficient of the minutes per household: 0 where all walk equally far,
 *     towards 1 where few walk all of it
 */
public record Equity(String district, String category, Double worstTenthMinutes, Double gini) {}
