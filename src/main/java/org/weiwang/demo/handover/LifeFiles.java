package org.weiwang.demo.handover;

import static org.weiwang.geo.shapefile.Field.text;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.geom.GeometryFactory;
import org.weiwang.demo.life.Facility;
import org.weiwang.demo.life.Land;
import org.weiwang.demo.life.Life;
import org.weiwang.demo.life.Road;
import org.weiwang.geo.Crs;
import org.weiwang.geo.shapefile.Field;
import org.weiwang.geo.shapefile.ShapeType;
import org.weiwang.geo.shapefile.ShapefileWriter;

/** The shapefiles of residential land, roads and facilities. */
final class LifeFiles {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final String district;
    private final Life life;
    private final Crs crs;
    private final Charset charset;
    private final Path folder;

    LifeFiles(String district, Life life, Crs crs, Charset charset, Path folder) {
        this.district = district;
        this.life = life;
        this.crs = crs;
        this.charset = charset;
        this.folder = folder;
    }

    void write() throws IOException {
        land();
        roads();
        facilities();
    }

    private ShapefileWriter create(String name, ShapeType type, Field... fields)
            throws IOException {
        return ShapefileWriter.create(
                folder.resolve(name + ".shp"), type, crs, charset, List.of(fields));
    }

    /** Unique in the city: 510131R000001. */
    private String number(String letter, int number) {
        return district + letter + "%06d".formatted(number);
    }

    private void land() throws IOException {
        try (ShapefileWriter file =
                create("residential-land", ShapeType.POLYGON, text("地块编号", 16), text("用地类型", 20))) {
            int number = 0;
            for (Land piece : life.land()) {
                file.write(piece.shape(), List.of(number("D", ++number), piece.use()));
            }
        }
    }

    private void roads() throws IOException {
        try (ShapefileWriter file =
                create(
                        "roads",
                        ShapeType.POLYLINE,
                        text("道路编号", 16),
                        text("道路名称", 24),
                        text("道路类型", 8),
                        Field.number("层级", 2, 0))) {
            int number = 0;
            for (Road road : life.roads()) {
                file.write(
                        road.line(),
                        List.of(
                                number("R", ++number),
                                road.name(),
                                road.kind().label(),
                                road.level()));
            }
        }
    }

    private void facilities() throws IOException {
        try (ShapefileWriter file =
                create(
                        "facilities",
                        ShapeType.POINT,
                        text("设施编号", 16),
                        text("设施名称", 60),
                        text("类别", 20))) {
            int number = 0;
            for (Facility facility : life.facilities().facilities()) {
                file.write(
                        FACTORY.createPoint(facility.place()),
                        List.of(number("S", ++number), facility.name(), facility.category()));
            }
        }
    }
}
