package org.weiwang.feature.cql2;

import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;

/**
 * How two geometries lie to each other, as OGC 06-103r4 has it. To be disjoint is not to intersect.
 */
public enum SpatialRelation {
    INTERSECTS("s_intersects"),
    EQUALS("s_equals"),
    TOUCHES("s_touches"),
    WITHIN("s_within"),
    OVERLAPS("s_overlaps"),
    CROSSES("s_crosses"),
    CONTAINS("s_contains");

    static final String DISJOINT = "s_disjoint";

    private final String op;

    SpatialRelation(String op) {
        this.op = op;
    }

    String op() {
        return op;
    }

    static Optional<SpatialRelation> ofOp(String op) {
        return Stream.of(values()).filter(relation -> relation.op.equals(op)).findFirst();
    }

    /** The relation of the second to the first, where the first has this to the second. */
    SpatialRelation inverse() {
        return switch (this) {
            case WITHIN -> CONTAINS;
            case CONTAINS -> WITHIN;
            default -> this;
        };
    }

    boolean holds(PreparedGeometry first, Geometry second) {
        return switch (this) {
            case INTERSECTS -> first.intersects(second);
            case EQUALS -> first.getGeometry().equalsTopo(second);
            case TOUCHES -> first.touches(second);
            case WITHIN -> first.within(second);
            case OVERLAPS -> first.overlaps(second);
            case CROSSES -> first.crosses(second);
            case CONTAINS -> first.contains(second);
        };
    }
}
