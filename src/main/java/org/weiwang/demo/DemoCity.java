package org.weiwang.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.weiwang.demo.source.District;
import org.weiwang.demo.source.Districts;

/** All demo counties of one city: 14,020 general and 126,449 micro grids. */
public final class DemoCity {
    /** More would be faster on a larger machine, and need more memory than a small one has. */
    private static final int AT_A_TIME = 2;

    private DemoCity() {}

    /** The 6-digit codes of the counties, ascending. */
    public static Set<String> codes() {
        return Districts.codes();
    }

    /**
     * Writes each county into a folder of its own, named by its code, as {@link DemoCounty#write}
     * does.
     *
     * @param written told of every county in turn, the largest first, when its files are there
     * @throws IOException when a county's files can't be written; what is written stays
     */
    public static void write(Path folder, long seed, Consumer<District> written)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<District> largestFirst =
                codes().stream()
                        .map(Districts::get)
                        .sorted(Comparator.comparing(district -> -district.counts().micro()))
                        .toList();
        ExecutorService makers = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            Map<District, Future<?>> counties = new LinkedHashMap<>();
            for (District district : largestFirst) {
                Path own = folder.resolve(district.code());
                counties.put(district, makers.submit(() -> write(district, seed, own)));
            }
            for (Map.Entry<District, Future<?>> county : counties.entrySet()) {
                await(county.getKey(), county.getValue());
                written.accept(county.getKey());
            }
        } finally {
            makers.shutdownNow();
        }
    }

    private static Void write(District district, long seed, Path folder) throws Exception {
        DemoCounty.generate(district.code(), seed).write(folder);
        return null;
    }

    private static void await(District district, Future<?> county)
            throws IOException, InterruptedException {
        try {
            county.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(district.code() + " could not be made", e.getCause());
        }
    }
}
