package org.weiwang.edition;

/**
 * 版次: one numbered set of all grids of one district.
 *
 * @param district code of the district
 * @param number from 1 upwards within the district
 */
public record Edition(String district, int number) {
    /** Such as {@code 510131-1}. */
    public String id() {
        return district + "-" + number;
    }
}
