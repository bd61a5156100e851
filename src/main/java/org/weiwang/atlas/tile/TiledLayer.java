package org.weiwang.atlas.tile;

import java.util.List;
import java.util.function.Function;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Feature;
import org.weiwang.atlas.FeatureLayer;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Property;
import org.weiwang.feature.Row;
import org.weiwang.geo.tile.Tile;
import org.weiwang.grid.Level;

/**
 * A layer of the atlas as it is in tiles. Immutable; to be made once, since what is drawn of it is
 * kept for it alone.
 *
 * @param type whose id is the name of the layer in a tile; of points or polygons
 * @param attributes the names of those properties that tiles have, in that order
 * @param minZoom below it tiles are empty, since too much would be in one
 * @param features of one district
 * @param row the properties of a feature, by its id and subject alone: what is drawn of it is kept
 *     for all editions that have the same
 */
public record TiledLayer<T>(
        FeatureType type,
        List<String> attributes,
        int minZoom,
        Function<DistrictPart, FeatureLayer<T>> features,
        Function<Feature<T>, Row> row) {
    /** The last zoom that a client need ask for: a step of the tile's grid is 13 cm at 30°N. */
    public static final int MAX_ZOOM = 16;

    /**
     * @throws IllegalArgumentException when the type has no such property, is of lines, or there is
     *     no such zoom
     */
    public TiledLayer {
        attributes = List.copyOf(attributes);
        for (String attribute : attributes) {
            if (type.index(attribute).isEmpty()) {
                throw new IllegalArgumentException(type.id() + " has no property " + attribute);
            }
        }
        if (type.geometry() == GeometryType.MULTI_LINE_STRING) {
            throw new IllegalArgumentException(type.id() + " is of lines, which no tile has");
        }
        if (minZoom < 0 || minZoom > Tile.MAX_ZOOM) {
            throw new IllegalArgumentException(
                    "zoom " + minZoom + " is not from 0 to " + Tile.MAX_ZOOM);
        }
    }

    /** The properties that tiles have. */
    public List<Property> fields() {
        return attributes.stream()
                .map(name -> type.properties().get(type.index(name).getAsInt()))
                .toList();
    }

    /**
     * The zoom from which on a tile of the demo counties of all of Chengdu has at most 10,000 of
     * the grids, in 500 kB.
     */
    public static int minZoom(Level level) {
        return switch (level) {
            case COMMUNITY -> 0;
            case DEDICATED -> 9;
            case GENERAL -> 10;
            case MICRO -> 12;
        };
    }
}
