package org.weiwang.atlas.tile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Watch;

/**
 * Makes the shapes of what is in force ready before tiles of it are asked for, as far as there is
 * room: one after the other, in a thread of its own, so that other processors are left to requests.
 * What is the same in the next atlas is ready already. When another is in force meanwhile, it goes
 * on with that. Thread-safe.
 */
public final class ShapeKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShapeKeeper.class);

    /** It is woken when there is something to do. */
    private static final Duration PERIOD = Duration.ofHours(1);

    /** Of the room; the rest is for what else is asked for, such as former editions. */
    private static final double SHARE = 0.75;

    private final Supplier<Optional<Atlas>> inForce;
    private final List<? extends TiledLayer<?>> layers;
    private final Tiles tiles;
    private final Watch watch = new Watch("tile-shapes", this::look);

    /** Of which nothing is left to do. */
    private Atlas done;

    /**
     * @param layers those first that count most where there is no room for all
     */
    public ShapeKeeper(
            Supplier<Optional<Atlas>> inForce, List<? extends TiledLayer<?>> layers, Tiles tiles) {
        this.inForce = inForce;
        this.layers = layers;
        this.tiles = tiles;
    }

    /** Begins, in the background. */
    public void start() {
        watch.start();
    }

    /** To be called when another atlas may be in force; returns at once. */
    public void wake() {
        watch.wake();
    }

    /** Waits until the shapes of what is in force are ready, as far as there is room. */
    public synchronized void await() throws InterruptedException {
        while (done == null || done != inForce.get().orElse(null)) {
            wait();
        }
    }

    private Duration look() {
        try {
            inForce.get().filter(atlas -> atlas != done).ifPresent(this::prepare);
        } catch (RuntimeException | Error e) {
            // The thread would end. Who asks for a tile has its shapes made.
            LOG.error("shapes of tiles were not made ready", e);
        }
        return PERIOD;
    }

    private void prepare(Atlas atlas) {
        long start = System.nanoTime();
        long bytes = 0;
        for (TiledLayer<?> layer : layers) {
            for (DistrictPart part : atlas.parts()) {
                if (isSuperseded(atlas)) {
                    return;
                }
                if (bytes < SHARE * tiles.roomForShapes()) {
                    bytes += tiles.prepare(layer, part);
                }
            }
        }
        finish(atlas, start);
    }

    private boolean isSuperseded(Atlas atlas) {
        return Thread.currentThread().isInterrupted()
                || inForce.get().filter(current -> current == atlas).isEmpty();
    }

    private synchronized void finish(Atlas atlas, long start) {
        done = atlas;
        notifyAll();
        LOG.atInfo()
                .addKeyValue("version", atlas.version())
                .addKeyValue("bytes", tiles.heldByShapes())
                .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                .log("shapes of tiles ready");
    }

    @Override
    public void close() {
        watch.close();
    }
}
