package org.weiwang.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How long the page keeps the browser's main thread busy while the map is panned over the grids of
 * the server at {@code -Dweiwang.measure.server=http://127.0.0.1:7070}. No test: it prints, by the
 * wall clock of a machine that should be idle, and asserts nothing. {@code script/test
 * -Dtest=PanningMeasurement} runs it.
 */
class PanningMeasurement {
    private static final int ROUNDS = 5;

    @Test
    void printTheLongestTasks() throws Exception {
        URI server = URI.create(System.getProperty("weiwang.measure.server"));
        try (MapPage map = new MapPage(server)) {
            JsonNode box = map.ask("/api/v1/districts").at("/districts/0/bbox");
            double lon = (box.get(0).asDouble() + box.get(2).asDouble()) / 2;
            double lat = (box.get(1).asDouble() + box.get(3).asDouble()) / 2;
            for (int zoom : new int[] {10, 11, 13, 15, 17}) {
                Page page = map.blank(1280, 800);
                page.addInitScript(
                        "window.tasks = []; new PerformanceObserver((list) => list.getEntries()"
                                + ".forEach((entry) => window.tasks.push(entry.duration)))"
                                + ".observe({ type: 'longtask' });");
                map.go(page, String.format(Locale.ROOT, "#view=%d,%.5f,%.5f", zoom, lon, lat));
                for (int round = 0; round < ROUNDS; round++) {
                    page.evaluate("() => { window.tasks = []; }");
                    pan(page);
                    // The browser reports tasks of 50 ms and more.
                    List<?> tasks = (List<?>) page.evaluate("() => window.tasks");
                    System.out.printf("zoom %d: tasks of 50 ms and more: %s%n", zoom, tasks);
                }
                page.close();
            }
        }
    }

    private static void pan(Page page) {
        int x = 700;
        int y = 420;
        for (int[] by : new int[][] {{-350, 0}, {-350, -200}, {0, -200}, {350, 0}, {350, 200}}) {
            page.mouse().move(x, y);
            page.mouse().down();
            page.mouse().move(x + by[0], y + by[1], new Mouse.MoveOptions().setSteps(10));
            page.mouse().up();
            MapPage.drawn(page);
        }
    }
}
