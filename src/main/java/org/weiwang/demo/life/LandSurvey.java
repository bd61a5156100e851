package org.weiwang.demo.life;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** Residential land: what is built on in a town's blocks, and the ground around hamlets' houses. */
final class LandSurvey {
    private static final double SETBACK = 5;
    private static final double YARD = 14;
    private static final double SMALLEST = 200;
    private static final PrecisionModel MILLIMETRES = new PrecisionModel(1000);
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Ground ground;
    private final Settlement settlement;
    private final List<Land> land = new ArrayList<>();

    private LandSurvey(Ground ground, Settlement settlement) {
        this.ground = ground;
        this.settlement = settlement;
    }

    static List<Land> of(Ground ground, Settlement settlement, Housing housing) {
        LandSurvey survey = new LandSurvey(ground, settlement);
        for (int micro = 0; micro < ground.cells().size(); micro++) {
            if (settlement.isUrban(micro) && !housing.micro(micro).kind().equals("商业")) {
                survey.blocks(micro);
            }
        }
        survey.hamlets(housing);
        return survey.land;
    }

    private void blocks(int micro) {
        Map<Integer, List<Geometry>> blocks = new TreeMap<>();
        for (int cell : settlement.blocks(micro)) {
            int block = ground.streets().block(cell);
            blocks.computeIfAbsent(block, key -> new ArrayList<>())
                    .add(ground.mesh().polygon(cell));
        }
        for (List<Geometry> cells : blocks.values()) {
            Geometry whole = CoverageUnion.union(cells.toArray(Geometry[]::new));
            BufferParameters corners = new BufferParameters();
            corners.setJoinStyle(BufferParameters.JOIN_MITRE);
            add("城镇住宅用地", BufferOp.bufferOp(whole, -SETBACK, corners));
        }
    }

    private void hamlets(Housing housing) {
        Map<Integer, List<Coordinate>> houses = new TreeMap<>();
        List<Address> addresses = housing.addresses();
        HamletFinder finder = new HamletFinder(ground, settlement);
        for (Address address : addresses) {
            if (!settlement.isUrban(address.micro())) {
                houses.computeIfAbsent(finder.cellOf(address), key -> new ArrayList<>())
                        .add(address.place());
            }
        }
        houses.forEach(
                (cell, places) -> {
                    Geometry hull =
                            FACTORY.createMultiPointFromCoords(places.toArray(Coordinate[]::new))
                                    .convexHull()
                                    .buffer(YARD, 1);
                    Geometry inCell =
                            OverlayNG.overlay(
                                    hull,
                                    ground.mesh().polygon(cell),
                                    OverlayNG.INTERSECTION,
                                    MILLIMETRES);
                    add("农村宅基地", inCell);
                });
    }

    private void add(String use, Geometry shape) {
        Geometry rounded = GeometryPrecisionReducer.reduce(shape, MILLIMETRES);
        for (int i = 0; i < rounded.getNumGeometries(); i++) {
            if (rounded.getGeometryN(i) instanceof Polygon part && part.getArea() >= SMALLEST) {
                land.add(new Land(use, part));
            }
        }
    }

    /**
     * Finds the cell of a house again: that of its micro grid's hamlets whose middle is nearest.
     */
    private record HamletFinder(Ground ground, Settlement settlement) {
        int cellOf(Address address) {
            return settlement.hamlets(address.micro()).stream()
                    .min(
                            Comparator.comparingDouble(
                                    cell -> ground.mesh().middle(cell).distance(address.place())))
                    .orElseThrow();
        }
    }
}
