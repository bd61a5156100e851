package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the map does while the server says that it draws as many tiles as it can. */
@Tag("browser")
class LateTilesTest {
    private static final String TILES = "**/tiles/WebMercatorQuad/**";
    private static final String OF_ZOOM_14 = "/WebMercatorQuad/14/";

    private static MapPage map;
    private static double lon;
    private static double lat;

    @BeforeAll
    static void start() throws Exception {
        map = new MapPage();
        JsonNode point = map.lookup(MapPage.firstAddress()).get("point");
        lon = point.get("lon").asDouble();
        lat = point.get("lat").asDouble();
    }

    @AfterAll
    static void stop() {
        map.close();
    }

    @AfterEach
    void nothingWentWrong() {
        map.closePages();
        assertThat(map.errors()).isEmpty();
    }

    @Test
    void drawsWhatWasRefusedAtFirst() {
        Page page = map.open(view(15));
        Object expected = picture(page);
        page.close();

        page = map.blank(1280, 800);
        Map<String, Integer> asked = refusing(page.context(), 1);
        map.go(page, view(15));
        assertThat(picture(page)).isEqualTo(expected);
        assertThat(asked).isNotEmpty();
        assertThat(asked.values()).containsOnly(2);
        expect(page.locator("#late")).isEmpty();
        expect(page.locator("#status")).isEmpty();
    }

    @Test
    void saysThatTheRestWillFollowForAsLongAsItIsPutOff() {
        Page page = map.blank(1280, 800);
        page.context().route(TILES, route -> refuse(route, "1"));
        page.navigate(map.address(view(15)));
        expect(page.locator("#late")).hasText("服务器暂时无法提供部分地图，稍后自动补全");
        expect(page.locator("#status")).isEmpty();
        page.locator("#language").click();
        expect(page.locator("#late"))
                .hasText("The server cannot give all of the map yet; the rest will follow");

        page.context().unroute(TILES);
        MapPage.drawn(page);
        expect(page.locator("#late")).isEmpty();
        assertThat(page.locator("canvas.leaflet-tile-loaded").count()).isPositive();
    }

    @Test
    void asksNoMoreForWhatIsNotShownAnyMore() {
        Page page = map.blank(1280, 800);
        Map<String, Integer> asked = new HashMap<>();
        page.context()
                .route(
                        TILES,
                        route -> {
                            String url = route.request().url();
                            int times = asked.merge(url, 1, Integer::sum);
                            if (url.contains(OF_ZOOM_14) && times > 2) {
                                route.resume();
                            } else {
                                refuse(route, "1");
                            }
                        });
        page.navigate(map.address(view(15)));
        page.waitForCondition(() -> asked.size() >= 20);
        page.locator(".leaflet-control-zoom-out").click();
        // From here on, whatever waits is asked for again sooner than the new view is drawn.
        page.waitForCondition(
                () ->
                        asked.entrySet().stream()
                                .anyMatch(
                                        of ->
                                                of.getKey().contains(OF_ZOOM_14)
                                                        && of.getValue() == 2));
        Map<String, Integer> before = ofZoom15(asked);
        MapPage.drawn(page);
        assertThat(ofZoom15(asked)).isNotEmpty().isEqualTo(before);
    }

    @Test
    void asksForWhatIsShownOfAnotherTimeInsteadOfWhatWasPutOff() {
        Page page = map.blank(1280, 800);
        Set<String> late = new HashSet<>();
        page.context()
                .route(
                        TILES,
                        route -> {
                            if (route.request().url().contains("datetime")) {
                                route.resume();
                            } else {
                                late.add(route.request().url());
                                refuse(route, "1");
                            }
                        });
        page.navigate(map.address(view(15)));
        expect(page.locator("#late")).not().isEmpty();
        assertThat(late).isNotEmpty();
        page.evaluate("() => { location.hash += '&time=2020-05-01T00:00:00Z'; }");
        MapPage.drawn(page);
        expect(page.locator("#late")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"503, 3600", "503,", "410,", "404,", "500,"})
    void saysWhatCanNotBeHadInTime(int status, String retryAfter) {
        Page page = map.blank(1280, 800);
        page.context().route(TILES, route -> refuse(route, status, retryAfter));
        page.navigate(map.address(view(15)));
        expect(page.locator("#status")).hasText("部分图层未能载入，移动地图可重试");
        expect(page.locator("#late")).isEmpty();
    }

    @Test
    void saysThatNothingCameWhereTheNetworkBroke() {
        Page page = map.blank(1280, 800);
        page.context().route(TILES, Route::abort);
        page.navigate(map.address(view(15)));
        expect(page.locator("#status")).hasText("部分图层未能载入，移动地图可重试");

        page.context().unroute(TILES);
        page.locator(".leaflet-control-zoom-in").click();
        page.waitForURL("**/*view=16,*");
        MapPage.drawn(page);
    }

    /**
     * Refuses each tile so many times before it is answered.
     *
     * @return how many times each was asked for
     */
    private static Map<String, Integer> refusing(BrowserContext context, int times) {
        Map<String, Integer> asked = new HashMap<>();
        context.route(
                TILES,
                route -> {
                    if (asked.merge(route.request().url(), 1, Integer::sum) > times) {
                        route.resume();
                    } else {
                        refuse(route, "1");
                    }
                });
        return asked;
    }

    private static void refuse(Route route, String retryAfter) {
        refuse(route, 503, retryAfter);
    }

    private static void refuse(Route route, int status, String retryAfter) {
        route.fulfill(
                new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType("application/problem+json")
                        .setHeaders(
                                retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter))
                        .setBody("{\"type\": \"urn:weiwang:problem:unavailable\"}"));
    }

    private static Map<String, Integer> ofZoom15(Map<String, Integer> asked) {
        Map<String, Integer> found = new HashMap<>(asked);
        found.keySet().removeIf(url -> url.contains(OF_ZOOM_14));
        return found;
    }

    private static Object picture(Page page) {
        return page.evaluate(
                "() => [...document.querySelectorAll('.leaflet-tile-container canvas')]"
                        + ".map((tile) => tile.style.transform + tile.toDataURL()).sort()");
    }

    private static String view(int zoom) {
        return String.format(Locale.ROOT, "#view=%d,%.5f,%.5f", zoom, lon, lat);
    }
}
