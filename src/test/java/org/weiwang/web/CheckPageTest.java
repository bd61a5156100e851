package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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
import org.weiwang.grid.check.FindingKind;

/** What planners see of what is wrong with an edition, and do about it. */
@Tag("browser")
class CheckPageTest {
    /** Both micro grids of the small district. */
    private static final String VIEW = "#view=15,103.5101,30.1935&page=editions";

    private static final String DRAFT = "510999-2";

    @TempDir private Path folder;
    @TempDir private Path data;
    private SmallService service;
    private MapPage map;

    @BeforeEach
    void start() throws Exception {
        service = new SmallService(data).startWith(folder);
        map = new MapPage(service.uri());
        new SmallHandOver(folder).overlapping(50).withHole().write();
    }

    @AfterEach
    void stop() {
        map.close();
        service.close();
    }

    @Test
    void whatIsWrongWithAnUploadIsFoundRepairedAndPublished() throws Exception {
        Page page = map.open(VIEW);
        MapPage.signIn(page, SmallService.secret(Role.PUBLISHER));
        page.locator("#upload summary").click();
        page.locator("[name=zip]")
                .setInputFiles(
                        new FilePayload("移交.zip", "application/zip", ZippedHandOver.of(folder)));
        page.locator("#upload .primary").click();
        expect(page.locator("#upload .found [data-severity=ERROR]")).hasText("错误 2");
        page.getByText("查看检查结果").click();
        expect(page.locator("#check h2")).hasText("检查试验县第 2 版");
        expect(findings(page).first()).containsText("空隙");
        page.locator("[data-part=back]").click();

        Locator draft = edition(page, DRAFT);
        draft.locator("button.primary").click();
        expect(page.locator("dialog [role=alert]")).containsText("有 2 项错误，不能发布");
        expect(page.locator("dialog .primary")).isDisabled();
        page.locator("dialog footer .plain").click();

        check(draft);
        page.locator("[data-part=repairs] summary").click();
        Locator repairs = page.locator(".repairs li");
        expect(repairs.first()).isVisible();
        assertThat(repairs.allTextContents()).anyMatch(text -> text.contains("填补空隙"));
        assertThat(repairs.allTextContents()).anyMatch(text -> text.contains("切除重叠"));
        byte[] before = page.locator("#map").screenshot();
        page.locator(".repairs").getByText("填补空隙").click();
        expect(page.locator(".repairs [aria-pressed=true]")).hasText("填补空隙");
        page.waitForURL(Pattern.compile("view=1[6-9]"));
        assertThat(page.locator("#map").screenshot()).isNotEqualTo(before);

        page.locator("[data-part=repairs] label.check input").check();
        page.locator("[data-part=repairs] .primary").click();
        expect(page.locator("dialog")).containsText("取代草稿 " + DRAFT);
        page.locator("dialog .primary").click();
        expect(page.locator("#check [data-part=said]")).hasText("已修复并存为草稿 510999-3");
        expect(page.locator("#check h2")).hasText("检查试验县第 3 版");
        expect(page.locator(".severities button").first()).hasText("错误 0");
        expect(findings(page)).not().hasCount(0);
        assertThat(page.url()).contains("check=510999-3");
        page.locator("[data-part=back]").click();
        expect(edition(page, DRAFT)).hasCount(0);
        edition(page, "510999-3").locator("button.primary").click();
        expect(page.locator("dialog .hint").last()).containsText("项提醒");
        page.locator("dialog .primary").click();
        expect(edition(page, "510999-3").locator(".badge")).hasText("现行");
    }

    /** Leaflet itself goes nowhere while it zooms. */
    @Test
    void theMapGoesToAFindingThatIsChosenWhileItGoesToAnother() throws Exception {
        Page page = checked();
        page.locator(".severities").getByText("错误").click();
        expect(findings(page)).hasCount(2);
        page.evaluate(
                """
                () => new Promise((done) => {
                  document.querySelector('.findings li:last-child button').click();
                  const whileZooming = () => {
                    if (document.querySelector('.leaflet-zoom-anim')) {
                      const buttons = [...document.querySelectorAll('.chosen button')];
                      buttons.find((button) => button.textContent.includes('上一项')).click();
                      done();
                    } else {
                      requestAnimationFrame(whileZooming);
                    }
                  };
                  whileZooming();
                })
                """);
        expect(page.locator(".chosen b")).containsText("空隙");
        awaitInTheMiddle(page, "空隙");
    }

    /** Once the map has come to rest the finding is in its middle. */
    private static void awaitInTheMiddle(Page page, String what) {
        page.waitForCondition(
                () -> {
                    MapPage.pointAt(page, 1, 0);
                    MapPage.pointAt(page, 0, 0);
                    return page.locator(".finding-tip").allTextContents().stream()
                            .anyMatch(words -> words.contains(what));
                });
    }

    @Test
    void findingsAreFilteredAndGoneToOnTheMap() throws Exception {
        Page page = checked();
        int all = total(page);
        expect(findings(page)).hasCount(all);
        page.locator(".severities").getByText("错误").click();
        expect(findings(page)).hasCount(2);
        page.locator("#check .tally").getByText("重叠", exact()).click();
        expect(findings(page)).hasCount(1);
        Download csv = page.waitForDownload(() -> page.locator("#check [data-part=sheet]").click());
        assertThat(csv.suggestedFilename()).isEqualTo(DRAFT + "-findings.csv");
        assertThat(Files.readString(csv.path())).contains("OVERLAP").doesNotContain("GAP");

        findings(page).locator("button").click();
        expect(findings(page)).hasAttribute("aria-current", "true");
        expect(page.locator(".chosen")).containsText("1 / 1");
        page.locator(".shown").getByText("显示全部").click();
        expect(findings(page)).hasCount(all);
        page.locator(".chosen").getByText("上一项").press("Enter");
        expect(page.locator(".chosen b")).containsText("空隙");
        awaitInTheMiddle(page, "空隙");
        page.locator(".chosen").getByText("取消选择").click();
        expect(page.locator(".chosen")).isHidden();
        page.mouse().down();
        page.mouse().up();
        expect(page.locator(".chosen b")).containsText("空隙");
        assertThat(page.url()).contains("page=editions").doesNotContain("at=");

        page.locator("#language").click();
        expect(page.locator("#check h2")).hasText("Check of Edition 2 of 试验县");
        expect(findings(page).first()).containsText("No micro grid covers");
        page.locator("#session button").click();
        expect(page.locator("#check .said[data-tone=bad]")).isVisible();
        expect(findings(page)).hasCount(0);
    }

    @Test
    void whatIsFoundInTheEditionInForceIsThereForEveryone() {
        Page page = map.open(VIEW);
        check(edition(page, "510999-1"));
        expect(page.locator("#check [data-part=when]")).containsText("检查");
        expect(findings(page)).not().hasCount(0);
        expect(page.locator("[data-part=repairs]")).isHidden();
        page.reload();
        expect(findings(page)).not().hasCount(0);
        page.goBack();
        expect(page.locator("#check")).isHidden();
        page.locator(".edition summary").click();
        expect(page.locator(".edition .found")).containsText("提醒");
    }

    @Test
    void everyKindHasWordsInBothLanguages() {
        Page page = map.open(VIEW);
        List<String> keys =
                List.of(FindingKind.values()).stream().map(k -> "finding." + k).toList();
        Object without =
                page.evaluate(
                        "async (keys) => { const { LANGUAGES } = await import('./strings.js');"
                                + " return keys.filter((key) => !Object.values(LANGUAGES)"
                                + ".every((words) => words[key])); }",
                        keys);
        assertThat((List<?>) without).isEmpty();
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator findings(Page page) {
        return page.locator(".findings li");
    }

    /** What the table counts, over all kinds. */
    private static int total(Page page) {
        Locator totals = page.locator("#check .tally tbody td:last-child");
        expect(totals.first()).isVisible();
        return totals.allTextContents().stream().mapToInt(Integer::parseInt).sum();
    }

    private static Locator edition(Page page, String id) {
        return page.locator(".edition", new Page.LocatorOptions().setHasText(id));
    }

    private static void check(Locator edition) {
        edition.locator(".actions").getByText("检查").click();
    }

    /** The page with what is wrong with a draft, its legend closed. */
    private Page checked() throws Exception {
        draft();
        Page page = map.open(VIEW);
        MapPage.signIn(page, SmallService.secret(Role.PLANNER));
        page.locator("#legend summary").click();
        check(edition(page, DRAFT));
        return page;
    }

    /** An edition that is wrong, not published. */
    private void draft() throws Exception {
        service.backend()
                .importer()
                .run(ServedDemoCounty.request(SmallHandOver.DISTRICT, false, folder));
    }
}
