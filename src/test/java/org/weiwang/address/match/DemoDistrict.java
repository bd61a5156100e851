package org.weiwang.address.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.weiwang.address.Address;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.address.index.BookSource;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.file.Shape;
import org.weiwang.geo.shapefile.ShapefileReader;

/** The demo county's addresses, communities and facilities. */
final class DemoDistrict implements BookSource {
    static final String CODE = "510131";
    static final String NAME = "蒲江县";
    private static final Path FOLDER = Path.of("shapefiles", CODE);

    final List<Address> addresses = new ArrayList<>();
    private final Set<PlaceName> divisions = new LinkedHashSet<>();
    private final List<String> facilities = new ArrayList<>();

    DemoDistrict() {
        try {
            List<String> rows = Files.readAllLines(FOLDER.resolve("addresses.csv"));
            for (String row : rows.subList(1, rows.size())) {
                String[] cells = row.split(",");
                LonLat point =
                        new LonLat(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
                addresses.add(new Address(cells[0], point, Integer.valueOf(cells[3])));
            }
            divisions.add(new PlaceName(ElementKind.DISTRICT, NAME, CODE, null));
            for (Map<String, String> grid : table("community-grids.shp")) {
                String town = grid.get("乡镇名称");
                divisions.add(new PlaceName(ElementKind.TOWN, town, CODE, null));
                divisions.add(new PlaceName(ElementKind.COMMUNITY, grid.get("网格名称"), CODE, town));
            }
            for (Map<String, String> facility : table("facilities.shp")) {
                facilities.add(facility.get("设施名称"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> table(String file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (ShapefileReader reader =
                ShapefileReader.open(
                        FOLDER.resolve(file), new ShapefileReader.Options(null, null))) {
            Optional<Shape> shape = reader.next();
            while (shape.isPresent()) {
                rows.add(shape.get().attributes());
                shape = reader.next();
            }
        }
        return rows;
    }

    @Override
    public List<PlaceName> divisions() {
        return List.copyOf(divisions);
    }

    @Override
    public List<Alias> aliases() {
        return List.of();
    }

    @Override
    public void forEachAddress(Consumer<Address> taker) {
        addresses.forEach(taker);
    }

    @Override
    public void forEachFacility(BiConsumer<String, LonLat> taker) {
        facilities.forEach(name -> taker.accept(name, null));
    }
}
