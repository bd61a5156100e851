package org.weiwang.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How long it takes from a keystroke in the search box until its suggestions are painted, typing
 * what the server at {@code -Dweiwang.measure.server=http://127.0.0.1:7070} suggests first. No
 * test: it prints, by the wall clock of a machine that should be idle, and asserts nothing. {@code
 * script/test -Dtest=SuggestionMeasurement} runs it.
 */
class SuggestionMeasurement {
    private static final List<String> BEGINNINGS = List.of("魁星", "和平", "白云", "医院", "解放路2");
    private static final int ROUNDS = 3;

    /** Types a text, each character once the suggestions of the one before are painted. */
    private static final String TYPE =
            """
            async (text) => {
              const box = document.querySelector('#search [name=text]');
              const list = document.querySelector('#suggestions');
              const times = [];
              for (let end = 1; end <= text.length; end++) {
                const listed = new Promise((resolve) =>
                  new MutationObserver((all, observer) => {
                    observer.disconnect();
                    resolve();
                  }).observe(list, { childList: true }));
                const begin = performance.now();
                box.value = text.slice(0, end);
                box.dispatchEvent(new InputEvent('input', { bubbles: true }));
                // Where nothing is suggested twice running, nothing is painted.
                const wait = new Promise((resolve) => setTimeout(resolve, 2000, 'none'));
                if ((await Promise.race([listed, wait])) !== 'none') {
                  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
                  times.push(performance.now() - begin);
                }
              }
              return times;
            }
            """;

    @Test
    void printKeystrokeToSuggestion() throws Exception {
        URI server = URI.create(System.getProperty("weiwang.measure.server"));
        try (MapPage map = new MapPage(server)) {
            Page page = map.open("");
            List<Double> times = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (String beginning : BEGINNINGS) {
                    String encoded = URLEncoder.encode(beginning, StandardCharsets.UTF_8);
                    JsonNode found = map.ask("/api/v1/addresses?q=" + encoded).at("/suggestions");
                    for (Object time :
                            (List<?>) page.evaluate(TYPE, found.at("/0/text").asText())) {
                        times.add(((Number) time).doubleValue());
                    }
                }
            }
            times.sort(null);
            System.out.printf(
                    "%d keystrokes: median %.1f ms, p95 %.1f ms, worst %.1f ms%n",
                    times.size(),
                    times.get(times.size() / 2),
                    times.get(times.size() * 95 / 100),
                    times.get(times.size() - 1));
        }
    }
}
