package org.weiwang.edition.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;

/**
 * A small district in two states, between which every kind of change occurs. The addresses are the
 * same in both: those of {@code 路} change hands.
 */
public final class RedrawnHandOver {
    private static final String EAST = "510999001001";
    private static final String WEST = "510999002001";

    private RedrawnHandOver() {}

    public static void writeBefore(Path folder) throws IOException, CrsException, ParseException {
        SmallHandOver files = empty(folder);
        community(files, box(0, -1, 2, 1), EAST, "东社区", "510999001", "城关镇");
        community(files, box(2, 0, 4, 1), WEST, "西社区", "510999002", "西镇");
        general(files, box(0, -1, 2, 1), EAST + "001", EAST);
        general(files, box(2, 0, 4, 1), WEST + "001", WEST);
        micro(files, box(0, 0, 1, 1), EAST + "001001", "甲", EAST + "001", "小区", 60);
        micro(files, box(1, 0, 2, 1), EAST + "001002", "乙", EAST + "001", "村组", 60);
        micro(files, box(0, -1, 2, 0), EAST + "001003", "南", EAST + "001", "村组", 60);
        micro(files, box(2, 0, 3, 1), WEST + "001001", "丙", WEST + "001", "村组", 60);
        micro(files, box(3, 0, 4, 1), WEST + "001002", "丁", WEST + "001", "村组", 60);
        dedicated(files, box(0.4, 0.4, 0.6, 0.6), EAST + "Z001", "小学", EAST);
        addresses(files);
        files.write();
    }

    public static void writeAfter(Path folder) throws IOException, CrsException, ParseException {
        SmallHandOver files = empty(folder);
        community(files, box(0, 0, 3, 1), EAST, "东风社区", "510999001", "城关街道");
        community(files, box(3, 0, 5, 1), WEST, "西社区", "510999003", "新镇");
        general(files, box(0, 0, 3, 1), EAST + "001", EAST);
        general(files, box(3, 0, 5, 1), WEST + "001", WEST);
        micro(files, box(0, 0, 1.1, 1), EAST + "001001", "甲", EAST + "001", "院落", 60);
        micro(files, box(1.1, 0, 2, 1), EAST + "001002", "乙", EAST + "001", "村组", 70);
        // The same ground, from another corner on, with another vertex, and a little off.
        String west =
                "MULTIPOLYGON(((%3$s %2$s,%1$s %2$s,%1$s %5$s,%1$s %4$s,%3$s %4$s,%3$s %2$s)))";
        String same =
                west.formatted(
                        SmallHandOver.x(2),
                        SmallHandOver.y(0) + 0.0004,
                        SmallHandOver.x(3) - 0.0003,
                        SmallHandOver.y(1),
                        SmallHandOver.y(0.37));
        micro(files, same, WEST + "001001", "丙", EAST + "001", "村组", 60);
        micro(files, box(3, 0, 3.5, 1), WEST + "001003", "=1+1", WEST + "001", "村组", 60);
        micro(files, box(3.5, 0, 4, 1), WEST + "001004", "戊", WEST + "001", "村组", 60);
        micro(files, box(4, 0, 5, 1), WEST + "001005", "己", WEST + "001", "村组", 60);
        dedicated(files, box(2.4, 0.4, 2.6, 0.6), EAST + "Z002", "医院", EAST);
        addresses(files);
        files.write();
    }

    private static SmallHandOver empty(Path folder) throws IOException {
        SmallHandOver files = new SmallHandOver(Files.createDirectories(folder));
        files.communities.clear();
        files.generals.clear();
        files.micros.clear();
        files.addresses.clear();
        return files;
    }

    private static void addresses(SmallHandOver files)
            throws IOException, CrsException, ParseException {
        files.addresses.add(address("留街1号", 0.2, 0.2, "3"));
        files.addresses.add(address("东路1号", 1.05, 0.5, "12"));
        files.addresses.add(address("+校路2号", 0.5, 0.5, "5"));
        files.addresses.add(address("医路3号", 2.5, 0.5, "7"));
        files.addresses.add(address("丁路4号", 3.2, 0.5, ""));
        files.addresses.add(address("丁路5号", 3.7, 0.5, "9"));
        files.addresses.add(address("丁路6号", 3.8, 0.5, "1"));
        files.addresses.add(address("外街7号", 9, 9, "2"));
        files.addresses.add("无街8号,,,2");
        files.addresses.add(address("新路9号", 4.5, 0.5, "4"));
        files.addresses.add(address("南路10号", 0.5, -0.5, "8"));
    }

    private static String address(String text, double x, double y, String households)
            throws CrsException, ParseException {
        String wkt = "POINT(%s %s)".formatted(SmallHandOver.x(x), SmallHandOver.y(y));
        Point place = (Point) Crs.epsg(4544).toWgs84(new WKTReader().read(wkt));
        return "%s,%s,%s,%s".formatted(text, place.getX(), place.getY(), households);
    }

    private static String box(double west, double south, double east, double north) {
        return SmallHandOver.box(west, south, east, north);
    }

    private static void community(
            SmallHandOver files, String box, String code, String name, String town, String named) {
        files.communities.add(new Object[] {box, code, name, town, named});
    }

    private static void general(SmallHandOver files, String box, String code, String parent) {
        files.generals.add(new Object[] {box, code, "第一网格", parent, 120});
    }

    private static void micro(
            SmallHandOver files,
            String box,
            String code,
            String name,
            String parent,
            String kind,
            int households) {
        files.micros.add(new Object[] {box, code, name, parent, kind, households});
    }

    private static void dedicated(
            SmallHandOver files, String box, String code, String name, String parent) {
        files.dedicated.add(new Object[] {box, code, name, parent, "学校"});
    }
}
