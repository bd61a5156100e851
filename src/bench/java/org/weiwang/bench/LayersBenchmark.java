package org.weiwang.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.weiwang.bench.LayerComparison.Compared;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.tile.Tile;
import org.weiwang.http.LookupPeer;
import org.weiwang.http.Server;
import org.weiwang.http.ogc.PageWork;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The micro grids of the demo county as OGC API – Features and as vector tiles, beside servers that
 * let PostGIS make both. All are in this process, with the same settings; one is asked at a time.
 */
@Command(name = "layers")
final class LayersBenchmark implements Callable<Integer> {
    private static final int MOST = 64;
    private static final List<Integer> CONNECTIONS = List.of(1, 16, MOST);
    private static final int PLACES = 3;
    private static final String[] GZIP = {"Accept-Encoding", "gzip"};

    @Option(names = "--seconds", defaultValue = "3")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "3")
    private int rounds;

    /**
     * What was measured.
     *
     * @param samples in the order of rounds
     * @param shapesMillis how long a server that was just started takes until the shapes of all
     *     layers are ready: the first of the process, and that of each round
     * @param heap bytes in use with all garbage collected, while the program's server alone is
     *     asked: before, and after each round of turns
     */
    record Result(
            Run run,
            int seconds,
            Compared compared,
            List<Sample> samples,
            List<TileTimes> tiles,
            List<Double> shapesMillis,
            Times compressed,
            PageTimes page,
            List<Long> heap) {}

    record Sample(Asked asked, Peer peer, int connections, Wrk.Load load) {}

    /** Those of one zoom. */
    record TileTimes(int zoom, int tiles, Times times) {}

    /**
     * Milliseconds for each that is asked for, one after the other, of each round.
     *
     * @param first of a server that was just started
     * @param again of the same server
     */
    record Times(List<Double> first, List<Double> again, List<Double> postgis) {
        Times() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        private void add(LayerPaths paths, Asking fresh, Asking postgis, String... headers)
                throws IOException, InterruptedException {
            first.add(fresh.millis(paths.weiwang(), headers));
            again.add(fresh.millis(paths.weiwang(), headers));
            this.postgis.add(postgis.millis(paths.postgis(), headers));
        }
    }

    enum Asked {
        PAGES(Peer.WEIWANG, Peer.POSTGIS, Peer.TUNED),
        BOXES(Peer.WEIWANG, Peer.POSTGIS, Peer.TUNED),
        TILES(Peer.WEIWANG, Peer.POSTGIS),
        TILES_DRAWN(Peer.DRAWING, Peer.POSTGIS);

        private final List<Peer> of;

        Asked(Peer... of) {
            this.of = List.of(of);
        }

        List<Peer> of() {
            return of;
        }
    }

    private static final String ACTIVE =
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE state = 'active' AND backend_type = 'client backend' AND pid <> pg_backend_pid()
            """;

    enum Peer {
        WEIWANG,
        /** The same, but it keeps no tiles. */
        DRAWING,
        POSTGIS,
        TUNED
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new LayersBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        try (ServedCounty served = new ServedCounty();
                Server weiwang = new Server(served.parts())) {
            DataSource database = served.county().dataSource();
            PreparedLayer.make(database);
            double shapesMillis = startedMillis(weiwang);
            try (LookupPeer drawing = LookupPeer.drawnTiles(served.parts());
                    LookupPeer postgis = LookupPeer.layers(served.parts(), database);
                    LookupPeer tuned = LookupPeer.tunedLayers(served.parts(), database)) {
                Map<Peer, URI> servers = new EnumMap<>(Peer.class);
                servers.put(Peer.WEIWANG, weiwang.uri());
                servers.put(Peer.DRAWING, drawing.uri());
                servers.put(Peer.POSTGIS, postgis.uri());
                servers.put(Peer.TUNED, tuned.uri());
                Results.write("layers", measure(served, servers, shapesMillis));
            }
        }
        return 0;
    }

    /** Starts it, and returns when its shapes are ready, after how many milliseconds. */
    private static double startedMillis(Server server) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        server.start();
        server.shapes().await();
        return (System.nanoTime() - begin) / 1e6;
    }

    private Result measure(ServedCounty served, Map<Peer, URI> servers, double firstShapesMillis)
            throws Exception {
        Map<String, String> versions = new HashMap<>(served.county().versions());
        versions.put("wrk", Wrk.version());
        Asking weiwang = new Asking(servers.get(Peer.WEIWANG));
        Asking postgis = new Asking(servers.get(Peer.POSTGIS));
        LayerPaths pages = LayerPaths.pages(weiwang);
        LayerPaths boxes = LayerPaths.boxes(PreparedLayer.towns(served.county().dataSource()));
        List<Tile> tiles = tilesWithGrids(served.county(), weiwang);
        LayerPaths shuffled = LayerPaths.of(LayerPaths.shuffled(tiles));
        List<Load> loads = new ArrayList<>();
        loads.addAll(loads(Asked.PAGES, pages, servers));
        loads.addAll(loads(Asked.BOXES, boxes, servers));
        loads.addAll(loads(Asked.TILES, shuffled, servers));
        loads.addAll(loads(Asked.TILES_DRAWN, shuffled, servers));
        List<Long> heap = heap(loads);
        Compared compared =
                new LayerComparison(weiwang, postgis, new Asking(servers.get(Peer.TUNED)))
                        .of(pages, boxes, shuffled);
        for (Load load : loads) {
            if (load.peer() != Peer.WEIWANG) {
                load.wrk().run(load.server(), MOST, seconds);
            }
        }
        List<TileTimes> tileTimes =
                tiles.stream()
                        .map(Tile::z)
                        .distinct()
                        .map(zoom -> new TileTimes(zoom, of(zoom, tiles).size(), new Times()))
                        .toList();
        Times compressed = new Times();
        List<Double> shapesMillis = new ArrayList<>(List.of(firstShapesMillis));
        List<Sample> samples = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            try (Server started = new Server(served.parts())) {
                shapesMillis.add(startedMillis(started));
                Asking fresh = new Asking(started.uri());
                for (TileTimes zoom : tileTimes) {
                    zoom.times().add(LayerPaths.of(of(zoom.zoom(), tiles)), fresh, postgis);
                }
                compressed.add(pages, fresh, postgis, GZIP);
            }
            samples.addAll(round(loads, served.county().dataSource()));
            // Who comes after PostgreSQL finds its memory and processors busy for a while.
            Collections.rotate(loads, 1);
        }
        return new Result(
                Run.here(versions),
                seconds,
                compared,
                samples,
                tileTimes,
                shapesMillis,
                compressed,
                PageTimes.of(new PageWork(served.parts()), LayerPaths.LIMIT, rounds),
                heap);
    }

    /** Those around some addresses of the county. */
    private static List<Tile> tilesWithGrids(County county, Asking weiwang) throws Exception {
        List<LonLat> places =
                county.points().subList(0, PLACES).stream()
                        .map(point -> point.split(" "))
                        .map(p -> new LonLat(Double.parseDouble(p[0]), Double.parseDouble(p[1])))
                        .toList();
        List<Tile> tiles = new ArrayList<>();
        for (Tile tile : LayerPaths.tiles(places)) {
            if (weiwang.answer(LayerPaths.of(List.of(tile)).weiwang().get(0)).length > 0) {
                tiles.add(tile);
            }
        }
        return tiles;
    }

    private static List<Tile> of(int zoom, List<Tile> tiles) {
        return tiles.stream().filter(tile -> tile.z() == zoom).toList();
    }

    private record Load(Asked asked, Peer peer, URI server, Wrk wrk) {}

    private static List<Load> loads(Asked asked, LayerPaths paths, Map<Peer, URI> servers)
            throws IOException {
        Wrk weiwang = wrk(asked, Peer.WEIWANG, paths.weiwang());
        Wrk postgis = wrk(asked, Peer.POSTGIS, paths.postgis());
        return asked.of().stream()
                .map(
                        peer ->
                                new Load(
                                        asked,
                                        peer,
                                        servers.get(peer),
                                        peer == Peer.WEIWANG ? weiwang : postgis))
                .toList();
    }

    private static Wrk wrk(Asked asked, Peer peer, List<String> paths) throws IOException {
        return new Wrk(Files.write(Results.FOLDER.resolve(asked + "-" + peer + ".txt"), paths));
    }

    private List<Sample> round(List<Load> loads, DataSource database)
            throws IOException, InterruptedException, SQLException {
        List<Sample> samples = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            for (Load each : loads) {
                awaitIdle(database);
                Wrk.Load load = each.wrk().run(each.server(), connections, seconds);
                samples.add(new Sample(each.asked(), each.peer(), connections, load));
                System.err.printf(
                        "%s, %s, %d connections: %.1f requests/s%n",
                        each.asked(), each.peer(), connections, load.perSecond());
            }
        }
        return samples;
    }

    /** PostgreSQL goes on with what it was asked when nobody waits for the answers any more. */
    private static void awaitIdle(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement others = connection.prepareStatement(ACTIVE)) {
            boolean isIdle = false;
            while (!isIdle) {
                try (ResultSet count = others.executeQuery()) {
                    count.next();
                    isIdle = count.getInt(1) == 0;
                }
            }
        }
    }

    /** What the program's server holds; the peers, which hold answers of theirs, come later. */
    private List<Long> heap(List<Load> loads) throws IOException, InterruptedException {
        List<Long> heap = new ArrayList<>(List.of(heapInUse()));
        for (int round = 0; round < rounds; round++) {
            for (Load load : loads) {
                if (load.peer() == Peer.WEIWANG) {
                    load.wrk().run(load.server(), MOST, seconds);
                }
            }
            heap.add(heapInUse());
        }
        return heap;
    }

    private static long heapInUse() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
