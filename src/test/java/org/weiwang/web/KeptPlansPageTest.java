package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.SmallService;
import org.weiwang.access.Role;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.Village;
import org.weiwang.geo.LonLat;

/** Plans that planners keep for each other, in {@link Village} with a school. */
@Tag("browser")
class KeptPlansPageTest {
    /** Serves the 40 households of 乙2号. */
    private static final String KINDERGARTEN = "新幼儿园";

    /** Takes it from the 10 of 甲1号. */
    private static final String NO_SCHOOL = "撤小学";

    @TempDir private Path folder;
    @TempDir private Path data;
    private SmallService service;
    private MapPage map;

    @BeforeEach
    void start() throws Exception {
        service =
                new SmallService(data)
                        .startWithCircle(
                                Village.in(folder).withFacility("S", "西小学", "小学", "", 0.3, 0.5),
                                folder);
        map = new MapPage(service.uri());
    }

    @AfterEach
    void stop() {
        map.close();
        service.close();
    }

    @Test
    void plansAreKeptOpenedComparedAndDeleted() throws Exception {
        Page page = map.open(view(kindergarten()));
        Locator kept = page.locator("[data-part=kept]");
        expect(page.locator("[data-category=kindergarten] .gained")).hasText("+40");
        expect(kept).isHidden();
        signIn(page);
        kept.locator("> summary").click();
        expect(kept).containsText("还没有保存的方案");

        keep(page, KINDERGARTEN);
        page.locator("dialog").waitFor(gone());
        expect(kept.locator("li b")).hasText(new String[] {KINDERGARTEN});
        expect(kept.locator("li").first()).containsText("新设 1，迁移 0，关闭 0，道路 0");
        keep(page, KINDERGARTEN);
        expect(page.locator("dialog [role=alert]")).hasText("已有同名的方案，请换一个名称");
        page.locator("dialog .plain").click();

        page.navigate(service.uri().resolve("/" + view("&plan=c,510999-S")).toString());
        page.reload();
        expect(page.locator("[data-category=primary-school] .lost")).hasText("−10");
        kept.locator("> summary").click();
        keep(page, NO_SCHOOL);
        expect(kept.locator("li b")).hasText(new String[] {NO_SCHOOL, KINDERGARTEN});

        List<Request> givenUp = new ArrayList<>();
        page.onRequestFailed(givenUp::add);
        List<Route> held = new ArrayList<>();
        page.route(
                Pattern.compile(".*/circle/scenarios/[0-9]+"),
                route -> {
                    if (held.isEmpty()) {
                        held.add(route);
                    } else {
                        route.resume();
                    }
                });
        row(page, NO_SCHOOL).locator("button:has-text('打开')").click();
        expect(kept.locator("> .said").first()).containsText("载入");
        page.waitForCondition(() -> !held.isEmpty());
        row(page, KINDERGARTEN).locator("button:has-text('打开')").click();
        page.waitForURL(Pattern.compile(".*plan=a,.*"));
        page.waitForCondition(() -> !givenUp.isEmpty());
        page.goBack();
        page.waitForURL(Pattern.compile(".*plan=c,.*"));
        page.goForward();
        page.waitForURL(Pattern.compile(".*plan=a,.*"));
        expect(page.locator(".planned .name")).hasText("新设幼儿园：东园");
        expect(page.locator("[data-category=kindergarten] .gained")).hasText("+40");
        assertThat(page.url()).doesNotContain("plan=c").contains("standard=gb50180");

        kept.locator("[type=checkbox]").first().check();
        kept.locator("[type=checkbox]").last().check();
        kept.locator("button:has-text('对比所选 2 个方案')").click();
        Locator compared = page.locator(".compared");
        expect(compared.locator("thead th"))
                .hasText(new String[] {"类别", "现状", NO_SCHOOL, KINDERGARTEN});
        Locator school = compared.locator("tbody tr:has-text('小学')");
        expect(school.locator(".gained")).hasText(new String[] {"+0", "+0"});
        expect(school.locator(".lost")).hasText(new String[] {"−10", "−0"});
        Locator kindergarten = compared.locator("tbody tr:has-text('幼儿园')");
        expect(kindergarten.locator(".gained")).hasText(new String[] {"+0", "+40"});
        assertThat(saved(page, compared.locator("button:has-text('CSV')"), "方案对比.csv"))
                .contains(NO_SCHOOL)
                .contains(KINDERGARTEN);
        expect(compared.locator(".by-what")).containsText("按步行距离");
        page.locator("[name=rule]").selectOption("TIME");
        expect(compared.locator(".by-what")).containsText("按步行时间");
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        saved(page, compared.locator("button:has-text('CSV')"), "方案对比.csv");
        assertThat(asked).anyMatch(url -> url.contains("rule=time") && url.contains("format=csv"));
        assertThat(saved(page, row(page, NO_SCHOOL).locator("button:has-text('CSV')"), "撤小学.csv"))
                .contains("primary-school");
        Locator geoJson = row(page, NO_SCHOOL).locator("button:has-text('GeoJSON')");
        assertThat(saved(page, geoJson, "撤小学.geojson")).contains("CLOSED").contains("西小学");

        row(page, NO_SCHOOL).locator("button:has-text('删除')").click();
        expect(page.locator("dialog h2")).hasText("删除“撤小学”？");
        page.locator("dialog .grave").click();
        expect(kept.locator("li b")).hasText(new String[] {KINDERGARTEN});
        expect(compared).hasCount(0);
    }

    @Test
    void aKeptPlanIsRenamedOrReplacedUnlessSomebodyElseWasFaster() throws Exception {
        Page page = map.open(view(kindergarten()));
        signIn(page);
        page.locator("[data-part=kept] > summary").click();
        keep(page, KINDERGARTEN);
        change(page, KINDERGARTEN, "东头幼儿园", false);
        page.locator("dialog").waitFor(gone());
        expect(row(page, "东头幼儿园")).containsText("新设 1");

        page.locator(".take").click();
        page.locator("[data-part=effects] article").waitFor(gone());
        row(page, "东头幼儿园").locator("button:has-text('修改')").click();
        expect(page.locator("dialog [name=whole]")).isDisabled();
        Page other = page.context().newPage();
        other.navigate(service.uri().resolve("/" + view("&plan=c,510999-S")).toString());
        signIn(other);
        other.locator("[data-part=kept] > summary").click();
        change(other, "东头幼儿园", "东头幼儿园", true);
        expect(row(other, "东头幼儿园")).containsText("关闭 1");
        page.locator("dialog .primary").click();
        expect(page.locator("dialog [role=alert]")).containsText("他人刚刚修改了这个方案");
        page.locator("dialog .plain").click();
        expect(row(page, "东头幼儿园")).containsText("关闭 1");

        page.route(
                Pattern.compile(".*/circle/scenarios/[0-9]+"),
                route -> {
                    APIResponse answer = route.fetch();
                    String body = answer.text().replace("gb50180", "gb-gone");
                    route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body));
                });
        row(page, "东头幼儿园").locator("button:has-text('打开')").click();
        page.waitForURL(Pattern.compile(".*plan=c,.*"));
        expect(page.locator("[data-part=kept]")).containsText("gb-gone（步行者 adult）已不再提供");
    }

    private static void keep(Page page, String name) {
        page.locator("[data-part=kept] .actions .primary").click();
        page.locator("dialog [name=name]").fill(name);
        page.locator("dialog .primary").click();
    }

    private static void change(Page page, String name, String next, boolean whole) {
        row(page, name).locator("button:has-text('修改')").click();
        page.locator("dialog [name=name]").fill(next);
        page.locator("dialog [name=whole]").setChecked(whole);
        page.locator("dialog .primary").click();
    }

    @Test
    void onlyPlannersMayHaveSitesSearchedForLonger() throws Exception {
        Page page = map.open(view(kindergarten()));
        List<String> asked = new ArrayList<>();
        page.route(
                "**/api/v1/circle/siting*",
                route -> {
                    asked.add(route.request().postData());
                    asIfTimeWereOver(route);
                });
        page.locator("[data-part=siting] > summary").click();
        page.locator("[name=sites]").fill("1");
        page.locator("[data-part=siting] [type=submit]").click();
        expect(page.locator(".proposal")).containsText("时限已到");
        Locator longer = page.locator(".proposal button:has-text('多找一会儿')");
        expect(longer).hasCount(0);
        signIn(page);
        expect(longer).hasCount(1);
        page.locator("[name=sites]").fill("");
        longer.click();
        page.waitForCondition(() -> asked.size() == 2);
        // What was asked for, whatever the form says by now.
        assertThat(asked.get(1)).contains("\"sites\":1").contains("\"seconds\":120");
        page.locator(".proposal").waitFor();
    }

    private static void asIfTimeWereOver(Route route) {
        String complete = "\"complete\":true";
        String answer = route.fetch().text();
        assertThat(answer).contains(complete);
        route.fulfill(
                new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(answer.replace(complete, "\"complete\":false")));
    }

    private static Locator row(Page page, String name) {
        return page.locator(".kept li:has(b:text-is('" + name + "'))");
    }

    private static String saved(Page page, Locator button, String name) throws Exception {
        Download download = page.waitForDownload(button::click);
        assertThat(download.suggestedFilename()).isEqualTo(name);
        return Files.readString(download.path());
    }

    private static void signIn(Page page) {
        MapPage.signIn(page, SmallService.secret(Role.PLANNER));
        expect(page.locator("#session .who")).containsText("规划员");
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    private static String kindergarten() throws Exception {
        LonLat place = SmallHandOver.place(1.8, 0.5);
        return String.format(Locale.ROOT, "&plan=a,%.6f,%.6f,幼儿园%%0A东园", place.lon(), place.lat());
    }

    private static String view(String plan) throws Exception {
        LonLat middle = SmallHandOver.place(1, 0.5);
        return String.format(
                Locale.ROOT,
                "#view=15,%.5f,%.5f&page=circle&walk=no%s",
                middle.lon(),
                middle.lat(),
                plan);
    }
}
