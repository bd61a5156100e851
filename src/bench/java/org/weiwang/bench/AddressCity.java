package org.weiwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.address.Address;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.address.index.AddressBook;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.address.index.BookKey;
import org.weiwang.address.index.BookSource;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.History;
import org.weiwang.demo.DemoCounty;
import org.weiwang.edition.Edition;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.file.Shape;
import org.weiwang.geo.shapefile.ShapefileReader;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Town;

/** Demo counties read from their files, of which atlases are put together without a database. */
final class AddressCity {
    private static final Path FILES = Results.FOLDER.resolve("addresses");

    /** Another for each run, lest it find the books of one that left other addresses out. */
    private static final UUID HISTORY = UUID.randomUUID();

    /** A facility, by name. */
    record Landmark(String name, String district, LonLat point) {}

    final PlaceNames names = new PlaceNames();
    final List<WrittenAddress> addresses = new ArrayList<>();
    final List<Landmark> landmarks = new ArrayList<>();
    final List<String> districts = new ArrayList<>();
    private final Map<String, List<Grid>> grids = new HashMap<>();
    private final Map<String, Map<String, Town>> towns = new HashMap<>();

    /** The counties in the given order, as many as have so many addresses. */
    static AddressCity read(List<String> order, int wanted) throws IOException, CrsException {
        AddressCity city = new AddressCity();
        for (String district : order) {
            if (city.addresses.size() < wanted) {
                Path folder = FILES.resolve(district);
                if (!Files.exists(folder.resolve("responders.csv"))) {
                    DemoCounty.generate(district, 1).write(folder);
                }
                city.add(district, folder);
            }
        }
        return city;
    }

    private void add(String district, Path folder) throws IOException, CrsException {
        districts.add(district);
        for (Level level : Level.values()) {
            addGrids(district, level, folder);
        }
        for (Shape shape : shapes(folder.resolve("facilities.shp"))) {
            String name = shape.attributes().get("设施名称");
            landmarks.add(new Landmark(name, district, point(shape.geometry())));
        }
        try (Stream<String> rows = Files.lines(folder.resolve("addresses.csv"))) {
            rows.skip(1).forEach(row -> addAddress(district, row.split(",")));
        }
    }

    private void addAddress(String district, String... cells) {
        double lon = Double.parseDouble(cells[1]);
        WrittenAddress address =
                new WrittenAddress(cells[0], district, lon, Double.parseDouble(cells[2]));
        addresses.add(address);
        address.parts(names)
                .forEach(
                        (part, value) -> {
                            if (part.isName()) {
                                names.note(district, value);
                            }
                        });
    }

    private void addGrids(String district, Level level, Path folder)
            throws IOException, CrsException {
        String file = level.name().toLowerCase(Locale.ROOT) + "-grids.shp";
        for (Shape shape : shapes(folder.resolve(file))) {
            Map<String, String> cells = shape.attributes();
            String parent = cells.get("上级代码");
            if (level == Level.COMMUNITY) {
                parent = cells.get("乡镇代码");
                String town = cells.get("乡镇名称");
                towns.computeIfAbsent(district, any -> new HashMap<>())
                        .put(parent, new Town(parent, town));
                names.add(new PlaceName(ElementKind.DISTRICT, cells.get("区县名称"), district, null));
                names.add(new PlaceName(ElementKind.TOWN, town, district, null));
                names.add(new PlaceName(ElementKind.COMMUNITY, cells.get("网格名称"), district, town));
            }
            grids.computeIfAbsent(district, any -> new ArrayList<>())
                    .add(
                            new Grid(
                                    cells.get("网格代码"),
                                    level,
                                    cells.get("网格名称"),
                                    null,
                                    parent,
                                    null,
                                    outline(shape.geometry())));
        }
    }

    private static List<Shape> shapes(Path file) throws IOException, CrsException {
        List<Shape> shapes = new ArrayList<>();
        try (ShapefileReader reader =
                ShapefileReader.open(file, new ShapefileReader.Options(null, null))) {
            for (var shape = reader.next(); shape.isPresent(); shape = reader.next()) {
                Geometry wgs84 = reader.crs().toWgs84(shape.get().geometry());
                shapes.add(new Shape(shape.get().number(), wgs84, shape.get().attributes()));
            }
        }
        return shapes;
    }

    private static MultiPolygon outline(Geometry wgs84) {
        return Lattice.snap(
                wgs84 instanceof Polygon polygon
                        ? wgs84.getFactory().createMultiPolygon(new Polygon[] {polygon})
                        : (MultiPolygon) wgs84);
    }

    private static LonLat point(Geometry geometry) {
        Point point = geometry.getCentroid();
        return new LonLat(point.getX(), point.getY());
    }

    /**
     * Of these addresses, and all grids and facilities.
     *
     * @param aliases by district
     * @param books where the books of the districts go
     */
    Atlas atlas(List<WrittenAddress> kept, Map<String, List<Alias>> aliases, Path books) {
        AddressBooks shelf = new AddressBooks(books);
        List<DistrictPart> parts = new ArrayList<>();
        for (String district : districts) {
            BookSource source =
                    new Source(
                            names.divisions(district),
                            aliases.get(district),
                            kept.stream().filter(each -> each.district().equals(district)).toList(),
                            landmarks.stream()
                                    .filter(each -> each.district().equals(district))
                                    .toList());
            AddressBook book = shelf.book(new BookKey(HISTORY, district, 1, 1), source);
            DistrictPart.Content content =
                    new DistrictPart.Content(
                            new District(district, names.district(district)),
                            towns.get(district).values(),
                            grids.get(district),
                            List.of(),
                            List.of(),
                            book);
            Edition edition = new Edition(district, 1);
            parts.add(
                    new DistrictPart(
                            new DistrictPart.Version(HISTORY, edition, Map.of()), content, null));
        }
        return new Atlas(2, new History(HISTORY, List.of()), parts);
    }

    private record Source(
            List<PlaceName> divisions,
            List<Alias> aliases,
            List<WrittenAddress> addresses,
            List<Landmark> landmarks)
            implements BookSource {
        @Override
        public void forEachAddress(Consumer<Address> taker) {
            addresses.forEach(
                    each ->
                            taker.accept(
                                    new Address(
                                            each.text(), new LonLat(each.lon(), each.lat()), 1)));
        }

        @Override
        public void forEachFacility(BiConsumer<String, LonLat> taker) {
            landmarks.forEach(each -> taker.accept(each.name(), each.point()));
        }
    }
}
