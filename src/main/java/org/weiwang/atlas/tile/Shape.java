package org.weiwang.atlas.tile;

/** A feature on the {@link Plane}, as it is at all zooms. Immutable. */
sealed interface Shape permits Outline, Spot {
    Box box();

    /** Draws what the window shows of it; nothing, where that is nothing. */
    void draw(Window window, Pen pen);

    /** About how much memory it takes up. */
    int bytes();
}
