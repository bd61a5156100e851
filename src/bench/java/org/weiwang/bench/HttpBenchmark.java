package org.weiwang.bench;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.weiwang.access.Authentication;
import org.weiwang.access.TokenBook;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.atlas.PastAtlases;
import org.weiwang.edition.comparing.Comparer;
import org.weiwang.http.BatchLimits;
import org.weiwang.http.Editions;
import org.weiwang.http.Exposure;
import org.weiwang.http.LookupPeer;
import org.weiwang.http.MapSettings;
import org.weiwang.http.Monitoring;
import org.weiwang.http.Server;
import org.weiwang.http.UploadLimits;
import org.weiwang.http.circle.Circles;
import org.weiwang.store.JdbcAssignments;
import org.weiwang.store.JdbcAuditTrail;
import org.weiwang.store.JdbcComparisonStore;
import org.weiwang.store.JdbcRoster;
import org.weiwang.store.JdbcStoredLayers;
import org.weiwang.store.JdbcTokenStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code GET /api/v1/lookup} of one point under load, beside a server that asks PostGIS and one
 * that always gives the same answer. All three are in this process, with the same settings; one is
 * asked at a time.
 */
@Command(name = "http")
final class HttpBenchmark implements Callable<Integer> {
    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final int COMPARED = 2_000;
    private static final BatchLimits NO_BATCHES =
            new BatchLimits(0, 0, Results.FOLDER, Duration.ZERO);

    /** Nor does it do anything with editions. */
    private static final Editions NO_EDITIONS =
            new Editions(null, null, null, new UploadLimits(0, Results.FOLDER, Duration.ZERO));

    private static final Circles NO_CIRCLES = new Circles(null, null, null, 0, 0);

    @Option(names = "--seconds", defaultValue = "10")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "3")
    private int rounds;

    /**
     * What was measured.
     *
     * @param compared how many points all but the constant were asked for before
     * @param different for how many of them the two documents differ
     */
    record Result(Run run, int seconds, int compared, int different, List<Sample> samples) {}

    record Sample(Peer peer, int connections, Wrk.Load load) {}

    enum Peer {
        WEIWANG,
        CONSTANT,
        POSTGIS
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new HttpBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        try (County county = County.open();
                AtlasKeeper keeper =
                        new AtlasKeeper(
                                county.atlasSource(),
                                new JdbcRoster(county.dataSource(), "bench"));
                PastAtlases past = new PastAtlases(county.atlasSource());
                TokenBook tokens = new TokenBook(new JdbcTokenStore(county.dataSource()))) {
            measure(county, keeper, () -> parts(county, keeper, past, tokens));
        }
        return 0;
    }

    /**
     * @param parts those of one server, each time with meters of its own
     */
    private void measure(County county, AtlasKeeper keeper, Supplier<Server.Parts> parts)
            throws Exception {
        try (Server weiwang = new Server(parts.get());
                LookupPeer postgis = LookupPeer.postgis(parts.get(), county.dataSource())) {
            PreparedGrids.make(county.dataSource());
            keeper.start();
            keeper.await(first -> true);
            weiwang.start();
            Map<String, String> versions = new HashMap<>(county.versions());
            versions.put("wrk", Wrk.version());
            List<String> points = county.points();
            Path file = Files.write(Results.FOLDER.resolve("points.txt"), points);
            List<byte[]> answers = ask(weiwang.uri(), points.subList(0, COMPARED));
            List<byte[]> expected = ask(postgis.uri(), points.subList(0, COMPARED));
            try (LookupPeer constant = LookupPeer.constant(parts.get(), ofMedianLength(answers))) {
                Map<Peer, URI> peers = new LinkedHashMap<>();
                peers.put(Peer.WEIWANG, weiwang.uri());
                peers.put(Peer.CONSTANT, constant.uri());
                peers.put(Peer.POSTGIS, postgis.uri());
                Results.write(
                        "http",
                        new Result(
                                Run.here(versions),
                                seconds,
                                COMPARED,
                                different(answers, expected),
                                measure(new Wrk(file), peers)));
            }
        }
    }

    private static Server.Parts parts(
            County county, AtlasKeeper keeper, PastAtlases past, TokenBook tokens) {
        return new Server.Parts(
                Exposure.loopback(),
                keeper,
                past,
                new JdbcAssignments(county.dataSource()),
                new JdbcStoredLayers(county.dataSource()),
                new Authentication(tokens, Optional.empty()),
                new JdbcAuditTrail(county.dataSource()),
                new Comparer(new JdbcComparisonStore(county.dataSource())),
                new MapSettings(null, null, true),
                NO_BATCHES,
                NO_EDITIONS,
                NO_CIRCLES,
                new Monitoring(
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), Duration.ofDays(1)));
    }

    private List<Sample> measure(Wrk wrk, Map<Peer, URI> peers)
            throws IOException, InterruptedException {
        for (URI uri : peers.values()) {
            wrk.run(uri, 64, seconds);
        }
        List<Sample> samples = new ArrayList<>();
        List<Peer> order = new ArrayList<>(peers.keySet());
        for (int round = 0; round < rounds; round++) {
            for (int connections : CONNECTIONS) {
                for (Peer peer : order) {
                    Wrk.Load load = wrk.run(peers.get(peer), connections, seconds);
                    samples.add(new Sample(peer, connections, load));
                    System.err.printf(
                            "%s, %d connections: %.0f requests/s%n",
                            peer, connections, load.perSecond());
                }
            }
            // Who comes after PostgreSQL finds its memory and processors busy for a while.
            Collections.rotate(order, 1);
        }
        return samples;
    }

    private static List<byte[]> ask(URI server, List<String> points)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        List<byte[]> answers = new ArrayList<>();
        for (String point : points) {
            String query = "?lon=" + point.replace(" ", "&lat=");
            URI uri = server.resolve("/api/v1/lookup" + query);
            HttpResponse<byte[]> response =
                    client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            answers.add(response.body());
        }
        return answers;
    }

    private static byte[] ofMedianLength(List<byte[]> answers) {
        return answers.stream()
                .sorted(Comparator.comparing(answer -> answer.length))
                .toList()
                .get(answers.size() / 2);
    }

    private static int different(List<byte[]> answers, List<byte[]> expected) {
        int different = 0;
        for (int i = 0; i < answers.size(); i++) {
            if (!Arrays.equals(answers.get(i), expected.get(i))) {
                different++;
            }
        }
        return different;
    }
}
