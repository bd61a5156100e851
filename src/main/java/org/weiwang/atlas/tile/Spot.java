package org.weiwang.atlas.tile;

import org.locationtech.jts.geom.Point;

/** A point. */
record Spot(int x, int y) implements Shape {
    private static final int BYTES = 24;

    /**
     * @param plane on the {@link Plane}
     */
    static Spot of(Point plane) {
        return new Spot(Plane.step(plane.getX()), Plane.step(plane.getY()));
    }

    @Override
    public Box box() {
        return new Box(x, y, x, y);
    }

    @Override
    public void draw(Window window, Pen pen) {
        if (window.box().covers(x, y)) {
            pen.point(window.snap(new int[] {x, y}));
        }
    }

    @Override
    public int bytes() {
        return BYTES;
    }
}
