package org.weiwang.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.JTSVersion;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@code GridIndexBenchmark}; arguments are JMH's own. */
final class IndexRun {
    private static final String BENCHMARK = "GridIndexBenchmark";

    private IndexRun() {}

    record Result(Run run, List<Sample> samples) {}

    /**
     * What one method came to with one size.
     *
     * @param scores of each iteration of each fork
     * @param unit of the scores
     * @param more the benchmark's own counters, by name
     */
    record Sample(
            String method,
            String size,
            List<Double> scores,
            String unit,
            Map<String, Double> more) {}

    public static void main(String[] args) throws Exception {
        List<Sample> samples = new ArrayList<>();
        for (RunResult result :
                new Runner(
                                new OptionsBuilder()
                                        .parent(new CommandLineOptions(args))
                                        .include(BENCHMARK)
                                        .build())
                        .run()) {
            samples.add(sample(result));
        }
        String jts = JTSVersion.CURRENT_VERSION.toString();
        Results.write("index", new Result(Run.here(Map.of("JTS", jts)), samples));
    }

    private static Sample sample(RunResult result) {
        List<Double> scores = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                scores.add(iteration.getPrimaryResult().getScore());
            }
        }
        Map<String, Double> more = new HashMap<>();
        result.getSecondaryResults().forEach((name, value) -> more.put(name, value.getScore()));
        return new Sample(
                result.getPrimaryResult().getLabel(),
                result.getParams().getParam("size"),
                scores,
                result.getPrimaryResult().getScoreUnit(),
                more);
    }
}
