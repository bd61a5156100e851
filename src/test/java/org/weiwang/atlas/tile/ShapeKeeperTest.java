package org.weiwang.atlas.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.FeatureLayer;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** Two districts of square micro grids, and communities that are the same squares. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ShapeKeeperTest {
    private static final int COUNT = 20;
    private static final double SIDE = 0.01;
    private static final List<TiledLayer<Grid>> LAYERS =
            List.of(TestDistrict.layer(Level.COMMUNITY), TestDistrict.layer(Level.MICRO));

    private final DistrictPart west = part("510001", 1, COUNT, null);
    private final DistrictPart east = part("510002", 1, COUNT, null);
    private final AtomicReference<Atlas> inForce =
            new AtomicReference<>(TestDistrict.atlas(west, east));
    private final Tiles tiles = new Tiles(1 << 20, 1 << 20);

    private static DistrictPart part(
            String district, int edition, int microCount, DistrictPart former) {
        List<Grid> grids =
                IntStream.range(0, COUNT + microCount)
                        .mapToObj(
                                i ->
                                        i < COUNT
                                                ? square(district, Level.COMMUNITY, i)
                                                : square(district, Level.MICRO, i - COUNT))
                        .toList();
        return TestDistrict.part(district, edition, grids, List.of(), former);
    }

    private static Grid square(String district, Level level, int number) {
        double left = 104 + number * SIDE;
        return TestDistrict.grid(
                district + level + number,
                level,
                "",
                Wgs84.FACTORY.createPolygon(
                        new Coordinate[] {
                            new Coordinate(left, 30),
                            new Coordinate(left + SIDE, 30),
                            new Coordinate(left + SIDE, 30 + SIDE),
                            new Coordinate(left, 30 + SIDE),
                            new Coordinate(left, 30)
                        }));
    }

    private ShapeKeeper keeper(Tiles made, List<TiledLayer<Grid>> layers) {
        ShapeKeeper keeper =
                new ShapeKeeper(() -> Optional.ofNullable(inForce.get()), layers, made);
        keeper.start();
        return keeper;
    }

    private void swap(ShapeKeeper keeper, Atlas next) {
        inForce.set(next);
        keeper.wake();
    }

    private static long bytes(DistrictPart part, Level... levels) {
        long bytes = 0;
        for (Level level : levels) {
            bytes += Shapes.of(part.layer(level), 0).bytes();
        }
        return bytes;
    }

    @Test
    void whatIsInForceIsMadeReadyAndAfterASwapWhatIsOther() throws InterruptedException {
        long before =
                bytes(west, Level.COMMUNITY, Level.MICRO)
                        + bytes(east, Level.COMMUNITY, Level.MICRO);
        try (ShapeKeeper keeper = keeper(tiles, LAYERS)) {
            keeper.await();
            assertThat(tiles.heldByShapes()).isEqualTo(before);
            DistrictPart next = part("510001", 2, COUNT / 2, west);
            swap(keeper, TestDistrict.atlas(next, east));
            keeper.await();
            assertThat(tiles.heldByShapes()).isEqualTo(before + bytes(next, Level.MICRO));
            swap(keeper, TestDistrict.atlas(part("510001", 3, COUNT / 2, next), east));
            keeper.await();
            assertThat(tiles.heldByShapes()).isEqualTo(before + bytes(next, Level.MICRO));
        }
    }

    @Test
    void whatIsInForceNoLongerIsLeft() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch swapped = new CountDownLatch(1);
        TiledLayer<Grid> slow = LAYERS.get(0);
        TiledLayer<Grid> held =
                new TiledLayer<>(
                        slow.type(),
                        slow.attributes(),
                        0,
                        part -> {
                            begun.countDown();
                            return after(swapped, part.layer(Level.COMMUNITY));
                        },
                        slow.row());
        DistrictPart next = part("510003", 1, COUNT / 2, null);
        try (ShapeKeeper keeper = keeper(tiles, List.of(held, LAYERS.get(1)))) {
            begun.await();
            swap(keeper, TestDistrict.atlas(next));
            swapped.countDown();
            keeper.await();
            assertThat(tiles.heldByShapes())
                    .isEqualTo(
                            bytes(west, Level.COMMUNITY)
                                    + bytes(next, Level.COMMUNITY, Level.MICRO));
        }
    }

    private static FeatureLayer<Grid> after(CountDownLatch latch, FeatureLayer<Grid> layer) {
        try {
            latch.await();
            return layer;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All four layers take up the same. */
    @Test
    void aQuarterOfTheRoomIsLeft() throws InterruptedException {
        long bytes = bytes(west, Level.COMMUNITY);
        Tiles narrow = new Tiles(1 << 20, 4 * bytes);
        try (ShapeKeeper keeper = keeper(narrow, LAYERS)) {
            keeper.await();
            assertThat(narrow.heldByShapes()).isEqualTo(3 * bytes);
        }
    }

    @Test
    void whatFailsIsTriedAgainWithTheNextAtlas() throws InterruptedException {
        TiledLayer<Grid> usual = LAYERS.get(1);
        CountDownLatch failed = new CountDownLatch(1);
        TiledLayer<Grid> failing =
                new TiledLayer<>(
                        usual.type(),
                        usual.attributes(),
                        0,
                        part -> {
                            if (part == west) {
                                failed.countDown();
                                throw new IllegalStateException("as if");
                            }
                            return part.layer(Level.MICRO);
                        },
                        usual.row());
        try (ShapeKeeper keeper = keeper(tiles, List.of(failing))) {
            failed.await();
            swap(keeper, TestDistrict.atlas(east));
            keeper.await();
            assertThat(tiles.heldByShapes()).isEqualTo(bytes(east, Level.MICRO));
        }
    }
}
