package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.ServedDemoCounty;

/** The living circle of the demo county, as planners look at it on the page. */
@Tag("browser")
class CirclePageTest {
    /** The palette's, from the worst served to the best. */
    private static final List<String> SERVED =
            List.of("#fbf1b7", "#cde3a0", "#8dcaa0", "#48a4a4", "#2a739a", "#223a75");

    private static final String NO_LINES = "&off=COMMUNITY,DEDICATED,FACILITY,GENERAL,MICRO";

    private static MapPage map;

    /** A place in the demo county's seat, and the grids that it lies in. */
    private static JsonNode place;

    @BeforeAll
    static void start() throws Exception {
        ServedDemoCounty.get().awaitCircle();
        map = new MapPage();
        place = map.lookup(MapPage.firstAddress());
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
    void drawsTheIsochroneOfTheClickedPointAndTellsWhatLiesWithin() throws Exception {
        Page page = map.open(view(16, ""));
        assertThat(inked(page, "isochrone")).isZero();
        page.locator("#map").click(new Locator.ClickOptions().setPosition(500, 300).setForce(true));
        page.waitForURL(Pattern.compile(".*at=.*"));
        assertThat(page.url()).contains("page=circle");
        table(page, "walk");
        String at = page.url().replaceAll(".*at=([0-9.]+),([0-9.]+).*", "lon=$1&lat=$2");

        isWithin(page, map.ask("/api/v1/isochrone?" + at));
        assertThat(inked(page, "isochrone")).isPositive();

        choose(page, "profile", "wheelchair");
        page.locator("[data-part=walk] .statement:has-text('不走台阶')").waitFor();
        isWithin(page, map.ask("/api/v1/isochrone?profile=wheelchair&" + at));
        assertThat(page.url()).contains("profile=wheelchair");

        page.locator("[name=walk]").uncheck();
        expect(page.locator("[data-part=walk] table")).hasCount(0);
        assertThat(inked(page, "isochrone")).isZero();
    }

    private static void isWithin(Page page, JsonNode answer) {
        List<String> households = new ArrayList<>();
        List<String> pharmacies = new ArrayList<>();
        for (JsonNode feature : answer.get("features")) {
            JsonNode within = feature.get("properties");
            households.add(grouped(within.get("households").asLong()));
            pharmacies.add(grouped(within.get("facilities").path("药店").asLong()));
        }
        Locator rows = page.locator("[data-part=walk] tbody tr");
        expect(rows.first().locator("td")).hasText(households.toArray(String[]::new));
        Locator row = rows.filter(new Locator.FilterOptions().setHasText("药店"));
        expect(row.locator("td")).hasText(pharmacies.toArray(String[]::new));
    }

    @Test
    void saysThatNoWayIsNearAPlace() {
        Page page = map.open("#view=12,103.00000,30.20000&page=circle&at=103.000000,30.200000");
        page.locator("[data-part=walk] .said button").waitFor();
        expect(page.locator("[data-part=walk] .said")).containsText("附近没有可步行的道路");
        expect(page.locator("[data-part=walk] .said button")).hasText("重试");
        expect(page.locator("#status")).hasText("该位置不在任何网格内");
        expect(page.locator("[data-part=grid] h2")).hasCount(0);
        page.locator("#language").click();
        expect(page.locator("[data-part=walk] .said")).containsText("No way that can be walked");
    }

    @Test
    void listsWhatTheHomesOfAGridReachAndHowFarTheLimitsAreKnown() throws Exception {
        String code = place.at("/micro/code").asText();
        JsonNode answer = map.ask("/api/v1/circle?grid=" + code);
        Page page = map.open(view(16, "&grid=" + code));
        table(page, "grid");

        expect(page.locator("[data-part=grid] h2")).hasText(place.at("/micro/name").asText());
        expect(page.locator(".reach tbody tr")).hasCount(answer.get("categories").size());
        for (int i = 0; i < answer.get("categories").size(); i++) {
            JsonNode entry = answer.get("categories").get(i);
            Locator row = page.locator(".reach tbody tr").nth(i);
            expect(row).containsText(entry.get("name").asText());
            expect(row).containsText("≤ " + entry.get("limitMetres").asInt() + " 米");
            expect(row)
                    .containsText(
                            entry.get("figureStatus").asText().equals("SECOND_HAND") ? "转引" : "待核");
            expect(row)
                    .containsText(
                            entry.get("minutes").isNull()
                                    ? "60 分钟内不可达"
                                    : entry.get("nearest").asText());
            double share = entry.get("shareHouseholds").asDouble();
            if (share == 0 || share == 1) {
                expect(row.locator(".share")).hasText(share == 0 ? "0%" : "100%");
            }
        }
        String score = "%.1f".formatted(answer.get("score").asDouble());
        expect(page.locator(".score b")).hasText(score.replaceAll("\\.0$", ""));
        page.locator(".score summary").click();
        expect(page.locator(".score p")).containsText("Σ");
    }

    @Test
    void rollsUpToTheDistrictAndTellsHowEvenItIs() throws Exception {
        JsonNode answer = map.ask("/api/v1/circle?grid=510131");
        Page page = map.open(view(16, "&at=" + lon() + "," + lat()));
        table(page, "grid");
        expect(page.locator("[data-part=grid] h2")).hasText(place.at("/micro/name").asText());
        page.locator(".groups button").last().click();
        expect(page.locator("[data-part=grid] h2")).hasText(place.at("/district/name").asText());
        expect(page.locator(".groups [aria-pressed=true]")).isFocused();
        assertThat(page.url()).contains("group=DISTRICT");
        expect(page.locator(".equity tbody tr")).hasCount(answer.get("equity").size());
        String gini = "%.2f".formatted(answer.at("/equity/0/gini").asDouble());
        expect(page.locator(".equity tbody tr").first().locator("td").last()).hasText(gini);
    }

    @Test
    void savesTheFiguresOfAllGridsAsASpreadsheet() throws Exception {
        Page page = map.open(view(14, "&of=COMMUNITY&profile=elderly"));
        Download download =
                page.waitForDownload(() -> page.locator("#circle [data-part=sheet]").click());
        assertThat(download.suggestedFilename())
                .isEqualTo("circle-community-gb50180-elderly-distance.csv");
        assertThat(Files.readAllLines(download.path())).hasSize(94);
    }

    @Test
    void saysThatAStandardHasNoLimits() {
        Page page =
                map.open(
                        view(
                                16,
                                "&standard=commerce2021&rule=DISTANCE&unserved=yes&grid="
                                        + place.at("/micro/code").asText()));
        table(page, "grid");
        expect(page.locator("[data-part=choices] > .hint")).containsText("没有限值");
        expect(page.locator(".score")).containsText("不能给出得分");
        expect(page.locator(".reach .figure").first()).hasText("未知");
        expect(page.locator(".reach .share").first()).hasText("—");
        assertThat(inked(page, "unserved")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "MICRO, score, kindergarten",
        "GENERAL, share, bus-stop",
        "COMMUNITY, minutes, kindergarten"
    })
    void coloursGridsByWhatIsChosen(String level, String by, String category) throws Exception {
        String code = place.at("/" + level.toLowerCase(Locale.ROOT) + "/code").asText();
        JsonNode answer = map.ask("/api/v1/circle?grid=" + code);
        Page page =
                map.open(
                        view(
                                17,
                                NO_LINES + "&of=" + level + "&by=" + by + "&category=" + category));
        expect(page.locator(".sample").first()).isVisible();
        page.locator("#circle-legend summary").click();
        MapPage.drawn(page);
        page.waitForCondition(
                () -> middle(page).equals(SERVED.get(classOf(by, entry(answer, by, category)))));
    }

    private static int classOf(String by, double value) {
        return switch (by) {
            case "score" -> above(value, 20, 40, 60, 80, 90);
            case "share" -> above(value, 0.2, 0.4, 0.6, 0.8, 1);
            default -> 5 - above(value - 1e-9, 5, 10, 15, 20, 30);
        };
    }

    private static int above(double value, double... breaks) {
        int above = 0;
        for (double one : breaks) {
            above += value >= one ? 1 : 0;
        }
        return above;
    }

    private static double entry(JsonNode answer, String by, String category) {
        if (by.equals("score")) {
            return answer.get("score").asDouble();
        }
        for (JsonNode entry : answer.get("categories")) {
            if (entry.get("category").asText().equals(category)) {
                return entry.get(by.equals("share") ? "shareHouseholds" : "minutes").asDouble();
            }
        }
        throw new AssertionError("no category " + category);
    }

    @Test
    void theLegendNamesClassesAndByWhatTheyWereFound() throws Exception {
        Page page = map.open(view(14, "&by=minutes&category=primary-school"));
        Locator legend = page.locator("#circle-legend");
        expect(legend.locator("h3")).containsText("小学");
        expect(legend.locator("li"))
                .containsText(
                        new String[] {
                            "≤ 5", "5–10", "10–15", "15–20", "20–30", "> 30", "无住户", "60 分钟内不可达"
                        });
        JsonNode standard = map.ask("/api/v1/circle/standards").at("/standards/0");
        expect(legend).containsText(standard.get("name").asText());
        expect(legend).containsText(standard.get("version").asText());
        expect(legend).containsText("按步行距离 · 成人，1.2 米/秒");

        page.locator("#language").click();
        expect(legend).containsText(standard.get("nameEn").asText());
        expect(legend).containsText("Not within 60 minutes");
        page.locator("#pages [value=find]").click();
        expect(legend).isHidden();
    }

    @Test
    void marksTheHomesThatACategoryDoesNotServe() throws Exception {
        JsonNode homes = map.ask("/api/v1/circle/unserved?category=kindergarten");
        Page page = map.open(view(13, "&category=kindergarten"));
        assertThat(inked(page, "unserved")).isZero();
        page.locator("[name=unserved]").check();
        page.locator(".home-sample").waitFor();
        expect(page.locator("#circle-legend"))
                .containsText(
                        "没有幼儿园服务：%s 户，%s 处"
                                .formatted(
                                        grouped(homes.get("households").asLong()),
                                        grouped(homes.get("addresses").asLong())));
        assertThat(inked(page, "unserved")).isPositive();
        assertThat(page.url()).contains("unserved=yes");
    }

    @Test
    void restoresEverythingFromTheUrl() {
        String hash =
                view(14, "&standard=commerce2021&profile=elderly&rule=TIME&category=pharmacy")
                        + "&of=GENERAL&by=share&walk=no&unserved=yes";
        Page page = map.open(hash);
        expect(page.locator("[name=standard]")).hasValue("commerce2021");
        expect(page.locator("[name=profile]")).hasValue("elderly");
        expect(page.locator("[name=rule]")).hasValue("TIME");
        expect(page.locator("[name=category]")).hasValue("pharmacy");
        expect(page.locator("[name=of]")).hasValue("GENERAL");
        expect(page.locator("[name=by]")).hasValue("share");
        expect(page.locator("[name=walk]")).not().isChecked();
        expect(page.locator("[name=unserved]")).isChecked();
        assertThat(page.url()).endsWith(hash);
    }

    @Test
    void givesUpWhatIsNoLongerWanted() {
        String code = place.at("/micro/code").asText();
        Page page = map.blank(1280, 800);
        List<Route> held = new ArrayList<>();
        page.route("**/api/v1/circle?grid=" + code + "*profile=adult*", held::add);
        List<String> givenUp = new ArrayList<>();
        page.onRequestFailed(request -> givenUp.add(request.url()));
        map.go(page, view(16, "&grid=" + code));
        expect(page.locator("[data-part=grid] .said")).containsText("载入网格结果");
        choose(page, "profile", "elderly");
        table(page, "grid");
        expect(page.locator("[data-part=grid]")).containsText("老人");
        assertThat(held).hasSize(1);
        // Of the layer some may have been under way, too.
        assertThat(givenUp)
                .allMatch(url -> url.contains("profile=adult"))
                .filteredOn(url -> url.contains("/api/v1/circle?"))
                .hasSize(1);
    }

    @Test
    void asksAgainWhileTheServerIsBusyAndThenColours() {
        Page page = map.blank(1280, 800);
        List<String> refused = new ArrayList<>();
        page.route(
                "**/circle-micro/items?limit=1*",
                route -> {
                    if (refused.isEmpty()) {
                        refused.add(route.request().url());
                        route.fulfill(new Route.FulfillOptions().setStatus(503));
                    } else {
                        route.resume();
                    }
                });
        map.go(page, view(17, NO_LINES));
        expect(page.locator("[data-part=layer] .said").first()).containsText("计算中");
        expect(page.locator("[data-part=layer] .said").first())
                .isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(20_000));
        page.waitForCondition(() -> SERVED.contains(middle(page)));
    }

    @Test
    void saysThatSomeColoursAreMissing() {
        Page page = map.open(view(14, "").replace("page=circle", "page=find"));
        page.context().route("**/circle-micro/items?bbox*", Route::abort);
        page.locator("#pages [value=circle]").click();
        page.locator("#status[data-tone=bad]").waitFor();
        expect(page.locator("#status")).containsText("部分图层未能载入");
    }

    @Test
    void looksAtWhatIsInForceOnly() {
        Page page = map.open(view(16, "&time=" + Instant.now()));
        expect(page.locator("#circle .past")).isVisible();
        expect(page.locator("[data-part=choices]")).isHidden();
        expect(page.locator("[data-part=plan]")).isHidden();
        expect(page.locator("#circle-legend")).isHidden();
    }

    @Test
    void isUsableByKeyboardAlone() {
        Page page = map.open(view(16, "&lang=en"));
        page.locator("[name=by]").focus();
        page.keyboard().press("ArrowDown");
        page.waitForURL(Pattern.compile(".*by=share.*"));
        page.locator("#map").focus();
        page.keyboard().press("Enter");
        table(page, "grid");
        table(page, "walk");
        expect(page.locator("[data-part=walk] h2")).hasText("Isochrone on foot");
        page.keyboard().press("Escape");
        expect(page.locator("[data-part=grid] h2")).hasCount(0);
        expect(page.locator("[data-part=walk] h2")).hasCount(0);
    }

    @Test
    void putsMapLegendAndTablesOnPaper() {
        Page page = map.open(view(16, "&grid=" + place.at("/micro/code").asText()));
        table(page, "grid");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))");
        for (String onScreen :
                List.of("#search", "#pages", "#legend", "[data-part=choices]", "#language")) {
            expect(page.locator(onScreen)).isHidden();
        }
        for (String onPaper : List.of("#map", "#circle-legend", ".reach", ".score")) {
            expect(page.locator(onPaper)).isVisible();
        }
        assertThat(page.locator("#map").boundingBox().width).isBetween(600.0, 720.0);
        page.evaluate("() => dispatchEvent(new Event('afterprint'))");
    }

    @Test
    void fitsAPhone() {
        Page page = map.blank(390, 844);
        map.go(page, view(15, "&at=" + lon() + "," + lat()));
        table(page, "walk");
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat(page.locator("#map").boundingBox().height).isGreaterThan(200);
        expect(page.locator("#circle-legend div")).isHidden();
        page.locator("#circle-legend summary").click();
        expect(page.locator("#circle-legend div")).isVisible();
    }

    /** Waits for what the server may have to compute first. */
    private static void table(Page page, String part) {
        page.locator("[data-part=" + part + "] table").first().waitFor();
    }

    private static void choose(Page page, String name, String value) {
        page.locator("#circle [name=" + name + "]").selectOption(value);
    }

    /** How many pixels of a pane's canvases are not empty. */
    private static int inked(Page page, String pane) {
        return (Integer)
                page.evaluate(
                        """
                        (pane) => {
                          let inked = 0;
                          for (const canvas of document.querySelectorAll(`.leaflet-${pane}-pane canvas`)) {
                            const { width, height } = canvas;
                            const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
                            for (let i = 3; i < data.length; i += 4) {
                              inked += data[i] > 0;
                            }
                          }
                          return inked;
                        }
                        """,
                        pane);
    }

    /** The colour in the middle of the map, where {@link #place} is. */
    private static String middle(Page page) {
        try {
            BufferedImage picture =
                    ImageIO.read(new ByteArrayInputStream(page.locator("#map").screenshot()));
            int rgb = picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2) & 0xffffff;
            return "#%06x".formatted(rgb);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String view(int zoom, String more) {
        return "#view="
                + zoom
                + ","
                + lon().substring(0, 9)
                + ","
                + lat().substring(0, 8)
                + "&page=circle"
                + more;
    }

    private static String lon() {
        return "%.6f".formatted(place.at("/point/lon").asDouble());
    }

    private static String lat() {
        return "%.6f".formatted(place.at("/point/lat").asDouble());
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
