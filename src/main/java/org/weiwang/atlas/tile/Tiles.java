package org.weiwang.atlas.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Feature;
import org.weiwang.atlas.FeatureLayer;
import org.weiwang.geo.tile.Tile;

/**
 * The tiles of atlases, drawn when they are first asked for. What was asked for last is kept:
 * tiles, and the shapes of the districts that they are drawn from, which {@link ShapeKeeper} makes
 * ready. Both are kept for the districts' features, not for the atlas, so that those that are the
 * same in another one stay. What several ask for at the same time is made once. Thread-safe.
 */
public final class Tiles {
    private static final byte[] EMPTY = {};

    /** What a tile takes up beside its bytes. */
    private static final int OVERHEAD = 256;

    /**
     * How many districts are generalised at a time: each takes up to 150 MB while that lasts, for
     * 14,000 grids.
     */
    private static final int GENERALISED_AT_A_TIME = 2;

    private final Semaphore generalising = new Semaphore(GENERALISED_AT_A_TIME);
    private final Kept<TileKey, byte[]> tiles;
    private final Kept<ShapesKey, Shapes> shapes;
    private final long shapeBytes;

    /**
     * @param stamps of the layers of the districts that have features there
     */
    private record TileKey(TiledLayer<?> layer, Tile tile, List<Long> stamps) {}

    private record ShapesKey(long stamp, int minZoom) {}

    /**
     * @param tileBytes how much memory the tiles that are kept take up at most, in bytes
     * @param shapeBytes how much the shapes take up; each tile is drawn from those of all districts
     *     that it shows, so these should have room for them
     */
    public Tiles(long tileBytes, long shapeBytes) {
        this.tiles = new Kept<>(tileBytes, tile -> tile.length + OVERHEAD);
        this.shapes = new Kept<>(shapeBytes, Shapes::bytes);
        this.shapeBytes = shapeBytes;
    }

    /**
     * A tile of a layer, as a Mapbox vector tile with {@link TiledLayer#fields}, not compressed.
     *
     * @return not to be changed; without bytes where the layer has no features, and below its least
     *     zoom
     */
    public <T> byte[] tile(Atlas atlas, TiledLayer<T> layer, Tile tile) {
        List<FeatureLayer<T>> there = there(atlas, layer, tile);
        return there.isEmpty()
                ? EMPTY
                : tiles.get(key(layer, tile, there), () -> draw(layer, there, tile));
    }

    /** The tile, as {@link #tile} has it, if that takes no drawing. */
    public <T> Optional<byte[]> kept(Atlas atlas, TiledLayer<T> layer, Tile tile) {
        List<FeatureLayer<T>> there = there(atlas, layer, tile);
        return there.isEmpty() ? Optional.of(EMPTY) : tiles.peek(key(layer, tile, there));
    }

    /**
     * Makes the shapes that tiles of a district are drawn from, unless they are there.
     *
     * @return how much memory they take up, in bytes
     */
    long prepare(TiledLayer<?> layer, DistrictPart district) {
        return shapes(layer.features().apply(district), layer.minZoom()).bytes();
    }

    /** How much memory the shapes that are kept may take up, in bytes. */
    long roomForShapes() {
        return shapeBytes;
    }

    /** How much memory they take up. */
    long heldByShapes() {
        return shapes.held();
    }

    /** The layers of the districts that the tile shows; none below the layer's least zoom. */
    private static <T> List<FeatureLayer<T>> there(Atlas atlas, TiledLayer<T> layer, Tile tile) {
        Box box = new Window(tile).box();
        return tile.z() < layer.minZoom()
                ? List.of()
                : atlas.parts().stream()
                        .map(layer.features())
                        .filter(features -> box.meets(Box.around(features.bbox())))
                        .toList();
    }

    private static TileKey key(
            TiledLayer<?> layer, Tile tile, List<? extends FeatureLayer<?>> there) {
        List<Long> stamps = new ArrayList<>();
        there.forEach(features -> stamps.add(features.stamp()));
        return new TileKey(layer, tile, stamps);
    }

    private <T> byte[] draw(TiledLayer<T> layer, List<FeatureLayer<T>> districts, Tile tile) {
        Window window = new Window(tile);
        try {
            MvtLayer drawn = new MvtLayer(layer);
            for (FeatureLayer<T> district : districts) {
                draw(layer, district.all(), shapes(district, layer.minZoom()), window, drawn);
            }
            return drawn.isEmpty() ? EMPTY : drawn.toTile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> void draw(
            TiledLayer<T> layer,
            List<Feature<T>> features,
            Shapes shapes,
            Window window,
            MvtLayer drawn)
            throws IOException {
        Pen pen = new Pen();
        for (int place : shapes.meeting(window.box())) {
            pen.clear();
            shapes.get(place).draw(window, pen);
            if (!pen.isEmpty()) {
                drawn.add(layer.row().apply(features.get(place)), pen);
            }
        }
    }

    private Shapes shapes(FeatureLayer<?> district, int minZoom) {
        return shapes.get(
                new ShapesKey(district.stamp(), minZoom), () -> generalise(district, minZoom));
    }

    private Shapes generalise(FeatureLayer<?> district, int minZoom) {
        generalising.acquireUninterruptibly();
        try {
            return Shapes.of(district, minZoom);
        } finally {
            generalising.release();
        }
    }
}
