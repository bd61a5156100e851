package org.weiwang.web;

import static org.weiwang.web.MapPage.expect;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.SmallService;
import org.weiwang.access.Role;
import org.weiwang.edition.importing.ConvertedHandOver;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.ZippedHandOver;

/** What planners see of a hand-over before it is imported, and what they put right. */
@Tag("browser")
class HandOverPageTest {
    @TempDir private Path folder;
    @TempDir private Path handed;
    @TempDir private Path data;
    private SmallService service;
    private MapPage map;
    private Page page;

    @BeforeEach
    void start() throws Exception {
        service = new SmallService(data).startWith(folder);
        map = new MapPage(service.uri());
        page = map.open("#view=15,103.5101,30.1935&page=editions");
        MapPage.signIn(page, SmallService.secret(Role.PLANNER));
        page.locator("#upload summary").click();
        expect(page.locator("[name=district]")).hasValue(SmallHandOver.DISTRICT);
    }

    @AfterEach
    void stop() {
        map.close();
        service.close();
    }

    @Test
    void whatIsNotKnownIsPutRightByKeysAloneAndThenImported() throws Exception {
        convert("community-grids", "GeoJSON", "社区总网格.geojson", "-t_srs", "EPSG:4326");
        convert("general-grids", "GPKG", "一般网格.gpkg");
        convert(
                "micro-grids",
                "FlatGeobuf",
                "成果.fgb",
                "-sql",
                "SELECT \"网格代码\" AS WGDM, CONCAT('<b>', \"网格名称\", '</b>') AS \"网格名称\", \"上级代码\", \"户数\" FROM \"micro-grids\"");
        choose("移交.zip", ZippedHandOver.of(handed));
        expect(said()).hasText("有 1 处需要处理，请核对");
        expect(page.locator(".preview > section > .warning")).hasText("缺少图层：微网格");
        expect(file("社区总网格.geojson")).containsText("EPSG:4326 WGS 84");
        expect(file("社区总网格.geojson").locator("[data-field='community-grids.name'] td").nth(1))
                .hasText("东社区");

        Locator layer = file("成果.fgb").locator("[data-choose]");
        layer.focus();
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("ArrowDown");
        }
        expect(layer).hasValue("micro-grids");
        expect(file("成果.fgb").locator("[data-field='micro-grids.name'] td").nth(1))
                .hasText("<b>乙微网格</b>");
        expect(layer).isFocused();
        expect(said()).hasText("有 1 处需要处理，请核对");
        Locator code = file("成果.fgb").locator("[data-field='micro-grids.code']");
        expect(code).hasClass("warning");
        page.keyboard().press("Tab");
        expect(code.locator("select")).isFocused();
        page.keyboard().type("WGDM");
        expect(code.locator("td").nth(1)).hasText("510999001001001002");
        expect(code).not().hasClass("warning");
        expect(said()).hasText("资料可以识别，请核对后上传");

        page.locator("#language").click();
        expect(said()).hasText("Everything is recognised; check it, then upload");
        expect(code.locator("select")).hasValue("WGDM");
        expect(file("成果.fgb")).containsText("2 rows");
        page.locator("#language").click();
        page.locator("#upload .primary").click();
        expect(said()).hasText("已保存为草稿 510999-2");
        expect(page.locator(".preview")).isEmpty();
        expect(page.locator("#upload .outcome tbody tr")).hasCount(3);
    }

    @Test
    void aGeoPackageIsChosenAsItIs() throws Exception {
        Path file = ConvertedHandOver.geoPackage(folder, handed.resolve("a.gpkg"));
        choose("a.gpkg", Files.readAllBytes(file));
        expect(said()).hasText("资料可以识别，请核对后上传");
        expect(page.locator(".preview article")).hasCount(3);
        page.locator("#upload .primary").click();
        expect(said()).hasText("已保存为草稿 510999-2");
    }

    @Test
    void whatCannotBeReadIsSaid() {
        choose("移交.zip", new byte[] {1, 2, 3});
        expect(said()).hasText("资料未被接受，未写入任何内容");
        expect(page.locator("#upload .outcome")).containsText("upload.zip: can't be unpacked");
        expect(page.locator(".preview")).isEmpty();
    }

    private void choose(String name, byte[] bytes) {
        page.locator("[name=zip]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
    }

    private Locator said() {
        return page.locator("#upload [role=status]");
    }

    private Locator file(String name) {
        return page.locator(".preview [data-file='" + name + "']");
    }

    private void convert(String layer, String driver, String name, String... options)
            throws Exception {
        ConvertedHandOver.convert(
                folder.resolve(layer + ".shp"), driver, handed.resolve(name), options);
    }
}
