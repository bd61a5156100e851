package org.weiwang.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.weiwang.grid.Covering;
import org.weiwang.grid.GridIndex;
import org.weiwang.grid.JtsLocator;

/**
 * The micro grid of an address, with {@link GridIndex} and with JTS: nanoseconds per point, one
 * thread, a million seeded points in random order, each asked by itself.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(GridIndexBenchmark.POINTS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 7, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx10g")
public class GridIndexBenchmark {
    static final int POINTS = 1_000_000;
    private static final long SEED = 510185;

    /**
     * What building the index of so many grids came to.
     *
     * @param bytes of memory that the index takes
     * @param seconds on all processors, each time
     */
    record Build(int grids, long bytes, List<Double> seconds) {}

    /** The grids and the points. */
    @State(Scope.Benchmark)
    public static class Scene {
        @Param({"county", "city"})
        public String size;

        MicroGrids micros;
        double[] points;

        @Setup(Level.Trial)
        public void make() {
            micros = size.equals("city") ? MicroGrids.city() : MicroGrids.county();
            points = micros.addresses(POINTS, new SplittableRandom(SEED));
        }
    }

    /** Ours; leaves how large it is and how long it took to build, each time of several. */
    @State(Scope.Benchmark)
    public static class Ours {
        private static final int BUILDS = 3;

        GridIndex index;

        @Setup(Level.Trial)
        public void build(Scene scene) throws IOException {
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i < BUILDS; i++) {
                long start = System.nanoTime();
                index = new GridIndex(scene.micros.grids());
                seconds.add((System.nanoTime() - start) / 1e9);
            }
            Results.write(
                    "index-" + scene.size,
                    new Build(scene.micros.grids().size(), index.bytes(), seconds));
        }
    }

    /** The peer. */
    @State(Scope.Benchmark)
    public static class Jts {
        JtsLocator locator;

        @Setup(Level.Trial)
        public void build(Scene scene) {
            locator = new JtsLocator(scene.micros.grids());
        }
    }

    @Benchmark
    public long gridIndex(Scene scene, Ours ours) {
        double[] points = scene.points;
        GridIndex index = ours.index;
        long sum = 0;
        for (int i = 0; i < points.length; i += 2) {
            sum += index.find(points[i], points[i + 1]);
        }
        return sum;
    }

    @Benchmark
    public void jts(Scene scene, Jts jts, Blackhole hole) {
        double[] points = scene.points;
        for (int i = 0; i < points.length; i += 2) {
            Covering covering = jts.locator.locate(points[i], points[i + 1]);
            hole.consume(covering);
        }
    }
}
