package org.weiwang.demo.source;

import java.util.List;

/**
 * A town or street office with its communities in the order of their codes.
 *
 * @param code 9-digit statistical code
 */
public record Town(String code, String name, List<Community> communities) {
    public Town {
        communities = List.copyOf(communities);
    }

    /** Whether it is a street office (街道) rather than a town. */
    public boolean streetOffice() {
        return name.endsWith("街道");
    }

    /** The name without 街道 or 镇. */
    public String stem() {
        return name.substring(0, name.length() - (streetOffice() ? 2 : 1));
    }

    public int residentialCount() {
        return (int) communities.stream().filter(Community::residential).count();
    }
}
