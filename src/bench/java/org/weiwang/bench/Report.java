package org.weiwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes docs/BENCHMARKS.md: what was measured here, and as it stands there what was not. */
final class Report {
    private static final Path FILE = Path.of("docs/BENCHMARKS.md");

    private static final String HEAD =
            """
            # Benchmarks

            Written by `script/bench`, which measures this program beside its peers in one run and on one
            machine. Medians of several turns, with the smallest and the largest; a ratio is one of medians.
            """;

    private static final Pattern SECTION =
            Pattern.compile("^## (.+)\\n\\n((?:(?!## ).*\\n)+)", Pattern.MULTILINE);

    private final Map<String, String> standing = new HashMap<>();
    private final StringBuilder text = new StringBuilder(HEAD);

    private Report() throws IOException {
        if (Files.exists(FILE)) {
            Matcher section = SECTION.matcher(Files.readString(FILE));
            while (section.find()) {
                standing.put(section.group(1), section.group(2).stripTrailing() + "\n");
            }
        }
    }

    public static void main(String[] args) throws Exception {
        Report report = new Report();
        report.add("One point in memory", "index", IndexRun.Result.class, IndexSection::of);
        report.add(
                "A file of addresses, from file to file",
                "assign",
                AssignBenchmark.Result.class,
                AssignSection::of);
        report.add(
                "Addresses as people write them",
                "addresses",
                AddressBenchmark.Result.class,
                AddressSection::of);
        report.add("One look-up over HTTP", "http", HttpBenchmark.Result.class, HttpSection::of);
        report.add(
                "Layers for GIS tools", "layers", LayersBenchmark.Result.class, LayersSection::of);
        report.add(
                "Publishing in a whole city",
                "publish",
                PublishBenchmark.Result.class,
                PublishSection::of);
        report.add(
                "What is wrong with an edition",
                "check",
                CheckBenchmark.Result.class,
                CheckSection::of);
        report.add(
                "The living circle of a city",
                "circle",
                CircleBenchmark.Result.class,
                CircleSection::of);
        report.add(
                "What one place reaches",
                "isochrone",
                IsochroneBenchmark.Result.class,
                IsochroneSection::of);
        report.add(
                "Where the next facilities help most",
                "siting",
                SitingBenchmark.Result.class,
                SitingSection::of);
        report.add(
                "What if a facility were added",
                "whatif",
                WhatIfBenchmark.Result.class,
                WhatIfSection::of);
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, report.text);
    }

    @FunctionalInterface
    private interface Section<T> {
        String of(T result) throws IOException;
    }

    private <T> void add(String title, String part, Class<T> type, Section<T> section)
            throws IOException {
        Optional<T> result = Results.read(part, type);
        String written = result.isPresent() ? section.of(result.get()) : standing.get(title);
        if (written != null) {
            text.append("\n## ").append(title).append("\n\n").append(written);
        }
    }
}
