package org.weiwang.feature.cql2;

import java.time.Instant;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Property;
import org.weiwang.feature.Property.Type;
import org.weiwang.feature.Row;

/** A feature with a property of every type, each of which may be missing. */
public record Building(
        String id,
        Geometry geometry,
        String name,
        Integer floors,
        Double height,
        Boolean lift,
        Instant built,
        Instant razed,
        String owner,
        Integer cellars)
        implements Row {
    public static final FeatureType TYPE =
            new FeatureType(
                    "buildings",
                    GeometryType.MULTI_POLYGON,
                    List.of(
                            new Property("name", "名称", Type.STRING),
                            new Property("floors", "层数", Type.INTEGER),
                            new Property("height", "高度", Type.NUMBER),
                            new Property("lift", "电梯", Type.BOOLEAN),
                            new Property("built", "建成", Type.TIMESTAMP),
                            new Property("razed", "拆除", Type.TIMESTAMP),
                            new Property("owner", "业主", Type.STRING),
                            new Property("cellars", "地下层数", Type.INTEGER)));

    @Override
    public Object value(int index) {
        return switch (index) {
            case 0 -> name;
            case 1 -> floors;
            case 2 -> height;
            case 3 -> lift;
            case 4 -> built;
            case 5 -> razed;
            case 6 -> owner;
            case 7 -> cellars;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
