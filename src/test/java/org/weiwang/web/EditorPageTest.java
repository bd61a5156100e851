package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.SmallService;
import org.weiwang.access.Role;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.geo.LonLat;

/** A planner edits the two micro grids of the small district on the map. */
@Tag("browser")
class EditorPageTest {
    /** Both micro grids of the small district. */
    private static final String VIEW = "view=15,103.5101,30.1935";

    private static final String WEST = "510999001001001001";
    private static final String EAST = "510999001001001002";
    private static final String NEW = "510999001001001003";
    private static final String DEDICATED = "510999001001Z001";

    /** What a coverage that is closed has none of. */
    private static final Pattern OPEN =
            Pattern.compile("GAP|OVERLAP|OUTSIDE_PARENT|NOT_FILLED|INVALID");

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
    void aSharedBoundaryMovesOnBothSidesAndIsSavedAsADraft() throws Exception {
        Page page = open();
        select(page, 0.5, 0.5, WEST);
        tool(page, "boundary");
        expect(vertices(page)).hasCount(4);
        drag(page, 1, 0.5, 1.25, 0.6);
        expect(changes(page)).hasCount(2);
        expect(change(page, WEST)).containsText("改界");
        expect(change(page, EAST)).containsText("改界");
        expect(vertices(page)).hasCount(5);
        assertClosed(page);

        page.locator("#editor [name=save]").click();
        expect(page.locator("#editor header [role=status]")).containsText("已保存为草稿 510999-2");
        expect(page.locator("#editor h2")).hasText("编辑网格：510999-2");
        assertThat(page.url()).contains("edit=510999-2");
        expect(changes(page)).hasCount(0);
        expect(page.locator("#editor [name=save]")).isDisabled();
        List<String> kinds = storedFindings(page, "510999-2");
        assertThat(kinds).isNotEmpty().noneMatch(OPEN.asPredicate());
        List<?> west = (List<?>) grid(page, "510999-2", WEST).get("ring");
        List<?> east = (List<?>) grid(page, "510999-2", EAST).get("ring");
        assertThat(west.stream().distinct()).hasSize(5);
        assertThat(west.stream().distinct().filter(east::contains)).hasSize(3);
        page.locator("#pages [value=editions]").click();
        expect(page.locator(".edition", new Page.LocatorOptions().setHasText("510999-2")))
                .containsText("草稿");
    }

    @Test
    void aGridIsSplitNamedAndMerged() throws Exception {
        Page page = open();
        select(page, 0.5, 0.5, WEST);
        tool(page, "split");
        click(page, 0.25, 0.01);
        click(page, 0.3, 0.5);
        click(page, 0.25, 0.99);
        click(page, 0.25, 0.99);
        expect(field(page, "code")).hasValue(NEW);
        expect(change(page, NEW)).containsText("新增");
        expect(change(page, WEST)).containsText("改户数");
        field(page, "name").fill("丙微网格");
        field(page, "households").fill("40");
        field(page, "kind").fill("院落");
        page.locator("#editor [data-part=facts] .primary").click();
        expect(change(page, NEW)).containsText("丙微网格");
        assertClosed(page);

        select(page, 0.6, 0.5, WEST);
        field(page, "households").fill("45");
        page.locator("#editor [data-part=facts] .primary").click();
        tool(page, "merge");
        click(page, 1.5, 0.5);
        expect(changes(page)).hasCount(3);
        expect(change(page, EAST)).containsText("撤销");
        expect(field(page, "households")).hasValue("105");
        assertClosed(page);

        page.locator("#editor [name=save]").click();
        expect(page.locator("#editor header [role=status]")).containsText("已保存为草稿 510999-2");
        assertThat(storedFindings(page, "510999-2")).noneMatch(OPEN.asPredicate());
        Map<?, ?> part = grid(page, "510999-2", NEW);
        assertThat(part.get("name")).isEqualTo("丙微网格");
        assertThat(part.get("kind")).isEqualTo("院落");
        assertThat(part.get("households")).isEqualTo(40);
        assertThat(grid(page, "510999-2", EAST)).isNull();
    }

    @Test
    void aDedicatedGridIsCutOutAndFilledAgain() throws Exception {
        Page page = open();
        tool(page, "hole");
        for (double[] place :
                new double[][] {{0.8, 0.3}, {1.2, 0.3}, {1.2, 0.7}, {0.8, 0.7}, {0.8, 0.3}}) {
            click(page, place[0], place[1]);
        }
        expect(field(page, "code")).hasValue(DEDICATED);
        field(page, "name").fill("实验学校");
        field(page, "kind").fill("学校");
        page.locator("#editor [data-part=facts] .primary").click();
        expect(changes(page)).hasCount(3);
        assertClosed(page);
        page.locator("#editor [name=save]").click();
        expect(page.locator("#editor h2")).hasText("编辑网格：510999-2");
        assertThat(storedFindings(page, "510999-2")).noneMatch(OPEN.asPredicate());
        assertThat(grid(page, "510999-2", DEDICATED).get("parentCode")).isEqualTo("510999001001");

        select(page, 1, 0.5, DEDICATED);
        page.locator("#editor [name=fill]").click();
        expect(change(page, DEDICATED)).containsText("撤销");
        expect(changes(page)).hasCount(2);
        assertClosed(page);
    }

    @Test
    void stepsAreUndoneAndDoneAgainAndWhatCrossesIsRefused() throws Exception {
        Page page = open();
        Locator hint = page.locator("#editor [data-part=toolbar] [role=status]");
        select(page, 0.5, 0.5, WEST);
        tool(page, "boundary");
        expect(vertices(page)).hasCount(4);
        drag(page, 0, 0, 1.5, 1.3);
        expect(hint).containsText("与自身相交");
        expect(changes(page)).hasCount(0);
        // The handle is where the vertex is.
        expect(vertices(page)).hasCount(4);
        drag(page, 0, 0.5, -0.1, 0.5);
        expect(changes(page)).hasCount(1);
        Locator added = vertices(page).nth(4);
        added.press("Shift+ArrowLeft");
        expect(page.locator(".leaflet-vertex-icon:focus")).hasCount(1);
        page.keyboard().press("Control+z");
        expect(changes(page)).hasCount(1);
        page.keyboard().press("Control+z");
        expect(changes(page)).hasCount(0);
        expect(vertices(page)).hasCount(4);
        expect(page.locator("#editor [name=undo]")).isDisabled();
        page.keyboard().press("Control+Shift+Z");
        expect(changes(page)).hasCount(1);
        expect(vertices(page)).hasCount(5);
        at(
                page,
                -0.1,
                0.5,
                (x, y) ->
                        page.mouse()
                                .click(
                                        x,
                                        y,
                                        new Mouse.ClickOptions()
                                                .setButton(
                                                        com.microsoft.playwright.options.MouseButton
                                                                .RIGHT)));
        expect(changes(page)).hasCount(0);
        expect(vertices(page)).hasCount(4);
        page.keyboard().press("Escape");
        expect(vertices(page)).hasCount(0);
    }

    @Test
    void whatIsNotSavedIsNotGivenUpUnasked() throws Exception {
        Page page = open();
        select(page, 0.5, 0.5, WEST);
        field(page, "name").fill("新名");
        page.locator("#editor [data-part=facts] .primary").click();
        expect(change(page, WEST)).containsText("更名");
        page.locator("#editor [name=leave]").click();
        expect(page.locator("dialog h2")).hasText("放弃未保存的修改？");
        page.locator("dialog .plain").click();
        expect(changes(page)).hasCount(1);
        page.locator("#pages [value=find]").click();
        page.locator("#pages [value=edit]").click();
        expect(changes(page)).hasCount(1);

        page.locator("#language").click();
        expect(page.locator("#editor h2")).hasText("Edit grids: 510999-1");
        page.locator("#editor [name=leave]").click();
        page.locator("dialog .grave").click();
        expect(page.locator("#editor")).isHidden();
        expect(page.locator("#pages [value=edit]")).isHidden();
        assertThat(page.url()).doesNotContain("edit=");
    }

    @Test
    void onlyPlannersEdit() {
        Page page = map.open("#" + VIEW + "&page=editions");
        expect(page.locator(".edition")).hasCount(1);
        expect(page.getByText("编辑网格", new Page.GetByTextOptions().setExact(true))).hasCount(0);
        signIn(page, Role.DISPATCHER);
        expect(page.locator(".who")).containsText("调度员");
        expect(page.getByText("编辑网格", new Page.GetByTextOptions().setExact(true))).hasCount(0);
    }

    /** The page of a planner who edits the edition in force. */
    private Page open() {
        Page page = map.open("#" + VIEW + "&page=editions");
        signIn(page, Role.PLANNER);
        page.locator(".edition .plain", new Page.LocatorOptions().setHasText("编辑网格")).click();
        expect(page.locator("#editor h2")).hasText("编辑网格：510999-1");
        return page;
    }

    private static void signIn(Page page, Role role) {
        MapPage.signIn(page, SmallService.secret(role));
    }

    private static void tool(Page page, String name) {
        page.locator("#editor [name=tool][value=" + name + "]").click();
    }

    private static Locator field(Page page, String name) {
        return page.locator("#editor [data-part=facts] [name=" + name + "]");
    }

    private static Locator vertices(Page page) {
        return page.locator(".leaflet-vertex-icon");
    }

    private static Locator changes(Page page) {
        return page.locator("#editor [data-part=changes] li");
    }

    private static Locator change(Page page, String code) {
        return page.locator("#editor [data-part=changes] [data-grid='" + code + "']");
    }

    /** Points at a place until it is selected: the grids may have yet to come. */
    private static void select(Page page, double east, double north, String code) throws Exception {
        double[] place = pixel(page, east, north);
        page.waitForCondition(
                () -> {
                    if (!field(page, "code").isVisible()
                            || !field(page, "code").inputValue().equals(code)) {
                        page.mouse().click(place[0], place[1]);
                    }
                    return field(page, "code").isVisible()
                            && field(page, "code").inputValue().equals(code);
                });
    }

    private static void click(Page page, double east, double north) throws Exception {
        at(
                page,
                east,
                north,
                (x, y) -> {
                    page.mouse().move(x, y);
                    page.mouse().click(x, y);
                });
    }

    private static void drag(Page page, double east, double north, double toEast, double toNorth)
            throws Exception {
        double[] to = pixel(page, toEast, toNorth);
        at(
                page,
                east,
                north,
                (x, y) -> {
                    page.mouse().move(x, y);
                    page.mouse().down();
                    page.mouse().move(to[0], to[1], new Mouse.MoveOptions().setSteps(6));
                    page.mouse().up();
                });
    }

    private interface Deed {
        void at(double x, double y);
    }

    private static void at(Page page, double east, double north, Deed deed) throws Exception {
        double[] place = pixel(page, east, north);
        deed.at(place[0], place[1]);
    }

    /** Where on the page a place is, in kilometres from the district's south-west corner. */
    private static double[] pixel(Page page, double east, double north) throws Exception {
        LonLat place = SmallHandOver.place(east, north);
        List<?> found =
                (List<?>)
                        page.evaluate(
                                """
                                async ([lon, lat]) => {
                                    const { worldX, worldY } = await import('/geo.js');
                                    const { parse } = await import('/state.js');
                                    const { view } = parse(location.hash);
                                    const { left, top, width, height } =
                                        document.querySelector('#map').getBoundingClientRect();
                                    const scale = 2 ** view.zoom;
                                    return [
                                        left + width / 2 + (worldX(lon) - worldX(view.lon)) * scale,
                                        top + height / 2 + (worldY(lat) - worldY(view.lat)) * scale,
                                    ];
                                }
                                """,
                                List.of(place.lon(), place.lat()));
        return found.stream().mapToDouble(one -> ((Number) one).doubleValue()).toArray();
    }

    /** That the server, asked about the last step, finds the coverage closed. */
    private static void assertClosed(Page page) {
        expect(page.locator("#editor [data-part=findings]:not(.stale) > ol li").first())
                .isVisible();
        assertThat(page.locator("#editor [data-part=findings] [data-kind]").all())
                .noneMatch(finding -> OPEN.matcher(finding.getAttribute("data-kind")).find());
    }

    /** The kinds of what is found wrong with a stored edition. */
    private static List<String> storedFindings(Page page, String edition) {
        return ((List<?>)
                        page.evaluate(
                                """
                                async (id) => {
                                    const { get } = await import('/api.js');
                                    const path = 'ogc/collections/findings/items?limit=1000&edition=' + id;
                                    return (await get(path)).features.map(({ properties }) => properties.kind);
                                }
                                """,
                                edition))
                .stream().map(String.class::cast).toList();
    }

    /** A grid of a stored edition, with its outer ring; null where there is none. */
    private static Map<?, ?> grid(Page page, String edition, String code) {
        return (Map<?, ?>)
                page.evaluate(
                        """
                        async ([id, code]) => {
                            const { get } = await import('/api.js');
                            const path = `api/v1/editions/${id}/grids?bbox=103.4,30.1,103.6,30.3`;
                            const one = (await get(path)).features.find((feature) => feature.id === code);
                            return one ? { ...one.properties, ring: one.geometry.coordinates[0][0] } : null;
                        }
                        """,
                        List.of(edition, code));
    }
}
