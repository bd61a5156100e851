package org.weiwang.atlas.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Feature;
import org.weiwang.atlas.History;
import org.weiwang.circle.Facility;
import org.weiwang.demo.DemoGround;
import org.weiwang.demo.division.Division;
import org.weiwang.demo.division.GridShapes;
import org.weiwang.edition.Edition;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Property;
import org.weiwang.feature.Row;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.Lattice;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** Parts of an atlas, and their layers as tests draw them. */
final class TestDistrict {
    static final FeatureType GRIDS =
            new FeatureType(
                    "grids",
                    GeometryType.MULTI_POLYGON,
                    List.of(
                            new Property("code", "编码", Property.Type.STRING),
                            new Property("kind", "类型", Property.Type.STRING),
                            new Property("households", "户数", Property.Type.INTEGER)));

    private static final UUID HISTORY = UUID.randomUUID();

    private TestDistrict() {}

    /** The grids of a demo county, as an import stores them. */
    static List<Grid> demo(String code) {
        try {
            DemoGround county = DemoGround.generate(code, 1);
            Division division = county.ground().division();
            GridShapes shapes = county.ground().shapes();
            Crs crs = county.crs();
            List<Grid> grids = new ArrayList<>();
            for (int i = 0; i < shapes.communities().size(); i++) {
                int town = division.communities().get(i).town();
                grids.add(
                        grid(
                                division.communityCode(i),
                                Level.COMMUNITY,
                                "town-" + town,
                                crs.toWgs84(shapes.communities().get(i))));
            }
            for (int i = 0; i < shapes.generals().size(); i++) {
                int community = division.generals().get(i).community();
                grids.add(
                        grid(
                                division.generalCode(i),
                                Level.GENERAL,
                                division.communityCode(community),
                                crs.toWgs84(shapes.generals().get(i))));
            }
            for (int i = 0; i < shapes.micros().size(); i++) {
                grids.add(
                        grid(
                                division.microCode(i),
                                Level.MICRO,
                                division.generalCode(division.micros().get(i).general()),
                                crs.toWgs84(shapes.micros().get(i))));
            }
            for (int i = 0; i < shapes.dedicated().size(); i++) {
                int community = division.dedicated().get(i).community();
                grids.add(
                        grid(
                                division.dedicatedCode(i),
                                Level.DEDICATED,
                                division.communityCode(community),
                                crs.toWgs84(shapes.dedicated().get(i))));
            }
            return grids;
        } catch (CrsException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A grid with as many households as its code has characters. */
    static Grid grid(String code, Level level, String parent, Geometry wgs84) {
        MultiPolygon outline =
                wgs84 instanceof Polygon polygon
                        ? wgs84.getFactory().createMultiPolygon(new Polygon[] {polygon})
                        : (MultiPolygon) wgs84;
        return new Grid(code, level, "网格", null, parent, code.length(), Lattice.snap(outline));
    }

    static DistrictPart part(
            String district,
            int edition,
            List<Grid> grids,
            List<Facility> facilities,
            DistrictPart former) {
        return new DistrictPart(
                new DistrictPart.Version(HISTORY, new Edition(district, edition), Map.of()),
                new DistrictPart.Content(
                        new District(district, "试验区"),
                        List.of(),
                        grids,
                        List.of(),
                        facilities,
                        null),
                former);
    }

    static DistrictPart part(String district, List<Grid> grids) {
        return part(district, 1, grids, List.of(), null);
    }

    static Atlas atlas(DistrictPart... parts) {
        return new Atlas(1, new History(HISTORY, List.of()), List.of(parts));
    }

    /** All attributes, from zoom 0 on. */
    static TiledLayer<Grid> layer(Level level) {
        return new TiledLayer<>(
                GRIDS,
                List.of("code", "kind", "households"),
                0,
                part -> part.layer(level),
                GridRow::new);
    }

    private record GridRow(Feature<Grid> feature) implements Row {
        @Override
        public String id() {
            return feature.id();
        }

        @Override
        public Geometry geometry() {
            return feature.geometry();
        }

        @Override
        public Object value(int index) {
            Grid grid = feature.subject();
            return switch (index) {
                case 0 -> grid.code();
                case 1 -> grid.kind();
                default -> grid.households();
            };
        }
    }
}
