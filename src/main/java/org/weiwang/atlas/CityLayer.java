package org.weiwang.atlas;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.weiwang.circle.Facility;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Outline;

/**
 * A layer of the whole city, of which each district has its part. There are no others than these,
 * so that they are equal only when they are the same.
 *
 * @param <T> what its features are of
 */
public final class CityLayer<T> {
    public static final CityLayer<Outline> DISTRICTS =
            new CityLayer<>(DistrictPart::districtOutline);
    public static final CityLayer<Outline> TOWNS = new CityLayer<>(DistrictPart::towns);
    public static final CityLayer<Facility> FACILITIES = new CityLayer<>(DistrictPart::facilities);

    private static final Map<Level, CityLayer<Grid>> GRIDS = new EnumMap<>(Level.class);

    static {
        for (Level level : Level.values()) {
            GRIDS.put(level, new CityLayer<>(part -> part.layer(level)));
        }
    }

    private final Function<DistrictPart, FeatureLayer<T>> layer;

    private CityLayer(Function<DistrictPart, FeatureLayer<T>> layer) {
        this.layer = layer;
    }

    /** The grids of a level. */
    public static CityLayer<Grid> grids(Level level) {
        return GRIDS.get(level);
    }

    /** What a district has of it. */
    public FeatureLayer<T> in(DistrictPart part) {
        return layer.apply(part);
    }
}
