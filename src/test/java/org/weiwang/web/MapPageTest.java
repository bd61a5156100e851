package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.weiwang.web.MapPage.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("browser")
class MapPageTest {
    /** What the tiles look like, as an expression of the page. */
    private static final String PICTURE =
            "[...document.querySelectorAll('.leaflet-tile-container canvas')]"
                    + ".map((tile) => tile.toDataURL()).join()";

    private static MapPage map;

    /** An address of the demo county, and what the server answers to it. */
    private static String address;

    private static JsonNode answer;

    @BeforeAll
    static void start() throws Exception {
        map = new MapPage();
        address = MapPage.firstAddress();
        answer = map.lookup(address);
        assertThat(answer.at("/outcome").asText()).isEqualTo("INSIDE");
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
    void answersAnAddressWithItsGridsAndKeepsItOutOfTheUrl() {
        Page page = map.open("");
        search(page, address);

        expect(page.locator("#panel h2")).hasText(name("responsible"));
        expect(page.locator(".chain .name"))
                .hasText(
                        new String[] {
                            name("micro"),
                            name("general"),
                            name("community"),
                            name("town"),
                            name("district")
                        });
        expect(page.locator(".responders dd")).hasCount(answer.at("/responders").size());
        expect(page.locator("#status")).containsText(name("responsible"));
        expect(page.locator(".pin")).isVisible();
        assertThat(placeIn(page.url())[0]).isCloseTo(point("lon"), within(1e-6));
        assertThat(placeIn(page.url())[1]).isCloseTo(point("lat"), within(1e-6));
        assertThat(page.url())
                .doesNotContain(address)
                .doesNotContain(URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s,%s", "%s %s", " %s，  %s ", "东经%s北纬%s", "%2$s, %1$s"})
    void answersCoordinates(String form) {
        Page page = map.open("");
        search(page, form.formatted(lon(), lat()));
        expect(page.locator("#panel h2")).hasText(name("responsible"));
    }

    @Test
    void takesCoordinatesInTheDatumThatIsChosen() throws Exception {
        JsonNode shifted = map.lookup(point("lon"), point("lat"), "gcj02");
        Page page = map.open("");
        page.locator("#search [name=datum]").selectOption("gcj02");
        search(page, lon() + "," + lat());
        String place =
                "%.6f, %.6f"
                        .formatted(
                                shifted.at("/point/lon").asDouble(),
                                shifted.at("/point/lat").asDouble());
        expect(page.locator(".facts")).containsText(place);
    }

    @Test
    void answersAClickWithTheGridOfThatPoint() throws Exception {
        Page page = map.open(view(17));
        page.locator("#map").click(new Locator.ClickOptions().setPosition(400, 300).setForce(true));
        page.waitForURL(Pattern.compile(".*at=.*"));
        double[] at = placeIn(page.url());
        JsonNode there = map.lookup(at[0], at[1], "wgs84");
        expect(page.locator("#panel h2")).hasText(there.at("/responsible/name").asText());
    }

    @Test
    void opensAGridOfTheChainAndGoesBackToTheAnswer() throws Exception {
        Page page = map.open("");
        search(page, address);
        page.locator(".chain")
                .getByText(name("community"), new Locator.GetByTextOptions().setExact(true))
                .click();

        expect(page.locator("#panel h2")).hasText(name("community"));
        expect(page.locator("#panel h2")).isFocused();
        String code = answer.at("/community/code").asText();
        JsonNode community = map.ask("/api/v1/grids/" + code);
        expect(page.locator(".places .name")).hasCount(community.at("/children").size());
        page.waitForURL(Pattern.compile(".*grid=" + code + ".*"));

        page.goBack();
        expect(page.locator("#panel h2")).hasText(name("responsible"));
        page.goForward();
        expect(page.locator("#panel h2")).hasText(name("community"));
    }

    @Test
    void restoresEverythingFromTheUrl() {
        String hash = view(15) + "&lang=en&off=FACILITY,MICRO&at=" + lon() + "," + lat();
        Page page = map.open(hash);
        expect(page.locator("#panel h2")).hasText(name("responsible"));
        expect(page.locator("html")).hasAttribute("lang", "en");
        expect(page.locator("#level-MICRO")).not().isChecked();
        expect(page.locator("#level-FACILITY")).not().isChecked();
        expect(page.locator("#level-GENERAL")).isChecked();
        assertThat(page.url()).endsWith(hash);
    }

    @Test
    void listsTheAddressesOfAGridAPageAtATime() throws Exception {
        String code = answer.at("/community/code").asText();
        JsonNode addresses = map.ask("/api/v1/grids/" + code + "/addresses");
        Page page = map.open(view(15) + "&grid=" + code);
        expect(page.locator(".addresses li")).hasCount(0);

        page.locator(".addresses button").click();
        expect(page.locator(".addresses li")).hasCount(50);
        expect(page.locator(".addresses h3")).hasText("地址（" + addresses.at("/total").asInt() + "）");
        expect(page.locator(".addresses li").first())
                .containsText(addresses.at("/addresses/0/text").asText());
        page.locator(".addresses button").click();
        expect(page.locator(".addresses li")).hasCount(100);
        expect(page.locator(".addresses li").last())
                .containsText(addresses.at("/addresses/99/text").asText());
    }

    @Test
    void listsTheAddressesFromTheStartWhenWhatIsInForceHasChanged() {
        String code = answer.at("/community/code").asText();
        Page page = map.open(view(15) + "&grid=" + code);
        page.locator(".addresses button").click();
        expect(page.locator(".addresses li")).hasCount(50);
        String first = page.locator(".addresses li").first().textContent();
        refuse(page, "**/addresses?*token=*", 410, "gone");
        page.locator(".addresses button").click();
        expect(page.locator(".addresses button")).isEnabled();
        expect(page.locator(".addresses li")).hasCount(50);
        expect(page.locator(".addresses li").first()).hasText(first);
        expect(page.locator(".addresses [role=status]")).hasText("");
    }

    @Test
    void saysThatTheAddressesAreNotPlacedYet() {
        Page page = map.open(view(15) + "&grid=" + answer.at("/community/code").asText());
        refuse(page, "**/addresses?*", 404, "not-placed");
        page.locator(".addresses button").click();
        expect(page.locator(".addresses [role=status]")).containsText("尚未归入网格");
    }

    private static void refuse(Page page, String url, int status, String kind) {
        page.route(
                url,
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setStatus(status)
                                        .setContentType("application/problem+json")
                                        .setBody(
                                                "{\"type\": \"urn:weiwang:problem:%s\"}"
                                                        .formatted(kind))));
    }

    @Test
    void showsAddressesOutsideTheGridsOnlyWhenAsked() {
        String feature =
                """
                {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "1-1",
                    "geometry": {"type": "Point", "coordinates": [%s, %s]},
                    "properties": {"text": "<b>远路1号</b>"}}]}
                """
                        .formatted(lon(), lat());
        List<String> asked = new ArrayList<>();
        Page page = map.blank(1280, 800);
        page.context()
                .route(
                        "**/outside-addresses/items**",
                        route -> {
                            asked.add(route.request().url());
                            route.fulfill(
                                    new Route.FulfillOptions()
                                            .setContentType("application/geo+json")
                                            .setBody(feature));
                        });
        map.go(page, view(16));
        expect(page.locator("#level-OUTSIDE")).not().isChecked();
        assertThat(asked).isEmpty();
        Object before = picture(page);

        page.locator("[for=level-OUTSIDE]").click();
        page.waitForURL(Pattern.compile(".*on=OUTSIDE.*"));
        page.waitForFunction("before => " + PICTURE + " !== before", before);
        page.mouse().move(0, 0);
        tabTo(page, "#map");
        expect(page.locator("#hover")).containsText("<b>远路1号</b>（网格外地址）");
        assertThat(asked).isNotEmpty();
    }

    @Test
    void keepsTheUrlOfAQuestionThatFailed() {
        String hash = view(15) + "&at=" + lon() + "," + lat();
        Page page = map.blank(1280, 800);
        page.route(
                "**/api/v1/lookup**",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        map.go(page, hash);
        expect(page.locator("#status")).containsText("503");
        assertThat(page.url()).endsWith(hash);

        page.unroute("**/api/v1/lookup**");
        page.reload();
        expect(page.locator("#panel h2")).hasText(name("responsible"));
    }

    @Test
    void namesTheDistrictsFromAfarHoweverLateTheyAreKnown() {
        List<Route> held = new ArrayList<>();
        Page page = map.blank(1280, 800);
        page.route("**/api/v1/districts", held::add);
        map.go(page, view(9));
        held.forEach(Route::resume);
        expect(page.locator(".sign")).hasText(name("district"));
    }

    @Test
    void speaksChineseAndEnglish() {
        Page page = map.open("");
        expect(page.locator("html")).hasAttribute("lang", "zh-CN");
        expect(page.locator("#search [type=submit]")).hasText("查询");

        page.locator("#language").click();
        expect(page.locator("html")).hasAttribute("lang", "en");
        expect(page.locator("#search [type=submit]")).hasText("Find");
        expect(page.locator("[for=level-MICRO]")).hasText("Micro grid");
        assertThat(page.title()).contains("governance grids");
        assertThat(page.url()).contains("lang=en");
        search(page, address);
        expect(page.locator(".statement")).hasText("Inside the grid");

        page.locator("#language").click();
        expect(page.locator(".statement")).hasText("在网格内");
    }

    @Test
    void leadsToTheLayersInItsOwnLanguage() {
        Page page = map.open("");
        expect(page.locator("#legend a")).hasText("GIS 图层服务");
        page.locator("#language").click();
        expect(page.locator("#legend a")).hasText("Layers for GIS");
        page.locator("#legend a").click();
        page.waitForURL("**/ogc?lang=en");
        expect(page.locator("html")).hasAttribute("lang", "en");
        expect(page.locator("body")).containsText("GDAL");
        page.goBack();
        page.locator("#language").click();
        page.locator("#legend a").click();
        page.waitForURL("**/ogc?lang=zh");
        expect(page.locator("html")).hasAttribute("lang", "zh-CN");
    }

    @Test
    void isUsableByKeyboardAlone() {
        Page page = map.open(view(16));
        page.keyboard().press("/");
        expect(page.locator("[name=text]")).isFocused();
        tabTo(page, "#map");
        expect(page.locator("#crosshair")).isVisible();
        expect(page.locator("#hover")).containsText(name("micro"));

        page.keyboard().press("Enter");
        expect(page.locator("#panel h2")).hasText(name("responsible"));
        page.keyboard().press("Escape");
        expect(page.locator("#panel")).isHidden();
        assertThat(page.url()).doesNotContain("at=");

        String before = page.url();
        page.keyboard().press("ArrowRight");
        page.waitForURL(url -> !url.equals(before));
        page.keyboard().press("+");
        page.waitForURL(Pattern.compile(".*view=17,.*"));
    }

    @Test
    void goesOnNamingWhatIsAtTheCentreAfterZooming() {
        Page page = map.open(view(15));
        tabTo(page, "#map");
        expect(page.locator("#hover")).containsText(name("micro"));
        for (int zoom = 16; zoom <= 17; zoom++) {
            page.keyboard().press("+");
            page.waitForURL(Pattern.compile(".*view=" + zoom + ",.*"));
            MapPage.drawn(page);
            expect(page.locator("#hover")).containsText(name("micro"));
            expect(page.locator("#hover")).containsText(name("community"));
        }
    }

    @Test
    void saysWhatIsWrong() {
        Page page = map.open("");
        Locator status = page.locator("#status");
        expect(status).hasAttribute("role", "status");
        search(page, "火星路999号");
        expect(status).hasText("没有找到该地址，请核对路名、门牌号或小区名");
        search(page, "长".repeat(201));
        expect(status).hasText("地址应有 1 到 200 个字");
        search(page, "116.39,39.91");
        expect(status).hasText("该位置不在任何网格内");
        search(page, "  ");
        expect(status).hasText("请输入地址或坐标");

        page.route("**/api/v1/lookup**", Route::abort);
        search(page, address);
        expect(status).hasText("无法连接服务器，请检查网络后重试");
        page.unroute("**/api/v1/lookup**");
        search(page, address);
        expect(status).containsText(name("responsible"));
    }

    @Test
    void switchesLevels() {
        Page page = map.open(view(15));
        Object before = picture(page);
        page.locator("#level-MICRO").uncheck();
        page.waitForURL(Pattern.compile(".*off=MICRO.*"));
        page.waitForFunction("(before) => " + PICTURE + " !== before", before);
        page.locator("#level-MICRO").check();
        page.waitForFunction("(before) => " + PICTURE + " === before", before);
        assertThat(page.url()).doesNotContain("off=");
    }

    @Test
    void showsNamesAsTextWhateverTheyHold() {
        String name = "<img src=x onerror=alert(1)>";
        Page page = map.blank(1280, 800);
        page.context().route("**/{api,ogc}/**", route -> renameAll(route, name));
        map.go(page, view(15));
        expect(page.locator("#in-force tbody button").first()).hasText(name);
        search(page, address);
        expect(page.locator("#panel h2")).hasText(name);
        page.locator(".chain button").last().click();
        expect(page.locator(".places .name").first()).hasText(name);
        assertThat(page.locator("img[src=x]").count()).isZero();
        // A context that closes while a request is still being answered here is an error.
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    @Test
    void namesWhatIsPointedAtAsTextWhateverItHolds() {
        byte[] name = name("micro").getBytes(StandardCharsets.UTF_8);
        String markup = "<img src=x onerror=alert(1)>";
        String injected = markup + "-".repeat(Math.max(0, name.length - markup.length()));
        assertThat(injected).as("as long as the name that it replaces").hasSize(name.length);
        Page page = map.blank(1280, 800);
        page.context().route("**/micro-grids/tiles/**", route -> rename(route, name, injected));
        map.go(page, view(16));
        MapPage.pointAt(page, 0, 0);
        expect(page.locator("#hover")).containsText(injected);
        assertThat(page.locator("img[src=x]").count()).isZero();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    @Test
    void saysWhatIsPointedAtOnlyOnce() {
        Page page = map.open(view(17));
        MapPage.pointAt(page, 0, 0);
        expect(page.locator("#hover")).containsText(name("micro"));
        page.evaluate(
                """
                () => {
                  globalThis.said = 0;
                  new MutationObserver((changes) => { said += changes.length; })
                      .observe(document.querySelector('#hover'), { childList: true, subtree: true });
                }
                """);
        for (int by = 1; by <= 3; by++) {
            MapPage.pointAt(page, 0, by % 2);
            page.evaluate(
                    "() => new Promise((then) =>"
                            + " requestAnimationFrame(() => requestAnimationFrame(then)))");
        }
        expect(page.locator("#hover")).containsText(name("micro"));
        assertThat(page.evaluate("() => said")).isEqualTo(0);
    }

    @Test
    void fitsAPhone() {
        Page page = map.blank(390, 844);
        map.go(page, "");
        search(page, address);
        expect(page.locator("#panel h2")).hasText(name("responsible"));
        expect(page.locator("#panel h2")).isInViewport();
        expect(page.locator(".pin")).isInViewport();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
    }

    private static Object picture(Page page) {
        return page.evaluate("() => " + PICTURE);
    }

    private static void search(Page page, String text) {
        page.locator("[name=text]").fill(text);
        page.locator("[name=text]").press("Enter");
    }

    /** The place asked about, longitude first, as the hash has it. */
    private static double[] placeIn(String url) {
        String[] place = url.replaceAll(".*at=([^&]*).*", "$1").split(",");
        return new double[] {Double.parseDouble(place[0]), Double.parseDouble(place[1])};
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 30; i++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("(it) => document.activeElement.matches(it)", selector)) {
                return;
            }
        }
        throw new AssertionError(selector + " is not reached by Tab");
    }

    /** The server's own answer, but for the names in it, where it is JSON. */
    private static void renameAll(Route route, String name) {
        APIResponse response = route.fetch();
        if (!response.headers().getOrDefault("content-type", "").contains("json")) {
            route.fulfill(new Route.FulfillOptions().setResponse(response));
            return;
        }
        String body =
                response.text().replaceAll("\"name\":\"[^\"]*\"", "\"name\":\"" + name + "\"");
        route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(body));
    }

    /** The server's own tile, but for a name in it, which must be as long. */
    private static void rename(Route route, byte[] name, String other) {
        APIResponse response = route.fetch();
        String body = new String(response.body(), StandardCharsets.ISO_8859_1);
        String renamed = body.replace(new String(name, StandardCharsets.ISO_8859_1), other);
        route.fulfill(
                new Route.FulfillOptions()
                        .setResponse(response)
                        .setBodyBytes(renamed.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String name(String member) {
        return answer.at("/" + member + "/name").asText();
    }

    private static double point(String axis) {
        return answer.at("/point/" + axis).asDouble();
    }

    private static String lon() {
        return String.format(Locale.ROOT, "%.6f", point("lon"));
    }

    private static String lat() {
        return String.format(Locale.ROOT, "%.6f", point("lat"));
    }

    private static String view(int zoom) {
        return String.format(Locale.ROOT, "#view=%d,%.5f,%.5f", zoom, point("lon"), point("lat"));
    }
}
