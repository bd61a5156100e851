package org.weiwang.atlas;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.weiwang.circle.Facility;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Outline;

/**
 * A kind of layer that each district has one of. There are no others than these, so that they are
 * equal only when they are the same.
 *
 * @param <T> what its features are of
 */
public final class LayerKind<T> {
    public static final LayerKind<Outline> DISTRICTS =
            new LayerKind<>(DistrictPart::districtOutline);
    public static final LayerKind<Outline> TOWNS = new LayerKind<>(DistrictPart::towns);
    public static final LayerKind<Facility> FACILITIES = new LayerKind<>(DistrictPart::facilities);

    private static final Map<Level, LayerKind<Grid>> GRIDS = new EnumMap<>(Level.class);

    static {
        for (Level level : Level.values()) {
            GRIDS.put(level, new LayerKind<>(part -> part.layer(level)));
        }
    }

    private final Function<DistrictPart, FeatureLayer<T>> layer;

    private LayerKind(Function<DistrictPart, FeatureLayer<T>> layer) {
        this.layer = layer;
    }

    /** The grids of a level. */
    public static LayerKind<Grid> of(Level level) {
        return GRIDS.get(level);
    }

    /** The layer of this kind in a district. */
    public FeatureLayer<T> in(DistrictPart part) {
        return layer.apply(part);
    }
}
