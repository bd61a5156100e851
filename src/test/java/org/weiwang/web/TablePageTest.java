package org.weiwang.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A whole file looked up on the page. */
@Tag("browser")
class TablePageTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String ADDRESSES =
            """
            id,地址,备注
            1,魁星路410号世纪小区1栋1单元,"甲,乙"
            2,魁星路411号,
            3,天涯海角,
            4,,没有
            5,少
            """;

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
    void answersAFileOfAddresses() throws Exception {
        Page page = map.open("#page=table");
        choose(page, ADDRESSES, GBK);
        expect(page.locator(".about")).containsText("GBK");
        expect(page.locator(".preview tr")).hasCount(6);
        expect(page.locator(".preview tr").nth(1)).containsText("甲,乙");
        expect(field(page, "address")).hasValue("1");
        expect(field(page, "lon")).hasValue("-1");
        page.locator("#table .primary").click();

        expect(page.locator(".counts")).containsText("在网格内1");
        expect(page.locator(".counts dt")).hasCount(5);
        Locator problems = page.locator(".problems li");
        expect(problems).hasCount(4);
        expect(problems.first()).containsText("魁星路411号");
        expect(problems.first()).containsText("第 3 行 · 部分相符");
        expect(problems.last()).containsText("has 2 fields instead of 3");
        expect(page.locator(".spot")).hasText(new String[] {"3"});

        String all = saved(page, "下载结果");
        assertThat(all).startsWith("id,地址,备注,micro,").hasLineCount(6);
        assertThat(all).contains("1,魁星路410号世纪小区1栋1单元,\"甲,乙\",510131001001001001");
        assertThat(saved(page, "下载问题行"))
                .hasLineCount(5)
                .startsWith("id,地址,备注,micro,")
                .contains("\n3,天涯海角,")
                .doesNotContain("世纪小区");

        problems.first().locator("button").click();
        expect(page.locator(".asked")).hasText("魁星路411号");
        expect(page.locator(".spot")).hasCount(0);
        page.locator("#pages [value=table]").click();
        expect(page.locator(".spot")).hasCount(1);
        expect(problems).hasCount(4);
    }

    @Test
    void answersADroppedFileOfPositionsWithoutNames() {
        Page page = map.open("#page=table&lang=en");
        page.locator("#table")
                .evaluate(
                        "(table) => { const data = new DataTransfer();"
                                + " data.items.add(new File(['a;103.5028953;30.1961031\\n"
                                + "b,\"x;116.39;39.91\\nc;103.5028953;30.1961031\\n'],"
                                + " 'places.csv'));"
                                + " table.dispatchEvent(new DragEvent('drop',"
                                + " { dataTransfer: data, bubbles: true, cancelable: true })); }");
        expect(page.locator(".about")).containsText("places.csv");
        field(page, "named").uncheck();
        field(page, "lon").selectOption("1");
        field(page, "lat").selectOption("2");
        page.locator("#table .primary").click();
        expect(page.locator(".counts")).containsText("Inside a grid2");
        expect(page.locator(".counts")).containsText("In no grid1");
        expect(page.locator(".problems li")).hasCount(1);
        expect(page.locator(".spot.OUTSIDE")).hasText("2");
        page.locator(".problems button").click();
        expect(page.locator("#panel h2")).hasText("This place is in no grid");
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        Page page = map.open("#page=table");
        Locator said = page.locator("#table .said");
        page.locator("[name=csv]")
                .setInputFiles(new FilePayload("x.csv", "text/csv", new byte[] {0, 1, 2}));
        expect(said).containsText("不是 UTF-8 或 GBK");
        expect(page.locator("#table .primary")).isHidden();

        choose(page, "甲,乙\n1,2\n", UTF_8);
        expect(page.locator(".about")).containsText("UTF-8");
        page.locator("#table .primary").click();
        expect(said).containsText("no columns for lon and lat, nor one for address");
        expect(page.locator(".counts")).hasCount(0);
        expect(page.locator("#table .primary")).isEnabled();
    }

    private static void choose(Page page, String rows, Charset charset) {
        page.locator("[name=csv]")
                .setInputFiles(new FilePayload("rows.csv", "text/csv", rows.getBytes(charset)));
    }

    private static Locator field(Page page, String name) {
        return page.locator("#table [name=" + name + "]");
    }

    private static String saved(Page page, String button) throws IOException {
        Download download = page.waitForDownload(() -> page.getByText(button).click());
        return Files.readString(download.path(), GBK);
    }
}
