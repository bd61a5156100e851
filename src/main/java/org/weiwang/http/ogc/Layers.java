package org.weiwang.http.ogc;

import static org.weiwang.feature.Property.Type.INTEGER;
import static org.weiwang.feature.Property.Type.STRING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weiwang.atlas.CityLayer;
import org.weiwang.atlas.tile.TiledLayer;
import org.weiwang.circle.Facility;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.checking.CheckStore;
import org.weiwang.edition.layer.StoredLayers;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Property;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Outline;
import org.weiwang.http.circle.Circles;
import org.weiwang.http.wire.InForce;

/** All layers that this server has, in the order in which they are listed. */
final class Layers {
    static final String TOWNS = "towns";
    static final String DISTRICTS = "districts";

    private static final int FACILITIES_ZOOM = 12;

    private Layers() {}

    /** The collection of the grids of a level. */
    static String of(Level level) {
        return switch (level) {
            case COMMUNITY -> "community-grids";
            case GENERAL -> "general-grids";
            case MICRO -> "micro-grids";
            case DEDICATED -> "dedicated-grids";
        };
    }

    static List<OgcCollection> all(
            InForce inForce,
            StoredLayers stored,
            EditionStore editions,
            CheckStore checks,
            Circles circles) {
        List<OgcCollection> all = new ArrayList<>();
        all.add(
                outlines(
                        DISTRICTS,
                        "区(市)县 Districts",
                        "该区全部社区总网格之合 The union of a district's community grids",
                        inForce,
                        CityLayer.DISTRICTS,
                        Hierarchy.OF_DISTRICTS));
        all.add(
                outlines(
                        TOWNS,
                        "镇(街道) Towns",
                        "该镇全部社区总网格之合 The union of a town's community grids",
                        inForce,
                        CityLayer.TOWNS,
                        Hierarchy.OF_TOWNS));
        all.add(
                grids(
                        "社区总网格 Community grids",
                        "每村或每社区一个 One village or residential community each",
                        inForce,
                        Level.COMMUNITY));
        all.add(
                grids(
                        "一般网格 General grids",
                        "每个约300至500户 About 300 to 500 households each",
                        inForce,
                        Level.GENERAL));
        all.add(
                grids(
                        "微网格 Micro grids",
                        "每个约30至100户 About 30 to 100 households each",
                        inForce,
                        Level.MICRO));
        all.add(
                grids(
                        "专属网格 Dedicated grids",
                        "学校、医院、写字楼、市场、公园等 Schools, hospitals, office blocks, markets, parks",
                        inForce,
                        Level.DEDICATED));
        all.add(facilities(inForce));
        all.addAll(StoredSource.collections(inForce, stored));
        all.addAll(FindingSource.collections(inForce, editions, checks, stored));
        if (circles.isOn()) {
            all.addAll(CircleSource.collections(inForce, circles));
        }
        return List.copyOf(all);
    }

    private static OgcCollection grids(
            String title, String description, InForce inForce, Level level) {
        String id = of(level);
        Table<Grid> table =
                Table.<Grid>of(id, GeometryType.MULTI_POLYGON)
                        .with("code", "编码", STRING, grid -> grid.subject().code())
                        .with("name", "名称", STRING, grid -> grid.subject().name())
                        .with(
                                new Property(
                                        "level",
                                        "层级",
                                        STRING,
                                        Arrays.stream(Level.values()).map(Level::name).toList()),
                                grid -> grid.subject().level().name())
                        .with("kind", "类型", STRING, grid -> grid.subject().kind())
                        .with("parentCode", "上级编码", STRING, grid -> grid.subject().parentCode())
                        .with("households", "户数", INTEGER, grid -> grid.subject().households())
                        .with("edition", "版次", STRING, grid -> grid.edition().id())
                        .build();
        AtlasSource<Grid> source =
                new AtlasSource<>(inForce, CityLayer.grids(level), table, true, Hierarchy.OF_GRIDS);
        return new OgcCollection(
                id,
                title,
                description,
                source,
                source.tiled(
                        TiledLayer.minZoom(level),
                        "code",
                        "name",
                        "kind",
                        "parentCode",
                        "households"));
    }

    private static OgcCollection outlines(
            String id,
            String title,
            String description,
            InForce inForce,
            CityLayer<Outline> layer,
            Hierarchy hierarchy) {
        Table<Outline> table =
                Table.<Outline>of(id, GeometryType.MULTI_POLYGON)
                        .with("code", "编码", STRING, outline -> outline.subject().code())
                        .with("name", "名称", STRING, outline -> outline.subject().name())
                        .with(
                                "parentCode",
                                "上级编码",
                                STRING,
                                outline -> outline.subject().parentCode())
                        .with("edition", "版次", STRING, outline -> outline.edition().id())
                        .build();
        AtlasSource<Outline> source = new AtlasSource<>(inForce, layer, table, true, hierarchy);
        return new OgcCollection(
                id, title, description, source, source.tiled(0, "code", "name", "parentCode"));
    }

    private static OgcCollection facilities(InForce inForce) {
        String id = "facilities";
        Table<Facility> table =
                Table.<Facility>of(id, GeometryType.POINT)
                        .with("code", "编码", STRING, facility -> facility.subject().code())
                        .with("name", "名称", STRING, facility -> facility.subject().name())
                        .with("category", "类别", STRING, facility -> facility.subject().category())
                        .with(
                                "district",
                                "区(市)县",
                                STRING,
                                facility -> facility.edition().district())
                        .build();
        AtlasSource<Facility> source =
                new AtlasSource<>(inForce, CityLayer.FACILITIES, table, false, Hierarchy.NONE);
        return new OgcCollection(
                id,
                "设施 Facilities",
                "生活圈的目的地 Destinations of the living circle",
                source,
                source.tiled(FACILITIES_ZOOM, "code", "name", "category"));
    }
}
