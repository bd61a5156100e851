package org.weiwang.edition.importing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;
import org.weiwang.geo.shapefile.Field;
import org.weiwang.geo.shapefile.ShapeType;
import org.weiwang.geo.shapefile.ShapefileWriter;

/**
 * A district of one community, one general grid and two micro grids, each 1 km square and side by
 * side, in the files of a hand-over. A test changes what it wants to be wrong.
 */
public final class SmallHandOver {
    public static final String DISTRICT = "510999";
    private static final double EAST = 356_000;
    private static final double NORTH = 3_342_000;

    final Path folder;
    String districtCode;
    private String districtName = "试验县";
    Charset charset = Charset.forName("GBK");
    final List<Object[]> communities = new ArrayList<>();
    final List<Object[]> generals = new ArrayList<>();
    final List<Object[]> micros = new ArrayList<>();
    final List<Object[]> dedicated = new ArrayList<>();
    final List<Object[]> land = new ArrayList<>();
    final List<Object[]> roads = new ArrayList<>();
    final List<Object[]> facilities = new ArrayList<>();
    final List<String> addresses = new ArrayList<>();
    final List<String> responders = new ArrayList<>();

    public SmallHandOver(Path folder) {
        this(folder, DISTRICT, 0);
    }

    /**
     * @param south of the district, in kilometres north of where it usually lies; its address is
     *     there in any case
     */
    public SmallHandOver(Path folder, String district, int south) {
        this.folder = folder;
        this.districtCode = district;
        String town = district + "001";
        String community = town + "001";
        String general = community + "001";
        int north = south + 1;
        communities.add(new Object[] {box(0, south, 2, north), community, "东社区", town, "城关镇"});
        generals.add(new Object[] {box(0, south, 2, north), general, "第一网格", community, 120});
        micros.add(
                new Object[] {box(0, south, 1, north), general + "001", "甲微网格", general, "小区", 60});
        micros.add(
                new Object[] {box(1, south, 2, north), general + "002", "乙微网格", general, "村组", 60});
        addresses.add("东路1号,103.5101,30.1961,12");
        responders.add(general + "001,微网格长,");
    }

    /** A box with its corners in kilometres from a place in the west of 蒲江. */
    static String box(double west, double south, double east, double north) {
        return "MULTIPOLYGON(((%1$s %2$s,%1$s %4$s,%3$s %4$s,%3$s %2$s,%1$s %2$s)))"
                .formatted(x(west), y(south), x(east), y(north));
    }

    static double x(double kilometres) {
        return EAST + kilometres * 1_000;
    }

    static double y(double kilometres) {
        return NORTH + kilometres * 1_000;
    }

    public SmallHandOver ofDistrict(String name) {
        districtName = name;
        return this;
    }

    /** One more micro grid, east of the others, in the community and the general grid. */
    public SmallHandOver withMicroGrid(String code, String parentCode) {
        return withMicroGrid(code, parentCode, 60);
    }

    /** Likewise. */
    public SmallHandOver withMicroGrid(String code, String parentCode, int households) {
        int east = micros.size();
        communities.get(0)[0] = box(0, 0, east + 1, 1);
        generals.get(0)[0] = box(0, 0, east + 1, 1);
        micros.add(
                new Object[] {box(east, 0, east + 1, 1), code, code, parentCode, "小区", households});
        return this;
    }

    /**
     * A road, from place to place in kilometres from the south-west corner.
     *
     * @param steps as the file says it: 是, 否 or nothing
     */
    public SmallHandOver withRoad(int layer, String steps, double... places) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < places.length; i += 2) {
            line.append(i == 0 ? "" : ",")
                    .append(x(places[i]))
                    .append(' ')
                    .append(y(places[i + 1]));
        }
        roads.add(
                new Object[] {"LINESTRING(" + line + ")", "R" + (roads.size() + 1), layer, steps});
        return this;
    }

    /**
     * A facility, at a place in kilometres from the south-west corner.
     *
     * @param entranceOf empty, or the code of the facility that it is one more entrance of
     */
    public SmallHandOver withFacility(
            String code,
            String name,
            String category,
            String entranceOf,
            double east,
            double north) {
        String point = "POINT(%s %s)".formatted(x(east), y(north));
        facilities.add(new Object[] {point, code, name, category, entranceOf});
        return this;
    }

    /** A box of residential land, its corners in kilometres from the south-west corner. */
    public SmallHandOver withLand(double west, double south, double east, double north) {
        land.add(new Object[] {box(west, south, east, north), "L" + (land.size() + 1), "城镇住宅用地"});
        return this;
    }

    /** In the place of all addresses so far, those that {@link #withAddress} adds. */
    public SmallHandOver withoutAddresses() {
        addresses.clear();
        return this;
    }

    /** An address, at a place in kilometres from the south-west corner. */
    public SmallHandOver withAddress(String text, double east, double north, String households)
            throws CrsException {
        LonLat place = place(east, north);
        addresses.add("%s,%s,%s,%s".formatted(text, place.lon(), place.lat(), households));
        return this;
    }

    /** An address of which nobody knows where it lies. */
    public SmallHandOver withAddress(String text, String households) {
        addresses.add("%s,,,%s".formatted(text, households));
        return this;
    }

    /** The place so many kilometres from the south-west corner. */
    public static LonLat place(double east, double north) throws CrsException {
        Point point = Wgs84.FACTORY.createPoint(new Coordinate(x(east), y(north)));
        Point degrees = Crs.epsg(4544).toWgs84(point);
        return new LonLat(degrees.getX(), degrees.getY());
    }

    /** The western micro grid reaches 200 m further, and the eastern one has another name. */
    public SmallHandOver redrawn() {
        micros.get(0)[0] = box(0, 0, 1.2, 1);
        micros.get(1)[0] = box(1.2, 0, 2, 1);
        micros.get(1)[2] = "丙微网格";
        return this;
    }

    /** The western micro grid reaches this many metres over the eastern one, or falls short. */
    public SmallHandOver overlapping(double metres) {
        micros.get(0)[0] = box(0, 0, 1 + metres / 1_000, 1);
        return this;
    }

    /** The western micro grid has a hole, 100 m square, that nothing fills. */
    public SmallHandOver withHole() {
        String hole = box(0.3, 0.3, 0.4, 0.4).replace("MULTIPOLYGON((", "").replace(")))", ")");
        micros.get(0)[0] = ((String) micros.get(0)[0]).replace(")))", ")," + hole + "))");
        return this;
    }

    /** With the two micro grids in each other's place. */
    public SmallHandOver swapped() {
        Object west = micros.get(0)[0];
        micros.get(0)[0] = micros.get(1)[0];
        micros.get(1)[0] = west;
        return this;
    }

    public SmallHandOver write() throws IOException, CrsException, ParseException {
        layer(
                "community-grids",
                communities,
                Field.text("网格代码", 32),
                Field.text("网格名称", 40),
                Field.text("乡镇代码", 9),
                Field.text("乡镇名称", 40),
                Field.text("区县代码", 6),
                Field.text("区县名称", 40));
        layer(
                "general-grids",
                generals,
                Field.text("网格代码", 32),
                Field.text("网格名称", 40),
                Field.text("上级代码", 32),
                Field.number("户数", 9, 0));
        layer(
                "micro-grids",
                micros,
                Field.text("网格代码", 32),
                Field.text("网格名称", 40),
                Field.text("上级代码", 32),
                Field.text("类型", 10),
                Field.number("户数", 9, 0));
        if (!dedicated.isEmpty()) {
            layer(
                    "dedicated-grids",
                    dedicated,
                    Field.text("网格代码", 32),
                    Field.text("网格名称", 40),
                    Field.text("上级代码", 32),
                    Field.text("类型", 10));
        }
        if (!land.isEmpty()) {
            layer("residential-land", land, Field.text("地块编号", 16), Field.text("用地类型", 20));
        }
        if (!roads.isEmpty()) {
            layer(
                    "roads",
                    roads,
                    Field.text("道路编号", 16),
                    Field.number("层级", 2, 0),
                    Field.text("台阶", 8));
        }
        if (!facilities.isEmpty()) {
            layer(
                    "facilities",
                    facilities,
                    Field.text("设施编号", 16),
                    Field.text("设施名称", 60),
                    Field.text("类别", 20),
                    Field.text("主设施编号", 16));
        }
        table("addresses.csv", "文本,经度,纬度,户数", addresses);
        table("responders.csv", "网格代码,角色,范围", responders);
        return this;
    }

    private void layer(String name, List<Object[]> rows, Field... fields)
            throws IOException, CrsException, ParseException {
        try (ShapefileWriter writer =
                ShapefileWriter.create(
                        file(name + ".shp"),
                        type(name),
                        Crs.epsg(4544),
                        charset,
                        List.of(fields))) {
            for (Object[] row : rows) {
                List<Object> values = new ArrayList<>(List.of(row).subList(1, row.length));
                if (name.equals("community-grids")) {
                    values.add(districtCode);
                    values.add(districtName);
                }
                Geometry geometry =
                        row[0].equals("EMPTY") ? null : new WKTReader().read((String) row[0]);
                writer.write(geometry, values);
            }
        }
    }

    private static ShapeType type(String name) {
        return switch (name) {
            case "roads" -> ShapeType.POLYLINE;
            case "facilities" -> ShapeType.POINT;
            default -> ShapeType.POLYGON;
        };
    }

    private void table(String name, String header, List<String> lines) throws IOException {
        Files.writeString(file(name), header + "\n" + String.join("\n", lines) + "\n");
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
