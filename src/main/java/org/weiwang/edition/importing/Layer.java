package org.weiwang.edition.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.weiwang.grid.Level;

/** What a file of a hand-over can be, and the names that its attributes usually have. */
public enum Layer {
    COMMUNITY_GRIDS(
            "community-grids",
            "社区总网格",
            Level.COMMUNITY,
            Field.required("code", "网格代码", "社区代码", "网格编码"),
            Field.required("name", "网格名称", "社区名称"),
            Field.required("townCode", "乡镇代码", "镇街代码", "街道代码", "parentCode"),
            Field.optional("townName", "乡镇名称", "镇街名称", "街道名称"),
            Field.optional("districtCode", "区县代码"),
            Field.optional("districtName", "区县名称"),
            Field.optional("households", "户数")),
    GENERAL_GRIDS(
            "general-grids",
            "一般网格",
            Level.GENERAL,
            Field.required("code", "网格代码", "网格编码"),
            Field.required("name", "网格名称"),
            Field.required("parentCode", "上级代码", "上级编码", "社区代码"),
            Field.optional("households", "户数")),
    MICRO_GRIDS(
            "micro-grids",
            "微网格",
            Level.MICRO,
            Field.required("code", "网格代码", "网格编码"),
            Field.required("name", "网格名称"),
            Field.required("parentCode", "上级代码", "上级编码", "一般网格"),
            Field.optional("kind", "类型"),
            Field.optional("households", "户数")),
    DEDICATED_GRIDS(
            "dedicated-grids",
            "专属网格",
            Level.DEDICATED,
            Field.required("code", "网格代码", "网格编码"),
            Field.required("name", "网格名称"),
            Field.required("parentCode", "上级代码", "上级编码", "社区代码"),
            Field.optional("kind", "类型"),
            Field.optional("households", "户数")),
    RESIDENTIAL_LAND(
            "residential-land",
            "居住用地",
            null,
            Field.optional("code", "地块编号"),
            Field.optional("use", "用地类型")),
    ROADS(
            "roads",
            "道路",
            null,
            Field.optional("code", "道路编号"),
            Field.optional("name", "道路名称"),
            Field.optional("kind", "道路类型"),
            Field.optional("layer", "层级"),
            Field.optional("steps", "台阶", "是否台阶")),
    FACILITIES(
            "facilities",
            "设施",
            null,
            Field.optional("code", "设施编号"),
            Field.required("name", "设施名称", "名称"),
            Field.required("category", "类别", "设施类别"),
            Field.optional("entranceOf", "主设施编号", "主设施")),
    ADDRESSES(
            "addresses",
            "地址",
            null,
            Field.required("text", "文本", "地址", "详细地址"),
            Field.required("lon", "经度"),
            Field.required("lat", "纬度"),
            Field.optional("households", "户数")),
    RESPONDERS(
            "responders",
            "网格员",
            null,
            Field.required("gridCode", "网格代码", "网格编码"),
            Field.required("role", "角色", "岗位"),
            Field.optional("scope", "范围", "职责范围"),
            Field.optional("contact", "联系电话", "电话", "联系方式")),
    ALIASES(
            "aliases",
            "别名",
            null,
            Field.required("kind", "类别"),
            Field.required("name", "名称", "现名"),
            Field.required("alias", "别名", "曾用名"),
            Field.optional("from", "起", "起始日期"),
            Field.optional("until", "止", "截止日期"));

    /**
     * An attribute of a layer.
     *
     * @param key its name here
     * @param names its names in files, the usual ones first; the key itself is understood too
     */
    record Field(String key, boolean required, List<String> names) {
        static Field required(String key, String... names) {
            return new Field(key, true, List.of(names));
        }

        static Field optional(String key, String... names) {
            return new Field(key, false, List.of(names));
        }
    }

    /** A file's extension; the whole of it is {@code .osm.pbf}. */
    private static final String OPEN_STREET_MAP = "pbf";

    /** Those of files of features, with geometries. */
    static final List<String> OF_FEATURES = List.of("shp", "geojson", "json", "gpkg", "fgb");

    /** Those of all files that can be a layer. */
    static final List<String> EXTENSIONS =
            List.of("shp", "geojson", "json", "gpkg", "fgb", "csv", OPEN_STREET_MAP);

    private final String id;
    private final String chinese;
    private final Level level;
    private final List<Field> fields;

    Layer(String id, String chinese, Level level, Field... fields) {
        this.id = id;
        this.chinese = chinese;
        this.level = level;
        this.fields = List.of(fields);
    }

    /** Its name in files and options, such as {@code micro-grids}. */
    public String id() {
        return id;
    }

    /** The level of its grids; empty for a data set. */
    Optional<Level> level() {
        return Optional.ofNullable(level);
    }

    List<Field> fields() {
        return fields;
    }

    boolean isTable() {
        return this == ADDRESSES || this == RESPONDERS || this == ALIASES;
    }

    /** What the names of its files end with; roads also come as OpenStreetMap's ways. */
    private List<String> extensions() {
        if (isTable()) {
            return List.of("csv");
        }
        return this == ROADS
                ? Stream.concat(OF_FEATURES.stream(), Stream.of(OPEN_STREET_MAP)).toList()
                : OF_FEATURES;
    }

    /** Whether it comes in files of this format. */
    boolean comesAs(LayerFile file) {
        return extensions().contains(file.extension());
    }

    static boolean isOpenStreetMap(LayerFile file) {
        return file.extension().equals(OPEN_STREET_MAP);
    }

    /** The layer with this id. */
    public static Optional<Layer> of(String id) {
        return Arrays.stream(values()).filter(layer -> layer.id.equals(id)).findFirst();
    }

    /** Whether this is a layer's id, a dot and the key of one of its attributes. */
    static boolean hasField(String name) {
        return Arrays.stream(values())
                .flatMap(layer -> layer.fields.stream().map(field -> layer.id + "." + field.key()))
                .anyMatch(name::equals);
    }

    /**
     * The layer whose id or Chinese name a file's name holds: {@code 2026年微网格.shp}. Empty where it
     * holds none or several.
     */
    static Optional<Layer> ofFile(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String extension = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        String base = fileName.substring(0, Math.max(dot, 0)).toLowerCase(Locale.ROOT);
        List<Layer> named =
                Arrays.stream(values())
                        .filter(layer -> layer.extensions().contains(extension))
                        .filter(layer -> base.contains(layer.id) || base.contains(layer.chinese))
                        .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
