package org.weiwang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes docs/BENCHMARKS.md from what the parts have left, each when it last ran. */
final class Report {
    private static final Path FILE = Path.of("docs/BENCHMARKS.md");

    private static final String HEAD =
            """
            # Benchmarks

            Written by `script/bench`, which measures this program beside its peers in one run and on one
            machine. Medians of several turns, with the smallest and the largest; a ratio is one of medians.
            """;

    private Report() {}

    public static void main(String[] args) throws Exception {
        StringBuilder text = new StringBuilder(HEAD);
        Optional<IndexRun.Result> index = Results.read("index", IndexRun.Result.class);
        if (index.isPresent()) {
            text.append('\n').append(IndexSection.of(index.get()));
        }
        Results.read("assign", AssignBenchmark.Result.class)
                .ifPresent(result -> text.append('\n').append(AssignSection.of(result)));
        Results.read("addresses", AddressBenchmark.Result.class)
                .ifPresent(result -> text.append('\n').append(AddressSection.of(result)));
        Results.read("http", HttpBenchmark.Result.class)
                .ifPresent(result -> text.append('\n').append(HttpSection.of(result)));
        Results.read("layers", LayersBenchmark.Result.class)
                .ifPresent(result -> text.append('\n').append(LayersSection.of(result)));
        Results.read("publish", PublishBenchmark.Result.class)
                .ifPresent(result -> text.append('\n').append(PublishSection.of(result)));
        Results.read("circle", CircleBenchmark.Result.class)
                .ifPresent(result -> text.append('\n').append(CircleSection.of(result)));
        Results.read("isochrone", IsochroneBenchmark.Result.class)
                .ifPresent(result -> text.append('\n').append(IsochroneSection.of(result)));
        Results.read("siting", SitingBenchmark.Result.class)
                .ifPresent(result -> text.append('\n').append(SitingSection.of(result)));
        Results.read("whatif", WhatIfBenchmark.Result.class)
                .ifPresent(result -> text.append('\n').append(WhatIfSection.of(result)));
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, text);
    }
}
