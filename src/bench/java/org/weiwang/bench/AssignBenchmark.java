package org.weiwang.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.weiwang.assigning.BadRows;
import org.weiwang.assigning.BulkAssignment;
import org.weiwang.assigning.FileFormat;
import org.weiwang.assigning.InputOptions;
import org.weiwang.assigning.Placing;
import org.weiwang.atlas.Atlas;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Place;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code weiwang assign}, file to file, beside PostGIS and GeoPandas, and beside itself with one
 * constant answer in place of the index. The peers get the first rows of the same file, and in the
 * last round all of it.
 */
@Command(name = "assign")
final class AssignBenchmark implements Callable<Integer> {
    private static final long SEED = 1;

    @Option(names = "--rows", defaultValue = "10000000")
    private int rows;

    @Option(names = "--peer-rows", defaultValue = "1000000")
    private int peerRows;

    @Option(names = "--rounds", defaultValue = "3")
    private int rounds;

    enum Peer {
        /** The command, from the start of its process to its end. */
        COMMAND,
        /** The same, with one answer for all points. */
        CONSTANT_COMMAND,
        /** What the command runs, inside of this process. */
        ENGINE,
        /** The same with one answer for all points. */
        CONSTANT,
        POSTGIS,
        POSTGIS_TUNED,
        GEOPANDAS,
        GEOPANDAS_TUNED
    }

    /**
     * @param memory the most that the process held, in MiB; 0 where the process is not its own
     */
    record Sample(Peer peer, int rows, double seconds, long memory) {}

    /**
     * What was measured.
     *
     * @param different by peer, how many of its rows have another answer than ours
     */
    record Result(Run run, List<Sample> samples, Map<Peer, Integer> different) {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new AssignBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        peerRows = Math.min(rows, peerRows);
        try (County county = County.open()) {
            Atlas atlas = county.atlasSource().load(List.of());
            PreparedGrids.make(county.dataSource());
            GeoPandasAssignment.export();
            Path all = file("addresses");
            AddressFile.write(all, atlas, rows, SEED);
            Path some = head(all);
            measure(county, atlas, all, some);
        }
        return 0;
    }

    private void measure(County county, Atlas atlas, Path all, Path some) throws Exception {
        Place constant = atlas.locate(point(county));
        Map<Peer, PostgisAssignment> postgis =
                Map.of(
                        Peer.POSTGIS,
                        PostgisAssignment.plain(county.dataSource()),
                        Peer.POSTGIS_TUNED,
                        PostgisAssignment.tuned(county.dataSource()));
        Map<String, String> versions = new HashMap<>(county.versions());
        List<Sample> samples = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Program command =
                    program(List.of("-jar", "target/weiwang.jar", "assign"), all, file("weiwang"));
            add(samples, Peer.COMMAND, rows, command.seconds(), command.memory());
            Program constantCommand =
                    program(
                            List.of(
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "org.weiwang.cli.ConstantAssign"),
                            all,
                            file("constant"));
            add(samples, Peer.CONSTANT_COMMAND, rows, constantCommand.seconds(), 0);
            add(samples, Peer.ENGINE, rows, seconds(atlas, atlas::locate, all), 0);
            add(samples, Peer.CONSTANT, rows, seconds(atlas, point -> constant, all), 0);
            boolean last = round == rounds - 1;
            Path in = last ? all : some;
            int count = last ? rows : peerRows;
            for (Peer peer : List.of(Peer.POSTGIS, Peer.POSTGIS_TUNED)) {
                long begin = System.nanoTime();
                postgis.get(peer).run(in, file(peer));
                add(samples, peer, count, (System.nanoTime() - begin) / 1e9, 0);
            }
            for (Peer peer : List.of(Peer.GEOPANDAS, Peer.GEOPANDAS_TUNED)) {
                GeoPandasAssignment.Timing geopandas =
                        GeoPandasAssignment.run(
                                in, file(peer), peer == Peer.GEOPANDAS ? "sjoin" : "index");
                versions.putAll(geopandas.versions());
                add(samples, peer, count, geopandas.seconds(), 0);
            }
        }
        AssignedRows ours = new AssignedRows(file("weiwang"), rows);
        Map<Peer, Integer> different = new EnumMap<>(Peer.class);
        for (Peer peer : Peer.values()) {
            if (peer.compareTo(Peer.POSTGIS) >= 0) {
                different.put(peer, ours.differences(new AssignedRows(file(peer), rows)));
            }
        }
        Results.write("assign", new Result(Run.here(versions), samples, different));
    }

    private static Path file(Peer peer) {
        return file(peer.name().toLowerCase(Locale.ROOT));
    }

    private static Path file(String name) {
        return Results.FOLDER.resolve(name + ".csv");
    }

    private Path head(Path all) throws IOException {
        Path head = file("addresses-head");
        try (BufferedReader in = Files.newBufferedReader(all);
                BufferedWriter out = Files.newBufferedWriter(head)) {
            for (int line = 0; line <= peerRows; line++) {
                out.write(in.readLine());
                out.newLine();
            }
        }
        return head;
    }

    private static LonLat point(County county) throws Exception {
        String[] point = county.points().get(0).split(" ");
        return new LonLat(Double.parseDouble(point[0]), Double.parseDouble(point[1]));
    }

    private static void add(
            List<Sample> samples, Peer peer, int rows, double seconds, long memory) {
        samples.add(new Sample(peer, rows, seconds, memory));
        System.err.printf("%s: %d rows in %.1f s%n", peer, rows, seconds);
    }

    private static Program program(List<String> java, Path in, Path out)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("java", "-Dfile.encoding=UTF-8"));
        command.addAll(java);
        command.add(in.toString());
        command.add(out.toString());
        return Program.run(
                Map.of("WEIWANG_DATA", Results.FOLDER.resolve("data").toString()),
                command.toArray(String[]::new));
    }

    private static double seconds(Atlas atlas, Placing placing, Path in) throws Exception {
        int workers = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        long begin = System.nanoTime();
        try (InputStream from = Files.newInputStream(in);
                OutputStream to = Files.newOutputStream(file("engine"))) {
            new BulkAssignment(placing, atlas::find, pool, workers)
                    .run(
                            InputOptions.of(FileFormat.CSV),
                            from,
                            to,
                            BadRows.writtenTo(OutputStream.nullOutputStream()),
                            (bytes, rows) -> {});
        } finally {
            pool.shutdownNow();
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
