package org.weiwang.demo.handover;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.weiwang.demo.life.Address;
import org.weiwang.demo.life.Alias;
import org.weiwang.demo.life.Post;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;

/** The tables beside the shapefiles: CSV in UTF-8, comma-separated, one header line. */
final class Tables {
    private Tables() {}

    static void writeAddresses(List<Address> addresses, Crs crs, Path file)
            throws IOException, CrsException {
        Coordinate[] places = addresses.stream().map(Address::place).toArray(Coordinate[]::new);
        Coordinate[] lonLats =
                crs.toWgs84(new GeometryFactory().createMultiPointFromCoords(places))
                        .getCoordinates();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord("文本", "经度", "纬度", "户数");
            for (int i = 0; i < lonLats.length; i++) {
                csv.writeRecord(
                        addresses.get(i).text(),
                        degrees(lonLats[i].x),
                        degrees(lonLats[i].y),
                        Integer.toString(addresses.get(i).households()));
            }
        }
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.7f", value);
    }

    static void writePosts(List<Post> posts, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord("网格代码", "角色", "范围", "联系电话");
            for (Post post : posts) {
                csv.writeRecord(post.grid(), post.role(), post.scope(), post.contact());
            }
        }
    }

    /** Since when a place was called so is not known of any. */
    static void writeAliases(List<Alias> aliases, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord("类别", "名称", "别名", "起", "止");
            for (Alias alias : aliases) {
                csv.writeRecord(alias.kind(), alias.name(), alias.alias(), "", alias.until());
            }
        }
    }
}
