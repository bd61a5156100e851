package org.weiwang.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.demo.DemoCity;
import org.weiwang.demo.DemoCounty;
import org.weiwang.demo.life.Address;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.Lattice;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/**
 * Micro grids as an import stores them, and the places of the addresses in them.
 *
 * @param places longitude and latitude
 */
public record MicroGrids(List<Grid> grids, Coordinate[] places) {
    private static final String COUNTY = "510185";

    /** How far an address lies from the place it is made from, at most, on each axis: 20 m. */
    private static final double JITTER = 0.0002;

    /** The demo county 简阳市: 4,951 micro grids. */
    public static MicroGrids county() {
        return of(COUNTY);
    }

    /** All demo counties of Chengdu: 126,449 micro grids. */
    static MicroGrids city() {
        List<MicroGrids> counties = DemoCity.codes().parallelStream().map(MicroGrids::of).toList();
        return new MicroGrids(
                counties.stream().flatMap(county -> county.grids.stream()).toList(),
                counties.stream()
                        .flatMap(county -> Arrays.stream(county.places))
                        .toArray(Coordinate[]::new));
    }

    private static MicroGrids of(String district) {
        try {
            DemoCounty county = DemoCounty.generate(district, 1);
            List<Geometry> outlines = county.ground().shapes().micros();
            List<Grid> grids = new ArrayList<>();
            for (int i = 0; i < outlines.size(); i++) {
                String code = county.ground().division().microCode(i);
                grids.add(grid(code, county.crs().toWgs84(outlines.get(i))));
            }
            Coordinate[] places =
                    county.life().housing().addresses().stream()
                            .map(Address::place)
                            .toArray(Coordinate[]::new);
            Geometry points = new GeometryFactory().createMultiPointFromCoords(places);
            return new MicroGrids(grids, county.crs().toWgs84(points).getCoordinates());
        } catch (CrsException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Grid grid(String code, Geometry wgs84) {
        MultiPolygon outline =
                wgs84 instanceof Polygon polygon
                        ? wgs84.getFactory().createMultiPolygon(new Polygon[] {polygon})
                        : (MultiPolygon) wgs84;
        return new Grid(code, Level.MICRO, code, null, "", null, Lattice.snap(outline));
    }

    /**
     * Points like those of addresses, near random places, in random order.
     *
     * @return longitude and latitude in turn
     */
    public double[] addresses(int count, SplittableRandom random) {
        double[] addresses = new double[2 * count];
        for (int i = 0; i < count; i++) {
            Coordinate place = places[random.nextInt(places.length)];
            addresses[2 * i] = place.x + random.nextDouble(-JITTER, JITTER);
            addresses[2 * i + 1] = place.y + random.nextDouble(-JITTER, JITTER);
        }
        return addresses;
    }
}
