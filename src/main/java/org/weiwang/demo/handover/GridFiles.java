package org.weiwang.demo.handover;

import static org.weiwang.geo.shapefile.Field.number;
import static org.weiwang.geo.shapefile.Field.text;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.weiwang.demo.division.Division;
import org.weiwang.demo.division.Division.CommunityPart;
import org.weiwang.demo.division.GridShapes;
import org.weiwang.demo.life.Ground;
import org.weiwang.demo.life.Life;
import org.weiwang.demo.life.MicroFacts;
import org.weiwang.demo.life.Numerals;
import org.weiwang.geo.Crs;
import org.weiwang.geo.shapefile.Field;
import org.weiwang.geo.shapefile.ShapeType;
import org.weiwang.geo.shapefile.ShapefileWriter;

/** The grids' shapefiles, one per level. */
final class GridFiles {
    private static final Field CODE = text("网格代码", 32);
    private static final Field NAME = text("网格名称", 60);
    private static final Field PARENT = text("上级代码", 32);
    private static final Field KIND = text("类型", 20);
    private static final Field HOUSEHOLDS = number("户数", 8, 0);

    private final Ground ground;
    private final Division division;
    private final GridShapes shapes;
    private final Life life;
    private final Crs crs;
    private final Charset charset;
    private final Path folder;
    private final int[] ofGenerals;
    private final int[] ofCommunities;

    GridFiles(Ground ground, Life life, Crs crs, Charset charset, Path folder) {
        this.ground = ground;
        this.division = ground.division();
        this.shapes = ground.shapes();
        this.life = life;
        this.crs = crs;
        this.charset = charset;
        this.folder = folder;
        this.ofGenerals = new int[division.generals().size()];
        this.ofCommunities = new int[division.communities().size()];
        for (int m = 0; m < division.micros().size(); m++) {
            ofGenerals[division.micros().get(m).general()] += life.housing().households(m);
            ofCommunities[division.communityOfMicro(m)] += life.housing().households(m);
        }
    }

    void write() throws IOException {
        communities();
        generals();
        micros();
        dedicated();
    }

    private ShapefileWriter create(String name, Field... fields) throws IOException {
        return ShapefileWriter.create(
                folder.resolve(name + ".shp"), ShapeType.POLYGON, crs, charset, List.of(fields));
    }

    private void communities() throws IOException {
        try (ShapefileWriter file =
                create(
                        "community-grids",
                        CODE,
                        NAME,
                        text("乡镇代码", 9),
                        text("乡镇名称", 40),
                        text("区县代码", 6),
                        text("区县名称", 40),
                        HOUSEHOLDS)) {
            for (int c = 0; c < ofCommunities.length; c++) {
                CommunityPart part = division.communities().get(c);
                file.write(
                        shapes.communities().get(c),
                        List.of(
                                part.community().code(),
                                part.community().name(),
                                part.of().code(),
                                part.of().name(),
                                ground.district().code(),
                                ground.district().name(),
                                ofCommunities[c]));
            }
        }
    }

    private void generals() throws IOException {
        try (ShapefileWriter file = create("general-grids", CODE, NAME, PARENT, HOUSEHOLDS)) {
            for (int g = 0; g < ofGenerals.length; g++) {
                Division.GeneralPart part = division.generals().get(g);
                String community = division.communities().get(part.community()).community().name();
                file.write(
                        shapes.generals().get(g),
                        List.of(
                                division.generalCode(g),
                                community + "第" + Numerals.of(part.number()) + "网格",
                                division.communityCode(part.community()),
                                ofGenerals[g]));
            }
        }
    }

    private void micros() throws IOException {
        try (ShapefileWriter file = create("micro-grids", CODE, NAME, PARENT, KIND, HOUSEHOLDS)) {
            for (int m = 0; m < division.micros().size(); m++) {
                MicroFacts facts = life.housing().micro(m);
                file.write(
                        shapes.micros().get(m),
                        List.of(
                                division.microCode(m),
                                facts.name(),
                                division.generalCode(division.micros().get(m).general()),
                                facts.kind(),
                                life.housing().households(m)));
            }
        }
    }

    private void dedicated() throws IOException {
        try (ShapefileWriter file = create("dedicated-grids", CODE, NAME, PARENT, KIND)) {
            for (int d = 0; d < division.dedicated().size(); d++) {
                file.write(
                        shapes.dedicated().get(d),
                        List.of(
                                division.dedicatedCode(d),
                                life.facilities().dedicated().get(d).name(),
                                division.communityCode(division.dedicated().get(d).community()),
                                life.facilities().dedicated().get(d).kind()));
            }
        }
    }
}
