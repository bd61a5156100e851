package org.weiwang.edition.layer;

import java.util.Arrays;
import java.util.List;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Property;
import org.weiwang.feature.Property.Type;
import org.weiwang.grid.Level;
import org.weiwang.grid.check.FindingKind;
import org.weiwang.grid.check.Severity;

/** A layer of which too many features are in force to hold them all in memory. */
public enum StoredLayer {
    /** All that are stored; those that have no location have no geometry. */
    ADDRESSES(
            "address",
            "addresses",
            GeometryType.POINT,
            List.of(Common.TEXT, Common.HOUSEHOLDS, Common.DISTRICT)),

    /** Those that lie in no micro or dedicated grid. */
    OUTSIDE_ADDRESSES(
            "address",
            "outside-addresses",
            GeometryType.POINT,
            List.of(Common.TEXT, Common.HOUSEHOLDS, Common.DISTRICT, Common.EDITION)),

    /** Ways that can be walked, as {@link org.weiwang.circle.Road}. */
    ROADS(
            "road",
            "roads",
            GeometryType.MULTI_LINE_STRING,
            List.of(
                    new Property("code", "编码", Type.STRING),
                    new Property("name", "名称", Type.STRING),
                    new Property("kind", "类型", Type.STRING),
                    new Property("layer", "层", Type.INTEGER),
                    new Property("steps", "台阶", Type.BOOLEAN),
                    new Property("noded", "已在交叉处打断", Type.BOOLEAN),
                    Common.DISTRICT)),

    /** What is wrong with editions, or may be, as {@link org.weiwang.grid.check.Finding}: where. */
    FINDINGS("finding", "findings", GeometryType.POINT, Common.FINDING),

    /** The ground of those that have some. */
    FINDING_AREAS("finding", "finding-areas", GeometryType.MULTI_POLYGON, Common.FINDING);

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** Properties of several; in a class of their own, since the layers are made from them. */
    private static final class Common {
        static final Property TEXT = new Property("text", "地址", Type.STRING);
        static final Property HOUSEHOLDS = new Property("households", "户数", Type.INTEGER);
        static final Property EDITION = new Property("edition", "版次", Type.STRING);
        static final List<Property> FINDING =
                List.of(
                        new Property("kind", "问题", Type.STRING, names(FindingKind.values())),
                        new Property("severity", "级别", Type.STRING, names(Severity.values())),
                        new Property("level", "层级", Type.STRING, names(Level.values())),
                        new Property("grids", "网格编码", Type.STRING),
                        new Property("sentence", "说明", Type.STRING),
                        new Property("sentenceEn", "英文说明", Type.STRING),
                        new Property("width", "最大宽度(米)", Type.NUMBER),
                        new Property("squareMetres", "面积(平方米)", Type.NUMBER),
                        new Property("count", "数量", Type.INTEGER),
                        new Property("detail", "详情", Type.STRING),
                        EDITION);
        static final Property DISTRICT = new Property("district", "区(市)县代码", Type.STRING);
    }

    private final String dataSet;
    private final FeatureType type;

    StoredLayer(String dataSet, String id, GeometryType geometry, List<Property> properties) {
        this.dataSet = dataSet;
        this.type = new FeatureType(id, geometry, properties);
    }

    /** The name of the data sets that it is of. */
    public String dataSet() {
        return dataSet;
    }

    public FeatureType type() {
        return type;
    }
}
