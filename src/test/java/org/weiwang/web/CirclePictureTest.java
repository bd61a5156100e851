package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.ServedDemoCounty;

/** The living circle's map, saved as a picture. */
@Tag("browser")
class CirclePictureTest {
    /** Around the map and the legend, in pixels, as the picture has it. */
    private static final int EDGE = 16;

    private static MapPage map;
    private static JsonNode point;

    @BeforeAll
    static void start() throws Exception {
        ServedDemoCounty.get().awaitCircle();
        map = new MapPage();
        point = map.lookup(MapPage.firstAddress()).get("point");
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
    void theMapIsInThePictureAsItIsSeen() throws Exception {
        Page page = map.open(view("&by=minutes&category=primary-school"));
        page.locator(".sample").first().waitFor();
        page.waitForCondition(() -> colours(page, "tile") > 3);
        BoundingBox seen = page.locator("#map").boundingBox();
        BoundingBox legend = page.locator("#circle-legend > div").boundingBox();
        BufferedImage picture = saved(page);
        assertThat(picture.getWidth()).isEqualTo((int) (seen.width + legend.width + 3 * EDGE));
        assertThat(picture.getHeight()).isGreaterThan((int) seen.height);
        // The map's pin, and beside the map the darkest of the legend's samples and dark text.
        int map = (int) seen.width;
        assertThat(colours(picture, EDGE, map)).hasSizeGreaterThan(100).contains(0xc2410c);
        assertThat(colours(picture, map + EDGE, picture.getWidth()))
                .contains(0x223a75, 0x1c2b39, 0xffffff);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aPhonesPictureHasItsLegendToo(String language) throws Exception {
        Page page = map.blank(390, 844);
        map.go(page, view("&lang=" + language));
        page.locator("#circle-legend summary").waitFor();
        BoundingBox seen = page.locator("#map").boundingBox();
        BufferedImage picture = saved(page);
        assertThat(picture.getWidth()).isGreaterThan((int) seen.width + 150);
        assertThat(colours(picture, (int) seen.width + EDGE, picture.getWidth()))
                .contains(0x223a75);
        assertThat(page.locator("#circle-legend").getAttribute("open")).isNull();
    }

    @Test
    void thePictureNamesTheEditionsOfItsFigures() throws Exception {
        Page page = map.blank(1280, 800);
        page.route(
                "**/circle-micro/items?limit=1&*",
                route -> {
                    APIResponse answer = route.fetch();
                    Map<String, String> headers = new HashMap<>(answer.headers());
                    headers.put("weiwang-editions", "510131-99");
                    route.fulfill(
                            new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
                });
        map.go(page, view(""));
        page.locator(".sample").first().waitFor();
        page.waitForCondition(() -> colours(page, "tile") > 3);
        page.evaluate(
                """
                () => new MutationObserver((changes) => changes
                  .flatMap(({ addedNodes }) => [...addedNodes])
                  .filter(({ className }) => className === 'picture-frame')
                  .forEach((frame) => { window.foot = frame.lastChild.textContent; }))
                  .observe(document.body, { childList: true })
                """);
        saved(page);
        assertThat((String) page.evaluate("() => window.foot")).startsWith("版次 510131-99 ·");
    }

    private static BufferedImage saved(Page page) throws Exception {
        // No answer may move the button from under the mouse between press and release.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Download download = page.waitForDownload(() -> page.locator("[data-part=picture]").click());
        assertThat(download.suggestedFilename())
                .isEqualTo("circle-micro-gb50180-adult-distance.png");
        assertThat(Files.readAllBytes(download.path())).startsWith(0x89, 'P', 'N', 'G');
        return ImageIO.read(download.path().toFile());
    }

    private static Set<Integer> colours(BufferedImage picture, int from, int to) {
        Set<Integer> colours = new HashSet<>();
        for (int x = from; x < to; x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                colours.add(picture.getRGB(x, y) & 0xffffff);
            }
        }
        return colours;
    }

    private static int colours(Page page, String pane) {
        return (Integer)
                page.evaluate(
                        """
                        (pane) => {
                          const seen = new Set();
                          for (const canvas of document.querySelectorAll(`.leaflet-${pane}-pane canvas`)) {
                            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                            for (let i = 0; i < data.length; i += 4) {
                              seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
                            }
                          }
                          return seen.size;
                        }
                        """,
                        pane);
    }

    private static String view(String more) {
        double lon = point.get("lon").asDouble();
        double lat = point.get("lat").asDouble();
        return String.format(
                Locale.ROOT,
                "#view=15,%.5f,%.5f&at=%.6f,%.6f&page=circle%s",
                lon,
                lat,
                lon,
                lat,
                more);
    }
}
