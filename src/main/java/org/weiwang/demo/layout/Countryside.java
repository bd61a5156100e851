package org.weiwang.demo.layout;

import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.weiwang.demo.mesh.Site;

/** How dense the cells outside the towns are: denser near towns, and varying as land does. */
final class Countryside {
    /** Beyond the outline by so many metres the ground gets sites too, so that its cells close. */
    private static final double MARGIN = 500;

    private static final double SAMPLE = 300;
    private static final double SMALLEST_CELL = 30;

    /**
     * A square is quartered at once, so one that is hardly too full leaves four rather empty ones.
     */
    private static final double FULL = 1.42;

    private final Geometry outline;
    private final PreparedGeometry prepared;
    private final List<StreetLattice> towns;
    private final double[] waves;
    private double base = 1;

    /**
     * @param cells about how many cells lie in the outline outside the towns
     */
    Countryside(Geometry outline, List<StreetLattice> towns, int cells, SplittableRandom random) {
        this.outline = outline;
        this.prepared = PreparedGeometryFactory.prepare(outline);
        this.towns = towns;
        this.waves = random.doubles(9).toArray();
        this.base = cells / mass();
    }

    private double mass() {
        Envelope box = outline.getEnvelopeInternal();
        double mass = 0;
        for (double x = box.getMinX(); x < box.getMaxX(); x += SAMPLE) {
            for (double y = box.getMinY(); y < box.getMaxY(); y += SAMPLE) {
                Envelope sample = new Envelope(x, x + SAMPLE, y, y + SAMPLE);
                if (prepared.intersects(outline.getFactory().toGeometry(sample).getCentroid())
                        && !covered(x + SAMPLE / 2, y + SAMPLE / 2)) {
                    mass += density(x + SAMPLE / 2, y + SAMPLE / 2) * SAMPLE * SAMPLE;
                }
            }
        }
        return mass;
    }

    private boolean covered(double x, double y) {
        return towns.stream().anyMatch(town -> town.covers(x, y));
    }

    /** Cells to a square metre. */
    private double density(double x, double y) {
        double relief = 0;
        for (int i = 0; i < waves.length; i += 3) {
            double length = 5000 + 7000 * waves[i];
            double angle = 2 * Math.PI * waves[i + 1];
            relief +=
                    StrictMath.sin(
                            2
                                            * Math.PI
                                            / length
                                            * (x * StrictMath.cos(angle)
                                                    + y * StrictMath.sin(angle))
                                    + 2 * Math.PI * waves[i + 2]);
        }
        double pull = 0;
        for (StreetLattice town : towns) {
            double away = town.centre().distance(new Coordinate(x, y)) - town.radius();
            pull = Math.max(pull, StrictMath.exp(-Math.max(0, away) / 600));
        }
        return base * StrictMath.exp(0.3 * relief) * (1 + 5 * pull);
    }

    void addSites(List<Site> sites, SplittableRandom random) {
        Envelope box = outline.getEnvelopeInternal();
        double size = Math.max(box.getWidth(), box.getHeight()) + 2 * MARGIN;
        addSites(sites, box.getMinX() - MARGIN, box.getMinY() - MARGIN, size, random);
    }

    /** One site to a square that is small enough for the density in its middle. */
    private void addSites(
            List<Site> sites, double x, double y, double size, SplittableRandom random) {
        Envelope square = new Envelope(x, x + size, y, y + size);
        square.expandBy(MARGIN);
        if (!prepared.intersects(outline.getFactory().toGeometry(square))) {
            return;
        }
        double middleX = x + size / 2;
        double middleY = y + size / 2;
        double room = size * size * density(middleX, middleY);
        if (size > 1000 || size > SMALLEST_CELL && room > FULL * (1 + random.nextDouble())) {
            double half = size / 2;
            addSites(sites, x, y, half, random);
            addSites(sites, x + half, y, half, random);
            addSites(sites, x, y + half, half, random);
            addSites(sites, x + half, y + half, half, random);
            return;
        }
        double siteX = middleX + (random.nextDouble() - 0.5) * 0.72 * size;
        double siteY = middleY + (random.nextDouble() - 0.5) * 0.72 * size;
        if (!covered(siteX, siteY)) {
            sites.add(Site.open(siteX, siteY));
        }
    }
}
