package org.weiwang.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Worker;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * How the page feels over the grids of the server at {@code
 * -Dweiwang.measure.server=http://127.0.0.1:7070}: what the longest task of the browser's main
 * thread takes of a processor, how long after a move all is drawn, and how much is fetched and
 * held. It begins in the middle of the first district, or at {@code
 * -Dweiwang.measure.at=104.065,30.66}; another page of the server is named by {@code
 * -Dweiwang.measure.page=path/}. No test: it prints, on a machine that should be idle, and asserts
 * nothing. {@code script/test -Dtest=PanningMeasurement} runs it.
 */
class PanningMeasurement {
    private static final int ROUNDS = 5;

    /** What a hand takes for a drag: a step for each frame. */
    private static final int STEPS = 20;

    private static final int FRAME_MILLIS = 16;

    /** Resolves to the milliseconds from the last moment at which the view moved to all drawn. */
    private static final String UNTIL_DRAWN =
            """
            (moved) => new Promise((resolve) => {
              moved ??= performance.now();
              let drawn = moved;
              const look = () => {
                const now = performance.now();
                if (document.querySelector('.leaflet-pan-anim, .leaflet-zoom-anim')) {
                  moved = now;
                }
                const tiles = [...document.querySelectorAll('.leaflet-tile-container canvas')];
                if (tiles.length === 0
                    || tiles.some((tile) => !tile.classList.contains('leaflet-tile-loaded'))) {
                  drawn = now;
                }
                if (now < Math.max(moved, drawn) + 300) {
                  requestAnimationFrame(look);
                } else {
                  resolve(Math.max(0, drawn - moved));
                }
              };
              look();
            })
            """;

    /** Bytes over the wire since this was last asked, of a page or a worker. */
    private static final String FETCHED =
            """
            () => {
              const fetched = performance.getEntriesByType('resource');
              performance.clearResourceTimings();
              return fetched.reduce((sum, { transferSize }) => sum + transferSize, 0);
            }
            """;

    private final URI server = URI.create(System.getProperty("weiwang.measure.server"));
    private final String path = System.getProperty("weiwang.measure.page", "");

    @Test
    void printHowItFeels() throws Exception {
        try (MapPage map = new MapPage(server)) {
            String place = place(map);
            System.out.println("zoom move | drawn ms: median, most | task ms | kB | heap MB");
            for (int zoom = 10; zoom <= 17; zoom++) {
                String view = String.format(Locale.ROOT, "%s#view=%d,%s", path, zoom, place);
                Page page = map.blank(1280, 800);
                print(page, zoom, "open", () -> open(map, page, view));
                print(page, zoom, "pan", () -> rounds(page, PanningMeasurement::pan));
                print(page, zoom, "zoom", () -> rounds(page, PanningMeasurement::zoom));
                page.context().close();
            }
        }
    }

    private static String place(MapPage map) throws Exception {
        JsonNode box = map.ask("/api/v1/districts").at("/districts/0/bbox");
        String middle =
                String.format(
                        Locale.ROOT,
                        "%.5f,%.5f",
                        (box.get(0).asDouble() + box.get(2).asDouble()) / 2,
                        (box.get(1).asDouble() + box.get(3).asDouble()) / 2);
        return System.getProperty("weiwang.measure.at", middle);
    }

    private static List<Double> open(MapPage map, Page page, String view) {
        map.visit(page, view);
        page.workers()
                .forEach(
                        worker ->
                                worker.evaluate(
                                        "() => performance.setResourceTimingBufferSize(100000)"));
        // From when the page's time began.
        return List.of(untilDrawn(page, 0));
    }

    private static List<Double> rounds(Page page, Function<Page, List<Double>> moves) {
        List<Double> drawn = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            drawn.addAll(moves.apply(page));
        }
        return drawn;
    }

    private static List<Double> pan(Page page) {
        List<Double> drawn = new ArrayList<>();
        for (int[] by : new int[][] {{-350, 0}, {-350, -200}, {0, -200}, {350, 0}, {350, 200}}) {
            page.mouse().move(700, 420);
            page.mouse().down();
            for (int step = 1; step <= STEPS; step++) {
                page.mouse().move(700 + by[0] * step / STEPS, 420 + by[1] * step / STEPS);
                page.waitForTimeout(FRAME_MILLIS);
            }
            page.mouse().up();
            drawn.add(untilDrawn(page, null));
        }
        return drawn;
    }

    private static List<Double> zoom(Page page) {
        List<Double> drawn = new ArrayList<>();
        for (String way : List.of("in", "out")) {
            page.click(".leaflet-control-zoom-" + way);
            drawn.add(untilDrawn(page, null));
        }
        return drawn;
    }

    private static double untilDrawn(Page page, Integer since) {
        return ((Number) page.evaluate(UNTIL_DRAWN, since)).doubleValue();
    }

    private static void print(Page page, int zoom, String move, Callable<List<Double>> moves)
            throws Exception {
        Browser browser = page.context().browser();
        browser.startTracing(
                page, new Browser.StartTracingOptions().setCategories(List.of("toplevel")));
        List<Double> drawn = moves.call().stream().sorted().toList();
        double longest = longestTask(browser.stopTracing());
        System.out.printf(
                "%4d %-4s | %4.0f %5.0f | %3.0f | %6d | %3d%n",
                zoom,
                move,
                drawn.get(drawn.size() / 2),
                drawn.get(drawn.size() - 1),
                longest,
                fetched(page) / 1000,
                heap(page) / 1_000_000);
    }

    /** Processor time, in milliseconds: other programs of the machine do not lengthen it. */
    private static double longestTask(byte[] trace) throws IOException {
        JsonNode events = new ObjectMapper().readTree(trace).path("traceEvents");
        Set<Integer> mainThreads = new HashSet<>();
        for (JsonNode event : events) {
            if (event.at("/args/name").asText().equals("CrRendererMain")) {
                mainThreads.add(event.path("tid").asInt());
            }
        }
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event -> mainThreads.contains(event.path("tid").asInt()))
                .filter(event -> event.path("name").asText().endsWith("::RunTask"))
                .mapToDouble(event -> event.path("tdur").asDouble() / 1000)
                .max()
                .orElseThrow();
    }

    private static long fetched(Page page) {
        long bytes = ((Number) page.evaluate(FETCHED)).longValue();
        for (Worker worker : page.workers()) {
            bytes += ((Number) worker.evaluate(FETCHED)).longValue();
        }
        return bytes;
    }

    /** What scripts of the page hold, but for its workers, in bytes. */
    private static long heap(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("HeapProfiler.collectGarbage");
        JsonObject usage = session.send("Runtime.getHeapUsage");
        session.detach();
        return usage.get("usedSize").getAsLong() + usage.get("backingStorageSize").getAsLong();
    }
}
