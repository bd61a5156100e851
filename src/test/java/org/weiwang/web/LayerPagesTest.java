package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weiwang.ServedDemoCounty;

/** The layers of the demo county as people browse them. */
@Tag("browser")
class LayerPagesTest {
    private static final String MICRO_GRIDS = "ogc/collections/micro-grids";

    private static MapPage county;

    /** What the browser complains about, such as what the content security policy forbids. */
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        ServedDemoCounty.get().awaitCircle();
        county = new MapPage();
    }

    @AfterAll
    static void close() {
        county.close();
    }

    @AfterEach
    void nothingWentWrong() {
        county.nothingWentWrong();
        assertThat(complaints).isEmpty();
    }

    private Page visit(String path, int width) {
        Page page = county.blank(width, 800);
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error") || message.type().equals("warning")) {
                        complaints.add(message.text());
                    }
                });
        county.visit(page, path);
        return page;
    }

    private static void drawn(Page page, int features) {
        page.waitForSelector(".map[data-drawn='" + features + "']");
    }

    @Test
    void fromTheLandingPageToAFeatureAndWhatIsAboveIt() throws Exception {
        Page page = visit("ogc?lang=zh", 1280);
        page.locator(".cards a").first().click();
        page.locator("tr", hasText("micro-grids")).getByText("浏览要素").click();
        drawn(page, 50);
        JsonNode first = county.ask("/" + MICRO_GRIDS + "/items?limit=1").at("/features/0");
        page.locator("tr[data-id] a").first().click();
        drawn(page, 1);
        expect(page.locator("h2")).hasText(first.at("/properties/name").asText());
        expect(page.locator(".facts")).containsText(first.get("id").asText());
        assertThat(page.locator(".map path.leaflet-interactive").count()).isEqualTo(1);
        page.locator(".chain a").last().click();
        drawn(page, 1);
        expect(page.locator(".code")).hasText(first.at("/properties/parentCode").asText());
        page.locator(".plain-list a").first().click();
        expect(page.locator("table.items")).containsText(first.get("id").asText());
    }

    @Test
    void theLanguageIsSwitchedAndStays() {
        Page page = visit(MICRO_GRIDS + "?lang=zh", 1280);
        expect(page.locator("h2")).hasText("微网格");
        page.locator("#language").click();
        expect(page.locator("h2")).hasText("Micro grids");
        page.locator("a.button").click();
        expect(page.locator("h2")).hasText("Micro grids · Features");
        drawn(page, 50);
        page.locator("#language").click();
        expect(page.locator("h2")).hasText("微网格 · 要素");
        drawn(page, 50);
    }

    @Test
    void aFeatureOnTheMapLeadsToItsPage() {
        Page page = visit(MICRO_GRIDS + "/items?limit=1&lang=en", 1280);
        drawn(page, 1);
        String id = page.locator("tr[data-id]").getAttribute("data-id");
        page.locator("tr[data-id]").hover();
        expect(page.locator("tr.picked")).hasCount(1);
        page.locator(".map path.leaflet-interactive").dispatchEvent("click");
        page.waitForURL("**/items/" + id + "?lang=en");
        drawn(page, 1);
    }

    @Test
    void theBoxThatIsAskedForIsDrawn() {
        Page page = visit(MICRO_GRIDS + "/items?bbox=103.5,30.19,103.52,30.21&lang=zh", 1280);
        page.waitForSelector(".map[data-drawn]");
        expect(page.locator(".map path:not(.leaflet-interactive)")).hasCount(1);
    }

    @Test
    void nothingIsWiderThanAPhone() {
        for (String path :
                List.of(
                        "ogc",
                        "ogc/api",
                        "ogc/conformance",
                        "ogc/collections",
                        MICRO_GRIDS,
                        MICRO_GRIDS + "/schema",
                        MICRO_GRIDS + "/items")) {
            for (String language : List.of("zh", "en")) {
                Page page = visit(path + "?lang=" + language, 390);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(path + " " + language)
                        .isEqualTo(390);
            }
        }
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
