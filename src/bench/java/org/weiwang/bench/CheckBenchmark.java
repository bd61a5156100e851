package org.weiwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.JTSVersion;
import org.weiwang.demo.DemoCity;
import org.weiwang.demo.HandedOverGrids;
import org.weiwang.demo.OwnVertices;
import org.weiwang.geo.CrsException;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.check.CoverageCheck;
import org.weiwang.grid.check.Finding;
import org.weiwang.grid.check.Severity;

/** The check of the demo counties of Chengdu, which the first argument's folder holds. */
final class CheckBenchmark {
    /** 简阳市, 4,951 micro grids. */
    private static final String COUNTY = "510185";

    private static final int TURNS = 5;
    private static final int CITY_TURNS = 3;

    /**
     * What was measured, times in seconds. Grids are read before, which is not counted.
     *
     * @param heap that the process may take at most, in MiB
     */
    record Result(Run run, long heap, List<Checked> checked) {}

    /**
     * @param first the time of the first turn, in which code is compiled
     * @param seconds of each turn after it
     */
    record Checked(
            String name,
            int grids,
            int microGrids,
            int errors,
            int warnings,
            double first,
            List<Double> seconds) {}

    private CheckBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        if (!Files.exists(folder)) {
            Path making = folder.resolveSibling(folder.getFileName() + "-making");
            DemoCity.write(making, 1, district -> {});
            Files.move(making, folder);
        }
        List<Checked> checked = new ArrayList<>();
        List<Grid> county = read(folder, COUNTY);
        checked.add(check("简阳", List.of(county), TURNS));
        for (int every : new int[] {300, 10}) {
            checked.add(
                    check(
                            "简阳, vertices of their own, 1 : " + every,
                            List.of(OwnVertices.of(county, every, 0)),
                            TURNS));
        }
        List<List<Grid>> districts = new ArrayList<>();
        for (String district : DemoCity.codes()) {
            districts.add(read(folder, district));
        }
        checked.add(check("Chengdu, district by district", districts, CITY_TURNS));
        List<Grid> all = districts.stream().flatMap(List::stream).toList();
        checked.add(check("Chengdu, in one call", List.of(all), CITY_TURNS));
        Results.write(
                "check",
                new Result(
                        Run.here(Map.of("JTS", JTSVersion.CURRENT_VERSION.toString())),
                        Runtime.getRuntime().maxMemory() >> 20,
                        checked));
    }

    private static List<Grid> read(Path folder, String district) throws IOException, CrsException {
        return HandedOverGrids.read(folder.resolve(district));
    }

    private static Checked check(String name, List<List<Grid>> districts, int turns) {
        List<Double> seconds = new ArrayList<>();
        int errors = 0;
        int warnings = 0;
        for (int turn = 0; turn <= turns; turn++) {
            errors = 0;
            warnings = 0;
            long start = System.nanoTime();
            for (List<Grid> grids : districts) {
                for (Finding finding : CoverageCheck.check(grids)) {
                    errors += finding.kind().severity() == Severity.ERROR ? 1 : 0;
                    warnings += finding.kind().severity() == Severity.WARNING ? 1 : 0;
                }
            }
            seconds.add((System.nanoTime() - start) / 1e9);
            System.err.printf("%s: %.2f s%n", name, seconds.get(turn));
        }
        return new Checked(
                name,
                districts.stream().mapToInt(List::size).sum(),
                (int)
                        districts.stream()
                                .flatMap(List::stream)
                                .filter(grid -> grid.level() == Level.MICRO)
                                .count(),
                errors,
                warnings,
                seconds.get(0),
                seconds.subList(1, seconds.size()));
    }
}
