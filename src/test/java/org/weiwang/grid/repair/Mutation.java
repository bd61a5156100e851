package org.weiwang.grid.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.Overlay;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** What goes wrong with one grid of a coverage. */
enum Mutation {
    VERTEX_MOVED {
        @Override
        Geometry of(Polygon outline, SplittableRandom random) {
            Coordinate[] ring = ring(outline);
            int i = random.nextInt(ring.length - 1);
            double metres = random.nextBoolean() ? 0.5 : 15;
            ring[i] = moved(ring[i], metres, random);
            return polygon(ring, outline);
        }
    },
    VERTEX_DROPPED {
        @Override
        Geometry of(Polygon outline, SplittableRandom random) {
            List<Coordinate> ring = new ArrayList<>(Arrays.asList(ring(outline)));
            ring.remove(1 + random.nextInt(ring.size() - 2));
            return polygon(ring.toArray(Coordinate[]::new), outline);
        }
    },
    SHRUNK {
        @Override
        Geometry of(Polygon outline, SplittableRandom random) {
            return buffered(outline, random.nextBoolean() ? -0.4 : -6);
        }
    },
    GROWN {
        @Override
        Geometry of(Polygon outline, SplittableRandom random) {
            return buffered(outline, random.nextBoolean() ? 0.4 : 6);
        }
    },
    BOW_TIE {
        @Override
        Geometry of(Polygon outline, SplittableRandom random) {
            Coordinate[] ring = ring(outline);
            int i = 1 + random.nextInt(ring.length - 3);
            Coordinate former = ring[i];
            ring[i] = ring[i + 1];
            ring[i + 1] = former;
            return polygon(ring, outline);
        }
    },
    STRIP_DELETED {
        @Override
        Geometry of(Polygon outline, SplittableRandom random) {
            return Ground.without(outline, strip(outline, random));
        }
    },
    SHIFTED {
        @Override
        Geometry of(Polygon outline, SplittableRandom random) {
            double metres = List.of(0.03, 0.3, 3.0).get(random.nextInt(3));
            double angle = random.nextDouble(2 * Math.PI);
            return AffineTransformation.translationInstance(
                            metres * Math.cos(angle) * METRE, metres * Math.sin(angle) * METRE)
                    .transform(outline);
        }
    },
    SPREAD_OVER_NEIGHBOURS {
        @Override
        Geometry of(Polygon outline, SplittableRandom random) {
            Envelope box = outline.getEnvelopeInternal();
            box.expandBy(30 * METRE, -30 * METRE);
            return Ground.union(outline, Wgs84.FACTORY.toGeometry(box));
        }
    };

    static final double METRE = 1 / 111_195.0;

    /** Into degrees, not on the lattice; perhaps invalid. */
    abstract Geometry of(Polygon outline, SplittableRandom random);

    /** The grids with one of a level wrong, chosen at random. */
    List<Grid> of(List<Grid> grids, Level level, SplittableRandom random) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < grids.size(); row++) {
            if (grids.get(row).level() == level) {
                rows.add(row);
            }
        }
        int row = rows.get(random.nextInt(rows.size()));
        List<Grid> mutated = new ArrayList<>(grids);
        Grid grid = grids.get(row);
        Geometry outline = of((Polygon) grid.geometry().getGeometryN(0), random);
        mutated.set(
                row,
                grid.withOutline(
                        Lattice.snap(
                                Wgs84.FACTORY.createMultiPolygon(
                                        Overlay.polygons(outline).toArray(Polygon[]::new)))));
        return mutated;
    }

    private static Coordinate[] ring(Polygon outline) {
        return outline.getExteriorRing().copy().getCoordinates(); // Else it may be its own.
    }

    private static Polygon polygon(Coordinate[] ring, Polygon like) {
        ring[ring.length - 1] = ring[0];
        return Wgs84.FACTORY.createPolygon(Wgs84.FACTORY.createLinearRing(ring), holes(like));
    }

    private static org.locationtech.jts.geom.LinearRing[] holes(Polygon like) {
        org.locationtech.jts.geom.LinearRing[] holes =
                new org.locationtech.jts.geom.LinearRing[like.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = like.getInteriorRingN(i);
        }
        return holes;
    }

    private static Coordinate moved(Coordinate from, double metres, SplittableRandom random) {
        double angle = random.nextDouble(2 * Math.PI);
        return new Coordinate(
                from.x + metres * METRE * Math.cos(angle),
                from.y + metres * METRE * Math.sin(angle));
    }

    private static Geometry buffered(Polygon outline, double metres) {
        BufferParameters mitred = new BufferParameters();
        mitred.setJoinStyle(BufferParameters.JOIN_MITRE);
        return BufferOp.bufferOp(outline, metres * METRE, mitred);
    }

    private static Geometry strip(Polygon outline, SplittableRandom random) {
        Envelope box = outline.getEnvelopeInternal();
        double from = box.getMinX() + random.nextDouble() * box.getWidth();
        return Wgs84.FACTORY.toGeometry(
                new Envelope(from, from + 8 * METRE, box.getMinY(), box.getMaxY()));
    }
}
