package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the page finds addresses: suggestions, how it was found, what may be meant. */
@Tag("browser")
class AddressPageTest {
    private static final String ROAD = "蒲江县鹤山街道魁星路";
    private static final String HOME = ROAD + "410号世纪小区1栋1单元";

    /** There is no such number, and its neighbours are in several grids. */
    private static final String UNCERTAIN = "魁星路411号";

    private static MapPage map;

    @BeforeAll
    static void start() throws Exception {
        map = new MapPage();
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
    void suggestsWhileOneTypesAndTakesKeysAlone() {
        Page page = map.open("");
        page.keyboard().press("/");
        page.keyboard().type("魁星");
        Locator box = box(page);
        expect(options(page).first()).containsText(ROAD);
        expect(box).hasAttribute("aria-expanded", "true");
        page.keyboard().press("ArrowDown");
        expect(box).hasAttribute("aria-activedescendant", "suggestions-0");
        expect(options(page).first()).hasAttribute("aria-selected", "true");

        // A name goes on, an address is looked up.
        page.keyboard().press("Enter");
        expect(box).hasValue(ROAD);
        expect(box).isFocused();
        page.keyboard().type("410号世纪小区1栋");
        expect(options(page)).hasText(new String[] {HOME});
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        expect(box).hasValue(HOME);
        expect(page.locator("#panel h2")).hasText("世纪小区1–2栋微网格");
        expect(page.locator("#suggestions")).isHidden();
        expect(page.locator(".asked")).hasText(HOME);
    }

    @Test
    void takesTheMouse() {
        Page page = map.open("");
        box(page).fill("魁星路410");
        options(page).getByText(HOME).click();
        expect(page.locator("#panel h2")).hasText("世纪小区1–2栋微网格");
        expect(box(page)).hasValue(HOME);
    }

    @Test
    void escAndTabCloseTheListAlone() {
        Page page = map.open("");
        search(page, HOME);
        expect(page.locator("#panel h2")).isVisible();
        box(page).fill("魁星");
        expect(options(page).first()).isVisible();
        page.keyboard().press("Escape");
        expect(page.locator("#suggestions")).isHidden();
        expect(page.locator("#panel h2")).isVisible();
        page.keyboard().press("ArrowDown");
        expect(options(page).first()).isVisible();
        page.keyboard().press("Tab");
        expect(page.locator("#suggestions")).isHidden();
        expect(box(page)).hasValue("魁星");
    }

    @Test
    void eachKeystrokeGivesUpTheRequestBefore() {
        Page page = map.open("#view=14,103.50000,30.20000");
        List<Route> held = new ArrayList<>();
        List<String> given = new ArrayList<>();
        page.onRequestFailed(request -> given.add(request.url()));
        page.route("**/api/v1/addresses?*", held::add);
        box(page).fill("魁");
        page.waitForCondition(() -> held.size() == 1);
        assertThat(held.get(0).request().url()).contains("lon=103.5").contains("lat=30.2");
        box(page).fill("魁星");
        page.waitForCondition(() -> held.size() == 2 && given.size() == 1);
        held.get(1).resume();
        expect(options(page).first()).containsText(ROAD);
    }

    @Test
    void marksWhatIsWrongAndSaysHowItWasFound() throws Exception {
        String text = "蒲江县鹤山街道奎星路410号世纪小区1栋1单元502";
        JsonNode answer = map.lookup(text);
        assertThat(answer.at("/match").asText()).isEqualTo("PARTIAL");
        Page page = map.open("");
        search(page, text);
        expect(page.locator(".found .match")).containsText("部分相符");
        expect(page.locator(".asked")).hasText(text);
        expect(page.locator(".asked mark")).hasText(new String[] {"奎星路", "502"});
        expect(page.locator(".stored")).containsText(HOME);
        expect(page.locator(".elements dd")).hasCount(answer.at("/elements").size());
        expect(page.locator(".elements")).containsText("奎星路 → 魁星路已改正");
        expect(page.locator(".elements")).containsText("502未核对");
        expect(page.locator(".faults li")).hasCount(answer.at("/faults").size());
        expect(page.locator(".candidates")).hasCount(0);

        page.locator("#language").click();
        expect(page.locator(".elements")).containsText("corrected");
        expect(page.locator(".faults")).containsText("not on record in such detail");
    }

    @Test
    void letsOneChooseAmongSeveralByTheirNumbers() throws Exception {
        JsonNode candidates = map.lookup(UNCERTAIN).at("/candidates");
        Page page = map.open("");
        search(page, UNCERTAIN);
        expect(page.locator(".candidates li")).hasCount(candidates.size());
        expect(page.locator(".choice")).hasCount(candidates.size());
        expect(page.locator(".candidates li").nth(1))
                .containsText(candidates.at("/1/responsible/name").asText());
        expect(page.locator(".certain")).containsText("网格不能确定");
        expect(page.locator("#status")).containsText("部分相符");
        expect(page.locator("#panel h2")).isFocused();

        page.keyboard().press("2");
        expect(page.locator(".asked")).hasText(candidates.at("/1/text").asText());
        expect(page.locator("#panel h2")).hasText(candidates.at("/1/responsible/name").asText());
        expect(page.locator(".choice")).hasCount(0);
        expect(page.locator(".pin")).isVisible();
    }

    @Test
    void saysWhereTheGridIsCertainThoughTheHouseIsNot() {
        Page page = map.open("");
        search(page, "魁星路410号");
        expect(page.locator("#panel h2")).hasText("世纪小区1–2栋微网格");
        expect(page.locator(".certain")).containsText("门牌未定，网格确定");
        expect(page.locator(".responders dt").first()).hasText("微网格长");
        assertThat(page.url()).doesNotContain("at=");
        page.locator(".choice").first().click();
        expect(page.locator(".pin")).isVisible();
    }

    @Test
    void saysWhatIsNotFound() {
        Page page = map.open("");
        search(page, "天涯海角");
        expect(page.locator("#panel h2")).hasText("没有找到该地址，请核对路名、门牌号或小区名");
        expect(page.locator(".faults")).containsText("无法识别");
        expect(page.locator(".asked mark")).hasText("天涯海角");
    }

    @Test
    void namesTheGridsAcrossACloseBoundary() throws Exception {
        JsonNode nearby =
                map.ask("/api/v1/lookup?address=" + encoded(HOME) + "&nearby=true").at("/nearby");
        assertThat(nearby).isNotEmpty();
        Page page = map.open("");
        search(page, HOME);
        expect(page.locator(".nearby li")).hasCount(nearby.size());
        expect(page.locator(".nearby li").first())
                .containsText(
                        "距 %s 米"
                                .formatted(
                                        nearby.at("/0/metres")
                                                .decimalValue()
                                                .stripTrailingZeros()
                                                .toPlainString()));
        page.locator(".nearby button").first().click();
        expect(page.locator("#panel h2")).hasText(nearby.at("/0/name").asText());
    }

    @Test
    void copiesHowItWasFoundToo() {
        Page page = map.open("");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        search(page, UNCERTAIN);
        page.locator(".copy").click();
        expect(page.locator(".card footer [role=status]")).hasText("已复制");
        assertThat((String) page.evaluate("() => navigator.clipboard.readText()"))
                .contains("所查：" + UNCERTAIN)
                .contains("没有这个号")
                .contains("1. " + HOME + "：世纪小区1–2栋微网格 (510131001001001001)");
    }

    @Test
    void aDatumIsOfPositionsAlone() {
        Page page = map.open("");
        page.locator("#search [name=datum]").selectOption("bd09");
        search(page, HOME);
        expect(page.locator("#panel h2")).hasText("世纪小区1–2栋微网格");
        search(page, "东经103.5028953 北纬30.1961031");
        page.waitForURL(Pattern.compile(".*at=103\\.49.*"));
    }

    @Test
    void keepsTheLastLookUpsInTheBrowser() {
        Page page = map.open("");
        Locator recent = page.locator("#recent");
        expect(recent).isHidden();
        search(page, UNCERTAIN);
        expect(recent.locator("li")).hasCount(1);
        search(page, HOME);
        expect(recent.locator("li")).hasCount(2);
        search(page, UNCERTAIN);
        expect(recent.locator("li button")).hasText(new String[] {UNCERTAIN, HOME});
        page.reload();
        expect(recent.locator("summary")).hasText("本机最近查询（2）");
        recent.locator("summary").click();
        expect(recent).containsText("只保存在这台设备");
        expect(recent.locator("li").first()).containsText("网格未定");
        expect(recent.locator("li").last()).containsText("世纪小区1–2栋微网格");

        recent.locator("li button").last().click();
        expect(page.locator(".asked")).hasText(HOME);
        recent.locator(".clear").click();
        expect(recent).isHidden();
        page.reload();
        expect(page.locator("#panel h2")).isVisible();
        expect(recent).isHidden();
        assertThat(page.evaluate("() => localStorage.length")).isEqualTo(0);
    }

    @Test
    void keepsNothingWhereTheBrowserDoesNot() {
        Page page = map.blank(1280, 800);
        page.addInitScript(
                "Object.defineProperty(window, 'localStorage', { get() {"
                        + " throw new DOMException('denied', 'SecurityError'); } });");
        map.go(page, "");
        search(page, HOME);
        expect(page.locator("#panel h2")).hasText("世纪小区1–2栋微网格");
        expect(page.locator("#recent")).isHidden();
    }

    private static Locator box(Page page) {
        return page.locator("[name=text]");
    }

    private static Locator options(Page page) {
        return page.locator("#suggestions [role=option]");
    }

    private static void search(Page page, String text) {
        box(page).fill(text);
        box(page).press("Enter");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
