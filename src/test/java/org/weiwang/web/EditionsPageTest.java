package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.SmallService;
import org.weiwang.access.Role;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.ZippedHandOver;

/** What planners and publishers do on the page: sign in, upload, publish, roll back, compare. */
@Tag("browser")
class EditionsPageTest {
    /** Both micro grids of the small district. */
    private static final String VIEW = "#view=15,103.5101,30.1935&page=editions";

    /** In the ground that changes hands when the district is redrawn. */
    private static final String CONTESTED = "103.5152,30.1935";

    @TempDir private Path folder;
    @TempDir private Path data;
    private SmallService service;
    private MapPage map;

    @BeforeEach
    void start() throws Exception {
        service = new SmallService(data).startWith(folder);
        map = new MapPage(service.uri());
    }

    @AfterEach
    void stop() {
        map.close();
        service.close();
    }

    @Test
    void signsInWithATokenThatIsGoodAndSaysThatAWrongOneIsNot() {
        Page page = map.open(VIEW);
        expect(editions(page)).hasCount(1);
        expect(page.locator(".edition button.primary")).hasCount(0);
        MapPage.signIn(page, "wwt_wrong");
        expect(page.locator("dialog [role=alert]")).hasText("令牌无效或已过期，请核对");
        page.locator("dialog input").fill(SmallService.secret(Role.PUBLISHER));
        page.locator("dialog .primary").click();
        expect(page.locator("dialog")).hasCount(0);
        expect(page.locator(".who")).containsText("发布员");
        expect(page.locator("#upload")).isVisible();

        page.reload();
        expect(page.locator(".who")).containsText("发布员");
        assertThat(page.url()).doesNotContain("wwt_");
        page.locator("#session button").click();
        expect(page.locator(".who")).hasCount(0);
        expect(page.locator("#upload")).isHidden();
        assertThat(page.evaluate("() => sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void aNewEditionIsUploadedPublishedComparedAndRolledBack() throws Exception {
        new SmallHandOver(folder).redrawn().write();
        Page page = map.open(VIEW);
        MapPage.signIn(page, SmallService.secret(Role.PUBLISHER));
        page.locator("#upload summary").click();
        page.locator("[name=zip]").setInputFiles(payload(ZippedHandOver.of(folder)));
        page.locator("#upload .primary").click();
        expect(page.locator("#upload [role=status]")).hasText("已保存为草稿 510999-2");
        expect(page.locator("#upload tbody tr")).hasCount(5);

        Locator draft = edition(page, "510999-2");
        expect(draft.locator(".badge")).hasText("草稿");
        draft.locator("button.primary").click();
        expect(page.locator("dialog h2")).hasText("发布试验县第 2 版");
        expect(page.locator("dialog dd").first()).containsText("510999-2");
        expect(page.locator("dialog dd").last()).containsText("510999-1");
        page.locator("dialog .primary").click();
        expect(page.locator("#editions-said")).hasText("第 2 版已生效");
        expect(draft.locator(".badge")).hasText("现行");
        expect(edition(page, "510999-1").locator(".badge")).hasText("已退役");
        ask(page);
        expect(page.locator("#panel h2")).hasText("甲微网格");
        expect(page.locator(".facts")).containsText("510999-2");

        page.locator("#pages [value=editions]").click();
        edition(page, "510999-1").locator("button.primary").click();
        expect(page.locator("dialog h2")).hasText("试验县退回到第 1 版");
        page.locator("dialog .primary").click();
        expect(page.locator("#editions-said")).hasText("第 1 版已生效");
        page.locator("#pages [value=find]").click();
        expect(page.locator("#panel h2")).hasText("乙微网格");
        expect(page.locator(".facts")).containsText("510999-1");
    }

    @Test
    void whatIsWrongWithAHandOverIsListed() throws Exception {
        new SmallHandOver(folder).withMicroGrid("<b>X</b>", "nowhere", -1).write();
        Page page = map.open(VIEW);
        MapPage.signIn(page, SmallService.secret(Role.PLANNER));
        page.locator("#upload summary").click();
        page.locator("[name=zip]").setInputFiles(payload(ZippedHandOver.of(folder)));
        page.locator("#upload .primary").click();
        expect(page.locator("#upload [role=status]")).hasText("资料未被接受，未写入任何内容");
        expect(page.locator(".faults li").first()).containsText("micro-grids.shp");
        expect(editions(page)).hasCount(1);
    }

    @Test
    void thatTheServerHasNoRoomIsSaid() throws Exception {
        Page page = map.open(VIEW);
        MapPage.signIn(page, SmallService.secret(Role.PLANNER));
        page.route(
                url -> url.contains("/api/v1/editions?"),
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setStatus(507)
                                        .setContentType("application/problem+json")
                                        .setBody("{\"type\": \"urn:weiwang:problem:no-room\"}")));
        page.locator("#upload summary").click();
        page.locator("[name=zip]").setInputFiles(payload(ZippedHandOver.of(folder)));
        page.locator("#upload .primary").click();
        expect(page.locator("#upload [role=status]")).containsText("服务器磁盘空间不足");
    }

    @Test
    void publishingAtATimeChangesNothingBefore() throws Exception {
        draft();
        Page page = map.open(VIEW);
        MapPage.signIn(page, SmallService.secret(Role.PUBLISHER));
        edition(page, "510999-2").locator("button.primary").click();
        page.locator("dialog [value=later]").check();
        page.locator("dialog [name=effectiveFrom]").fill("2099-01-01T08:00");
        page.locator("dialog .primary").click();
        expect(page.locator("#editions-said")).containsText("第 2 版将于 2099年1月1日");
        expect(edition(page, "510999-2").locator(".badge")).hasText("待生效");
        expect(edition(page, "510999-1").locator(".badge")).hasText("现行");
    }

    @Test
    void whoseDialogIsOutOfDateIsToldWhatIsInForce() throws Exception {
        draft();
        draft();
        Page page = map.open(VIEW);
        MapPage.signIn(page, SmallService.secret(Role.PUBLISHER));
        Locator second = edition(page, "510999-2");
        Locator replaced = page.locator("dialog dd").last();
        second.locator("button.primary").click();
        expect(replaced).containsText("510999-1");
        publish("510999-3");
        page.locator("dialog .primary").click();
        expect(page.locator("dialog [role=alert]")).containsText("现在：510999-3");
        page.locator("dialog footer .plain").click();

        page.locator("#language").click();
        second.locator("button.primary").click();
        expect(replaced).containsText("510999-3");
        publish("510999-1");
        page.locator("dialog .primary").click();
        expect(page.locator("dialog [role=alert]")).containsText("now: 510999-1");
        page.locator("dialog footer .plain").click();

        second.locator("button.primary").click();
        expect(replaced).containsText("510999-1");
        page.locator("dialog .primary").click();
        expect(second.locator(".badge")).hasText("In force");
    }

    @Test
    void whatIsReplacedAtATimeIsWhatIsScheduledByThen() throws Exception {
        draft();
        draft();
        publish("510999-2", "2099-01-01T00:00:00Z");
        Page page = map.open(VIEW);
        MapPage.signIn(page, SmallService.secret(Role.PUBLISHER));
        edition(page, "510999-3").locator("button.primary").click();
        Locator replaced = page.locator("dialog dd").last();
        expect(replaced).containsText("510999-1");
        page.locator("dialog [value=later]").check();
        page.locator("dialog [name=effectiveFrom]").fill("2098-12-01T00:00");
        expect(replaced).containsText("510999-1");
        page.locator("dialog [name=effectiveFrom]").fill("2099-02-01T00:00");
        expect(replaced).containsText("510999-2");
        publish("510999-1", "2099-01-15T00:00:00Z");
        page.locator("dialog .primary").click();
        expect(page.locator("dialog [role=alert]")).containsText("届时：510999-1");
        page.locator("dialog footer .plain").click();

        edition(page, "510999-3").locator("button.primary").click();
        page.locator("dialog [value=later]").check();
        page.locator("dialog [name=effectiveFrom]").fill("2099-02-01T00:00");
        expect(replaced).containsText("510999-1");
        page.locator("dialog .primary").click();
        expect(edition(page, "510999-3").locator(".badge")).hasText("待生效");
    }

    @Test
    void aDraftIsDeletedAfterAsking() throws Exception {
        draft();
        Page page = map.open(VIEW);
        MapPage.signIn(page, SmallService.secret(Role.PLANNER));
        expect(page.locator(".edition button.primary")).hasCount(0);
        edition(page, "510999-2").getByText("删除…").click();
        page.locator("dialog footer .plain").click();
        expect(editions(page)).hasCount(2);
        edition(page, "510999-2").getByText("删除…").click();
        page.locator("dialog .grave").click();
        expect(editions(page)).hasCount(1);
        expect(page.locator("#editions-said")).hasText("第 2 版草稿已删除");
    }

    @Test
    void showsThePastAndSaysSo() throws Exception {
        draft();
        publish("510999-2");
        Page page = map.open(VIEW);
        edition(page, "510999-1").getByText("查看当时").click();
        expect(page.locator("#past")).containsText("并非现行网格");
        MapPage.drawn(page);
        ask(page);
        expect(page.locator("#panel h2")).hasText("乙微网格");
        expect(page.locator(".facts")).containsText("510999-1");
        page.waitForURL(Pattern.compile(".*time=.*"));
        page.locator("#past button").click();
        expect(page.locator("#past")).isHidden();
        expect(page.locator("#panel h2")).hasText("甲微网格");
        assertThat(page.url()).doesNotContain("time=");
        page.goBack();
        expect(page.locator("#past")).isVisible();
        expect(page.locator("#panel h2")).hasText("乙微网格");
    }

    @Test
    void whatIsPublishedElsewhereReplacesAllOfTheMap() throws Exception {
        draft();
        Page page = map.open("#view=17,103.5152,30.1935");
        MapPage.pointAt(page, 0, 0);
        expect(page.locator("#hover")).containsText("乙微网格");
        publish("510999-2");
        // What is in the middle is there already; what comes into sight is of the other edition.
        page.locator(".leaflet-control-zoom-out").click();
        page.waitForURL(url -> url.contains("view=16"));
        MapPage.pointAt(page, 0, 0);
        expect(page.locator("#hover")).containsText("甲微网格");
    }

    @Test
    void comparesTwoEditions() throws Exception {
        draft();
        Page page = map.open(VIEW);
        MapPage.signIn(page, SmallService.secret(Role.PLANNER));
        edition(page, "510999-2").getByText("与现行对比").click();
        Locator outcome = page.locator("#compare .outcome");
        expect(outcome.locator("[data-change=RESHAPED] [data-level=MICRO]")).hasText("2");
        expect(outcome.locator("[data-change=RENAMED] [data-level=MICRO]")).hasText("1");
        expect(outcome).containsText("丙微网格");
        String before = page.url();
        outcome.locator(".changes button").first().click();
        page.waitForURL(url -> !url.equals(before));
        Download csv =
                page.waitForDownload(
                        () ->
                                outcome.getByText(
                                                "CSV",
                                                new Locator.GetByTextOptions().setExact(true))
                                        .click());
        assertThat(csv.suggestedFilename()).isEqualTo("510999-1_510999-2.csv");
        assertThat(Files.readString(csv.path())).contains("510999001001001002");
        assertThat(csv.url()).startsWith("blob:");
        page.reload();
        expect(outcome.locator("[data-change=RENAMED] [data-level=MICRO]")).hasText("1");
    }

    @Test
    void whatWasAskedForWhileSignedInIsNotShownAfterwards() throws Exception {
        draft();
        Page page = map.open(VIEW);
        MapPage.signIn(page, SmallService.secret(Role.PUBLISHER));
        expect(editions(page)).hasCount(2);
        List<Route> lists = new ArrayList<>();
        List<Route> comparisons = new ArrayList<>();
        page.route("**/api/v1/editions", lists::add);
        page.route("**/compare/**", comparisons::add);
        edition(page, "510999-2").getByText("与现行对比").click();
        edition(page, "510999-2").locator("button.primary").click();
        page.waitForCondition(() -> lists.size() == 1 && comparisons.size() == 2);
        page.locator("#session button").click();
        expect(editions(page)).hasCount(0);
        page.waitForCondition(() -> lists.size() == 2 && comparisons.size() == 4);
        Stream.of(lists.get(0), comparisons.get(0), comparisons.get(1)).forEach(this::late);
        Stream.of(lists.get(1), comparisons.get(2), comparisons.get(3)).forEach(Route::resume);
        expect(page.locator("#compare [role=status]")).hasAttribute("data-tone", "bad");
        expect(page.locator("#compare .outcome")).isEmpty();
        expect(editions(page)).hasCount(1);
        expect(page.locator("dialog")).hasCount(0);
    }

    @Test
    void aRefusalOfATokenThatWasGivenUpSignsNobodyOut() {
        Page page = map.open(VIEW);
        MapPage.signIn(page, SmallService.secret(Role.PLANNER));
        expect(page.locator(".who")).containsText("规划员");
        List<Route> held = new ArrayList<>();
        page.route("**/api/v1/editions/*", held::add);
        page.locator(".edition details summary").click();
        page.waitForCondition(() -> held.size() == 1);
        page.locator("#session button").click();
        MapPage.signIn(page, SmallService.secret(Role.PUBLISHER));
        expect(page.locator(".who")).containsText("发布员");
        Request refused = held.get(0).request();
        held.get(0).fulfill(new Route.FulfillOptions().setStatus(401));
        assertThat(refused.response().status()).isEqualTo(401);
        page.locator(".edition details summary").click();
        page.waitForCondition(() -> held.size() == 2);
        held.get(1).resume();
        expect(page.locator(".edition details ol")).isVisible();
        expect(page.locator(".who")).containsText("发布员");
    }

    @Test
    void dispatchersAloneSeeHowToReachAPost() throws Exception {
        Path responders = folder.resolve("responders.csv");
        Files.writeString(
                responders, "网格代码,角色,范围,联系电话\n510999001001001001,网格员,甲微网格,028-00000001\n");
        service.backend()
                .importer()
                .run(ServedDemoCounty.request(SmallHandOver.DISTRICT, false, responders));
        Page page = map.open("#grid=510999001001001001");
        expect(page.locator(".responders")).containsText("网格员");
        expect(page.locator(".contact")).hasCount(0);
        MapPage.signIn(page, SmallService.secret(Role.DISPATCHER));
        expect(page.locator(".contact")).hasText("028-00000001");
        page.locator("#session button").click();
        expect(page.locator(".contact")).hasCount(0);
        expect(page.locator(".responders")).containsText("网格员");
    }

    /** Lets the server answer only now, and waits until it has. */
    private void late(Route route) {
        route.resume();
        assertThat(route.request().response().finished()).isNull();
    }

    private static Locator editions(Page page) {
        return page.locator(".edition");
    }

    private static Locator edition(Page page, String id) {
        return page.locator(".edition", new Page.LocatorOptions().setHasText(id));
    }

    private static void ask(Page page) {
        page.locator("#pages [value=find]").click();
        page.locator("[name=text]").fill(CONTESTED);
        page.locator("[name=text]").press("Enter");
    }

    private static FilePayload payload(byte[] zip) {
        return new FilePayload("移交.zip", "application/zip", zip);
    }

    /** A second edition, redrawn, that is not published. */
    private void draft() throws Exception {
        new SmallHandOver(folder).redrawn().write();
        service.backend()
                .importer()
                .run(ServedDemoCounty.request(SmallHandOver.DISTRICT, false, folder));
    }

    private void publish(String id) throws Exception {
        publish(id, null);
    }

    private void publish(String id, String time) throws Exception {
        Instant from = time == null ? null : Instant.parse(time);
        service.backend().publisher().publish(id, from, null, ServedDemoCounty.TESTER);
    }
}
