package org.weiwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When, where and with what something was measured.
 *
 * @param commit abbreviated, with a plus where files of the project differ from it
 * @param memory of the machine, in GiB
 * @param versions of what takes part, by name
 */
record Run(
        String date,
        String commit,
        String processor,
        int processors,
        long memory,
        Map<String, String> versions) {

    static Run here(Map<String, String> versions) throws IOException, InterruptedException {
        Map<String, String> all = new TreeMap<>(versions);
        all.put("Java", Runtime.version().toString());
        all.put("Linux", System.getProperty("os.version"));
        return new Run(
                LocalDate.now().toString(),
                head(),
                value("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Math.round(
                        Double.parseDouble(value("/proc/meminfo", "MemTotal").replace(" kB", ""))
                                / (1 << 20)),
                all);
    }

    /** As a paragraph of a document. */
    String paragraph() {
        return "Measured on %s at commit %s, on a machine with %d processors (%s), %d GiB of memory and %s.\n"
                .formatted(
                        date,
                        commit,
                        processors,
                        processor,
                        memory,
                        versions.entrySet().stream()
                                .map(version -> version.getKey() + " " + version.getValue())
                                .collect(Collectors.joining(", ")));
    }

    private static String head() throws IOException, InterruptedException {
        String changes = git("status", "--porcelain", "--untracked-files=no", "src");
        return git("rev-parse", "--short", "HEAD") + (changes.isEmpty() ? "" : "+");
    }

    private static String git(String... arguments) throws IOException, InterruptedException {
        return Program.run(
                        Stream.concat(Stream.of("git"), Stream.of(arguments))
                                .toArray(String[]::new))
                .output();
    }

    private static String value(String file, String key) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
