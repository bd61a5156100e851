package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weiwang.ServedDemoCounty;

/** Planning in the demo county, on the map. */
@Tag("browser")
class PlanPageTest {
    private static final Pattern ADDED = Pattern.compile("plan=a,([0-9.]+),([0-9.]+),([^&]+)");
    private static final String SCENARIO = "/api/v1/circle/scenario?level=micro";

    private static MapPage map;

    /** A home that no kindergarten serves, though it is on the walking network. */
    private static double[] home;

    private static JsonNode facility;

    @BeforeAll
    static void start() throws Exception {
        ServedDemoCounty.get().awaitCircle();
        map = new MapPage();
        JsonNode homes = map.ask("/api/v1/circle/unserved?category=kindergarten");
        for (JsonNode feature : homes.get("features")) {
            JsonNode properties = feature.get("properties");
            if (home == null
                    && properties.get("households").asInt() > 0
                    && !properties.get("minutes").isNull()) {
                home = place(feature);
            }
        }
        JsonNode facilities = map.ask("/ogc/collections/facilities/items?limit=1000");
        for (JsonNode feature : facilities.get("features")) {
            if (feature.at("/properties/category").asText().equals("小学")) {
                facility = feature;
            }
        }
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
    void aFacilityDroppedOnTheMapShowsAtOnceWhatItChanges() throws Exception {
        Page page = open(view(home, 16, ""));
        mode(page, "place", "幼儿园");
        clickMiddle(page);
        page.waitForURL(Pattern.compile(".*" + ADDED + ".*"));
        Locator row = page.locator("[data-category=kindergarten]");
        JsonNode found = map.post(SCENARIO, added(page));
        JsonNode category = entry(found, "kindergarten");
        assertThat(category.get("gained").asLong()).isPositive();
        expect(row.locator(".gained")).hasText("+" + grouped(category.get("gained").asLong()));
        expect(row.locator(".lost")).hasText("−" + grouped(category.get("lost").asLong()));
        expect(row.locator("td").first())
                .hasText(
                        grouped(category.get("householdsBefore").asLong())
                                + " → "
                                + grouped(category.get("householdsAfter").asLong()));
        expect(row.locator("td").last())
                .hasText(
                        "%.1f → %.1f"
                                .formatted(
                                        category.get("minutesBefore").asDouble(),
                                        category.get("minutesAfter").asDouble()));
        expect(page.locator("#circle-legend")).containsText("方案使更多住户有服务");
        MapPage.drawn(page);
        assertThat(inked(page, "changes")).isPositive();

        String code = found.get("grids").get(0).get("code").asText();
        Locator grid = page.locator("[data-grid='" + code + "']").first();
        expect(grid).hasText(map.ask("/api/v1/grids/" + code).get("name").asText());
        page.keyboard().press("Escape");
        grid.click();
        page.waitForURL(Pattern.compile(".*grid=" + code + ".*"));
        assertThat(page.url()).containsPattern(ADDED);

        page.locator(".take").click();
        expect(row).hasCount(0);
        expect(page.locator(".plan-mark")).hasCount(0);
        assertThat(page.url()).doesNotContain("plan=");
    }

    @Test
    void aMarkIsDraggedElsewhere() throws Exception {
        Page page = open(view(home, 16, planned(home)));
        page.locator("[data-category=kindergarten]").waitFor();
        String before = page.url();
        BoundingBox mark = page.locator(".plan-mark").boundingBox();
        double x = mark.x + mark.width / 2;
        double y = mark.y + mark.height / 2;
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + 40, y + 25, new Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
        page.waitForCondition(() -> !page.url().equals(before));
        JsonNode category = entry(map.post(SCENARIO, added(page)), "kindergarten");
        expect(page.locator("[data-category=kindergarten] td").first())
                .containsText("→ " + grouped(category.get("householdsAfter").asLong()));
        assertThat(page.url()).doesNotContain("at=");
    }

    @Test
    void aFacilityInForceIsClosedOrMoved() throws Exception {
        String id = facility.get("id").asText();
        String name = facility.at("/properties/name").asText();
        Page page = open(view(place(facility), 17, ""));
        mode(page, "close", "小学");
        MapPage.drawn(page);
        page.waitForCondition(() -> inked(page, "plan") > 0);
        clickMiddle(page);
        page.waitForURL(Pattern.compile(".*plan=c," + id + ".*"));
        expect(page.locator(".planned .name")).hasText("关闭：" + name);
        JsonNode closed = map.post(SCENARIO, "{\"closed\":[\"%s\"]}".formatted(id));
        expect(page.locator("[data-category=primary-school] .lost"))
                .hasText("−" + grouped(entry(closed, "primary-school").get("lost").asLong()));
        clickMiddle(page);
        expect(page.locator("[data-part=hand] [role=status]")).containsText("方案中已有这个设施");
        page.locator(".take").click();

        mode(page, "move", "小学");
        clickMiddle(page);
        expect(page.locator("[data-part=hand] [role=status]")).containsText(name);
        page.locator("#map").click(at(500, 420));
        page.waitForURL(Pattern.compile(".*plan=m,[0-9.]+,[0-9.]+," + id + ".*"));
        expect(page.locator(".planned .name")).hasText("迁移：" + name);
        expect(page.locator(".plan-mark")).hasCount(1);
    }

    @Test
    void aRoadIsDrawnPointByPoint() {
        Page page = open(view(home, 16, ""));
        page.locator("[name=mode][value=road]").click();
        page.locator("[name=level]").selectOption("1");
        page.locator("#map").click(at(400, 300));
        page.locator("#map").click(at(500, 300));
        page.locator("#map").click(at(500, 400).setClickCount(2));
        page.waitForURL(Pattern.compile(".*plan=r,1(,[0-9.]+){6}(&.*)?"));
        expect(page.locator(".planned .name")).containsText("新桥");
        expect(page.locator(".plan-mark")).hasCount(1);
        assertThat(inked(page, "plan")).isPositive();
    }

    @Test
    void aPlanIsRestoredFromTheUrlWithoutWhatIsNone() throws Exception {
        String closed = "&plan=c," + facility.get("id").asText();
        String road = "&plan=r,-1,103.500000,30.190000,103.510000,30.190000";
        String good = planned(home) + closed + road;
        Page page =
                open(
                        view(home, 15, good)
                                + closed
                                + "&plan=a,999.0,30.0,x&plan=a,1&plan=r,7,103.5,30.2,103.6,30.2&plan=x");
        expect(page.locator(".planned li")).hasCount(3);
        expect(page.locator(".planned .name"))
                .containsText(
                        new String[] {"新设幼儿园", facility.at("/properties/name").asText(), "新隧道"});
        assertThat(URLDecoder.decode(page.url(), StandardCharsets.UTF_8))
                .endsWith("&page=circle" + good);
        page.locator("#language").click();
        expect(page.locator(".planned .name").first()).hasText("New: Kindergarten");
        page.locator("[data-part=items] .clear").click();
        expect(page.locator(".planned li")).hasCount(0);
        page.goBack();
        expect(page.locator(".planned li")).hasCount(3);
    }

    @Test
    void aPlanOfTheUrlHasNamesAndHighLevels() {
        String plan = planned(home) + "%0A实验园&plan=r,3,103.500000,30.190000,103.510000,30.190000";
        Page page = map.blank(1280, 800);
        Request asked =
                page.waitForRequest(
                        "**/api/v1/circle/scenario?*", () -> map.go(page, view(home, 15, plan)));
        assertThat(asked.postData()).contains("\"name\":\"实验园\"").contains("\"level\":3");
        expect(page.locator(".planned .name").first()).hasText("新设幼儿园：实验园");
        expect(page.locator(".planned .name").last()).containsText("第 3 层");
        assertThat(URLDecoder.decode(page.url(), StandardCharsets.UTF_8))
                .contains("幼儿园\n实验园&plan=r,3,");
    }

    @Test
    void nothingIsPlannedBeforeItsKindIsKnown() {
        Page page = map.blank(1280, 800);
        List<Route> held = new ArrayList<>();
        page.route("**/api/v1/circle/standards", held::add);
        map.go(page, view(home, 16, ""));
        page.locator("[data-part=plan] > summary").click();
        expect(page.locator("[name=mode][value=place]")).isDisabled();
        page.waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        expect(page.locator("[name=mode][value=place]")).isEnabled();
    }

    @Test
    void anAnswerThatBreaksOffIsNone() {
        Page page = map.blank(1280, 800);
        page.addInitScript(
                """
                const ask = window.fetch;
                window.fetch = async (address, options) => {
                  const answer = await ask(address, options);
                  const broken = () =>
                    new ReadableStream({ start: (stream) => stream.error(new TypeError('cut off')) });
                  return String(address).includes('circle/scenario') ? new Response(broken(), answer) : answer;
                };
                """);
        map.go(page, view(home, 15, planned(home)));
        expect(page.locator("[data-part=effects] .said")).containsText("无法连接服务器");
    }

    @Test
    void whatCannotBeComputedIsNamed() {
        Page page = open(view(home, 15, planned(home) + "&plan=a,102.500000,30.100000,幼儿园"));
        expect(page.locator("[data-part=effects] .said")).containsText("第 2 项附近没有可步行的道路");
        page.locator("#language").click();
        expect(page.locator("[data-part=effects] .said")).containsText("near item 2");
    }

    @Test
    void theKeyboardPlacesAndEscEndsTheModeAlone() {
        Page page = open(view(home, 16, ""));
        page.locator("#map").focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*at=.*"));
        page.locator("[name=mode][value=place]").focus();
        page.keyboard().press("Enter");
        expect(page.locator("[name=mode][value=place]")).hasAttribute("aria-pressed", "true");
        page.locator("#map").focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*plan=a.*"));
        page.keyboard().press("Escape");
        expect(page.locator("[name=mode][value=place]")).hasAttribute("aria-pressed", "false");
        assertThat(page.url()).contains("at=");
        page.keyboard().press("Escape");
        page.waitForURL(Pattern.compile("^((?!at=).)*$"));
        assertThat(page.url()).contains("plan=a");
    }

    @Test
    void theKeyboardClosesTheFacilityNearestToTheCentre() {
        double[] place = place(facility);
        double pixel = 360.0 / (256 << 17);
        Page page = open(view(new double[] {place[0] + 55 * pixel, place[1]}, 17, ""));
        mode(page, "close", "小学");
        MapPage.drawn(page);
        page.waitForCondition(() -> inked(page, "plan") > 0);
        page.locator("#map").focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*plan=c," + facility.get("id").asText() + ".*"));
    }

    @Test
    void sitesAreProposedAndTakenIntoThePlan() throws Exception {
        Page page = open(view(home, 12, ""));
        page.locator("[data-part=siting] > summary").click();
        page.locator("[name=site-category]").selectOption("kindergarten");
        page.locator("[name=sites]").fill("2");
        page.locator("[data-part=siting] [type=submit]").click();
        page.locator(".proposal").waitFor();
        JsonNode found =
                map.post(
                        "/api/v1/circle/siting",
                        "{\"category\":\"kindergarten\",\"sites\":2,\"candidates\":\"addresses\"}");
        expect(page.locator(".proposal .statement"))
                .containsText(
                        grouped(found.get("householdsBefore").asLong())
                                + " → "
                                + grouped(found.get("householdsAfter").asLong()));
        long more = found.get("upperBound").asLong() - found.get("householdsBefore").asLong();
        expect(page.locator(".bound")).containsText("最多新增 " + grouped(more) + " 户");
        expect(page.locator(".proposal td"))
                .hasText(
                        new String[] {
                            "+" + grouped(found.at("/sites/0/households").asLong()),
                            "+" + grouped(found.at("/sites/1/households").asLong())
                        });
        expect(page.locator(".site-mark")).hasCount(2);

        page.locator(".proposal .primary").click();
        expect(page.locator(".planned li")).hasCount(2);
        expect(page.locator(".site-mark")).hasCount(0);
        long gain = found.get("householdsAfter").asLong() - found.get("householdsBefore").asLong();
        expect(page.locator("[data-category=kindergarten] .gained")).hasText("+" + grouped(gain));
        // Exactly where it was proposed: 10 cm beside, somebody might live beyond the limit.
        assertThat(page.url())
                .contains(
                        "plan=a,%s,%s,"
                                .formatted(
                                        found.at("/sites/0/lon").asText(),
                                        found.at("/sites/0/lat").asText()));
    }

    @Test
    void sitingCanBeCancelled() {
        Page page = open(view(home, 12, ""));
        List<Route> held = new ArrayList<>();
        List<Request> givenUp = new ArrayList<>();
        page.route("**/api/v1/circle/siting*", held::add);
        page.onRequestFailed(givenUp::add);
        page.locator("[data-part=siting] > summary").click();
        page.locator("[data-part=siting] [type=submit]").click();
        expect(page.locator(".waiting")).containsText("已用 1 秒");
        page.locator(".waiting button").click();
        expect(page.locator("[data-part=siting] [type=submit]")).isEnabled();
        page.waitForCondition(() -> !givenUp.isEmpty());
        assertThat(held).hasSize(1);
        expect(page.locator(".waiting")).isEmpty();
    }

    @Test
    void planningFitsAPhone() {
        Page page = map.blank(390, 844);
        map.go(page, view(home, 15, planned(home)));
        page.locator("[data-category=kindergarten]").waitFor();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => [...document.querySelectorAll('.effects table')].every(({"
                                                + " scrollWidth, parentElement }) => scrollWidth <="
                                                + " parentElement.clientWidth)"))
                .isTrue();
    }

    private static Page open(String hash) {
        Page page = map.open(hash);
        Locator part = page.locator("[data-part=plan]");
        if (part.getAttribute("open") == null) {
            part.locator("> summary").click();
        }
        page.locator("[name=kind] option").first().waitFor(attached());
        return page;
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private static void mode(Page page, String mode, String kind) {
        page.locator("[name=mode][value=" + mode + "]").click();
        page.locator("#circle [name=kind]").selectOption(kind);
    }

    private static void clickMiddle(Page page) {
        BoundingBox box = page.locator("#map").boundingBox();
        page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
    }

    private static Locator.ClickOptions at(double x, double y) {
        return new Locator.ClickOptions().setPosition(x, y).setForce(true);
    }

    /** What the page's address says is added, as the server takes it. */
    private static String added(Page page) {
        Matcher item = ADDED.matcher(page.url());
        assertThat(item.find()).isTrue();
        return "{\"added\":[{\"category\":\"%s\",\"lon\":%s,\"lat\":%s}]}"
                .formatted(
                        URLDecoder.decode(item.group(3), StandardCharsets.UTF_8),
                        item.group(1),
                        item.group(2));
    }

    private static JsonNode entry(JsonNode effects, String category) {
        for (JsonNode entry : effects.get("categories")) {
            if (entry.get("category").asText().equals(category)) {
                return entry;
            }
        }
        throw new AssertionError("no category " + category);
    }

    /** How many pixels of a pane's canvases are not empty. */
    private static int inked(Page page, String pane) {
        return (Integer)
                page.evaluate(
                        """
                        (pane) => [...document.querySelectorAll(`.leaflet-${pane}-pane canvas`)]
                          .map((canvas) => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data)
                          .reduce((sum, data) => sum + data.filter((value, i) => i % 4 === 3 && value > 0).length, 0)
                        """,
                        pane);
    }

    private static double[] place(JsonNode feature) {
        JsonNode coordinates = feature.at("/geometry/coordinates");
        return new double[] {coordinates.get(0).asDouble(), coordinates.get(1).asDouble()};
    }

    private static String planned(double[] at) {
        return String.format(Locale.ROOT, "&plan=a,%.6f,%.6f,幼儿园", at[0], at[1]);
    }

    private static String view(double[] middle, int zoom, String more) {
        return String.format(
                Locale.ROOT, "#view=%d,%.5f,%.5f&page=circle%s", zoom, middle[0], middle[1], more);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
