package org.weiwang.feature;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the features of a layer are like.
 *
 * @param id of the layer, such as {@code micro-grids}
 * @param properties in the order in which they are written, of different names
 */
public record FeatureType(String id, GeometryType geometry, List<Property> properties) {
    public FeatureType {
        properties = List.copyOf(properties);
        Set<String> names = new HashSet<>();
        for (Property property : properties) {
            if (!names.add(property.name())) {
                throw new IllegalArgumentException(id + " has two of " + property.name());
            }
        }
    }

    /** The place of the property of this name among all, from 0. */
    public OptionalInt index(String name) {
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
