package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    private static final String MICRO_GRIDS = "**/micro-grids/tiles/**";
    private static final String OUTSIDE = "**/outside-addresses/items**";
    private static final String OUTLINES = "**/ogc/collections/*/items/*";
    private static final String OUTLINED =
            "() => document.querySelector('.leaflet-highlight-pane canvas').toDataURL()";
    private static final String OF_ZOOM_14 = "/WebMercatorQuad/14/";

    private static MapPage map;
    private static double lon;
    private static double lat;
    private static String community;

    @BeforeAll
    static void start() throws Exception {
        map = new MapPage();
        JsonNode answer = map.lookup(MapPage.firstAddress());
        community = answer.at("/community/name").asText();
        JsonNode point = answer.get("point");
        lon = point.get("lon").asDouble();
        lat = point.get("lat").asDouble();
    }

    @AfterAll
    static void stop() {
        map.close();
    }

    @AfterEach
    void nothingWentWrong() {
        map.nothingWentWrong();
    }

    @Test
    void drawsWhatWasRefusedAtFirst() {
        Page whole = map.open(view(15));
        Object expected = picture(whole);
        whole.close();

        Page page = map.blank(1280, 800);
        Map<String, Integer> asked = refusing(page.context(), 1);
        map.go(page, view(15));
        page.waitForCondition(() -> picture(page).equals(expected));
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
    void paintsWhatHasComeWhileOtherGridsArePutOff() {
        Page whole = map.open(view(15));
        Object expected = picture(whole);
        whole.close();

        Page page = map.blank(1280, 800);
        page.context().route(MICRO_GRIDS, route -> refuse(route, "1"));
        map.go(page, view(15));
        expect(page.locator("#late")).not().isEmpty();
        expect(page.locator("#status")).isEmpty();
        MapPage.pointAt(page, 0, 0);
        expect(page.locator("#hover")).containsText(community);
        page.context().unroute(MICRO_GRIDS);
        page.waitForCondition(() -> picture(page).equals(expected));
        expect(page.locator("#late")).isEmpty();
    }

    @Test
    void paintsTheGridsHoweverLateTheAddressesOutsideAre() {
        Page without = map.open(view(15));
        Object expected = picture(without);
        without.close();

        Page page = map.blank(1280, 800);
        List<Route> held = new ArrayList<>();
        page.context().route(OUTSIDE, held::add);
        map.go(page, view(15) + "&on=OUTSIDE");
        assertThat(picture(page)).isEqualTo(expected);
        assertThat(held).isNotEmpty();
        List.copyOf(held).forEach(route -> refuse(route, "1"));
        int refused = held.size();
        page.waitForCondition(() -> held.size() >= 2 * refused);
        held.subList(refused, held.size()).forEach(LateTilesTest::answerWithOneAddress);
        page.waitForCondition(() -> !picture(page).equals(expected));
        expect(page.locator("#status")).isEmpty();
    }

    @Test
    void paintsWhatComesLaterThanWhatFailed() {
        Page page = map.blank(1280, 800);
        page.context().route(TILES, route -> refuse(route, 500, null));
        map.go(page, view(15));
        Object nothing = picture(page);
        page.close();

        Page early = map.blank(1280, 800);
        early.context().route(MICRO_GRIDS, route -> refuse(route, 500, null));
        map.go(early, view(15));
        Object expected = picture(early);
        assertThat(expected).isNotEqualTo(nothing);
        early.close();

        Page late = map.blank(1280, 800);
        refusing(late.context(), 2);
        late.context().route(MICRO_GRIDS, route -> refuse(route, 500, null));
        late.navigate(map.address(view(15)));
        expect(late.locator("#status")).hasText("部分图层未能载入，移动地图可重试");
        expect(late.locator("#late")).not().isEmpty();
        late.waitForCondition(() -> picture(late).equals(expected));
        expect(late.locator("#late")).isEmpty();
    }

    @Test
    void saysOnceThatTheRestWillFollow() {
        Page page = map.blank(1280, 800);
        Map<String, Integer> asked = new HashMap<>();
        page.context()
                .route(
                        TILES,
                        route -> {
                            String url = route.request().url();
                            boolean isMicro = url.contains("/micro-grids/");
                            int times = asked.merge(url, 1, Integer::sum);
                            // Micro grids come before the others are refused for the second time.
                            if (times > 2) {
                                route.resume();
                            } else {
                                refuse(route, isMicro || times == 2 ? "1" : "4");
                            }
                        });
        page.addInitScript(
                """
                addEventListener('DOMContentLoaded', () => {
                  const note = document.querySelector('#late');
                  globalThis.said = [];
                  new MutationObserver(() => said.push(note.textContent !== ''))
                      .observe(note, { childList: true, characterData: true });
                });
                """);
        page.navigate(map.address(view(15)));
        expect(page.locator("#late")).not().isEmpty();
        page.waitForCondition(
                () -> !asked.isEmpty() && asked.values().stream().allMatch(n -> n > 2));
        expect(page.locator("#late")).isEmpty();
        assertThat(page.evaluate("() => said")).isEqualTo(List.of(true, false));
    }

    @Test
    void outlinesAnAnswerHoweverLate() {
        String hash = view(15) + at();
        Object without = outlines(map.open(view(15)));
        Page early = map.blank(1280, 800);
        map.go(early, hash);
        early.waitForLoadState(LoadState.NETWORKIDLE);
        early.waitForCondition(() -> !outlines(early).equals(without));
        Object expected = outlines(early);

        Page page = map.blank(1280, 800);
        List<Route> held = new ArrayList<>();
        page.context().route(OUTLINES, held::add);
        map.go(page, hash);
        expect(page.locator("#panel h2")).isVisible();
        expect(page.locator(".pin")).isVisible();
        page.waitForCondition(() -> !held.isEmpty());
        int refused = held.size();
        List.copyOf(held).forEach(route -> refuse(route, "1"));
        page.waitForCondition(() -> held.size() >= 2 * refused);
        held.subList(refused, held.size()).forEach(Route::resume);
        page.waitForCondition(() -> outlines(page).equals(expected));
    }

    @Test
    void goesToAnAnswerWhoseOutlinesAreLate() {
        Page page = map.blank(1280, 800);
        List<Route> held = new ArrayList<>();
        page.context().route(OUTLINES, held::add);
        map.go(page, "");
        page.locator("[name=text]").fill(lon + "," + lat);
        page.locator("[name=text]").press("Enter");
        page.waitForURL("**/*view=17,*");
        expect(page.locator(".pin")).isInViewport();
        assertThat(held).isNotEmpty();
        held.forEach(route -> refuse(route, "3600"));
    }

    @Test
    void asksNoMoreForTheOutlinesOfAnotherAnswer() {
        Page page = map.blank(1280, 800);
        Map<String, Integer> asked = new HashMap<>();
        page.context()
                .route(
                        OUTLINES,
                        route -> {
                            asked.merge(route.request().url(), 1, Integer::sum);
                            refuse(route, "1");
                        });
        map.go(page, view(15) + at());
        page.waitForCondition(() -> !asked.isEmpty());
        page.locator(".chain")
                .getByText(community, new Locator.GetByTextOptions().setExact(true))
                .click();
        page.waitForCondition(() -> asked.keySet().stream().anyMatch(LateTilesTest::isCommunity));
        Map<String, Integer> before = ofOthers(asked);
        assertThat(before).isNotEmpty();
        // By then the others would have been asked for again.
        page.waitForCondition(
                () ->
                        asked.entrySet().stream()
                                .anyMatch(of -> isCommunity(of.getKey()) && of.getValue() > 2));
        assertThat(ofOthers(asked)).isEqualTo(before);
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

    private static void answerWithOneAddress(Route route) {
        route.fulfill(
                new Route.FulfillOptions()
                        .setContentType("application/geo+json")
                        .setBody(
                                """
                                {"type": "FeatureCollection", "features": [
                                    {"type": "Feature", "id": "1-1", "properties": {"text": "远路1号"},
                                     "geometry": {"type": "Point", "coordinates": [%s, %s]}}]}
                                """
                                        .formatted(lon, lat)));
    }

    private static boolean isCommunity(String url) {
        return url.contains("/community-grids/");
    }

    private static Map<String, Integer> ofOthers(Map<String, Integer> asked) {
        Map<String, Integer> found = new HashMap<>(asked);
        found.keySet().removeIf(LateTilesTest::isCommunity);
        return found;
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

    private static Object outlines(Page page) {
        return page.evaluate(OUTLINED);
    }

    private static String at() {
        return String.format(Locale.ROOT, "&at=%.6f,%.6f", lon, lat);
    }

    private static String view(int zoom) {
        return String.format(Locale.ROOT, "#view=%d,%.5f,%.5f", zoom, lon, lat);
    }
}
