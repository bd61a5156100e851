package org.weiwang.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.weiwang.http.LookupPeer;
import org.weiwang.http.Server;
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
        try (ServedCounty served = new ServedCounty();
                Server weiwang = new Server(served.parts());
                LookupPeer postgis =
                        LookupPeer.postgis(served.parts(), served.county().dataSource())) {
            measure(served, weiwang, postgis);
        }
        return 0;
    }

    private void measure(ServedCounty served, Server weiwang, LookupPeer postgis) throws Exception {
        County county = served.county();
        PreparedGrids.make(county.dataSource());
        weiwang.start();
        Map<String, String> versions = new HashMap<>(county.versions());
        versions.put("wrk", Wrk.version());
        List<String> paths =
                county.points().stream()
                        .map(point -> "/api/v1/lookup?lon=" + point.replace(" ", "&lat="))
                        .toList();
        Path file = Files.write(Results.FOLDER.resolve("lookups.txt"), paths);
        List<byte[]> answers = ask(weiwang.uri(), paths.subList(0, COMPARED));
        List<byte[]> expected = ask(postgis.uri(), paths.subList(0, COMPARED));
        try (LookupPeer constant = LookupPeer.constant(served.parts(), ofMedianLength(answers))) {
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

    private static List<byte[]> ask(URI server, List<String> paths)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        List<byte[]> answers = new ArrayList<>();
        for (String path : paths) {
            HttpResponse<byte[]> response =
                    client.send(
                            HttpRequest.newBuilder(server.resolve(path)).build(),
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
