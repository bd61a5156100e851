package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.SmallService;
import org.weiwang.config.Settings;

/** The page of a server that does without the living circle. */
@Tag("browser")
class CircleOffPageTest {
    private static final Settings.Circle OFF =
            new Settings.Circle(false, 200, 30, Optional.empty());

    @Test
    void showsNoneAndAnAddressOfOneLeadsToTheFirstPage(@TempDir Path data, @TempDir Path folder)
            throws Exception {
        try (SmallService service = new SmallService(data, OFF).startWith(folder);
                MapPage map = new MapPage(service.uri())) {
            Page page = map.open("#page=circle");
            expect(page.locator("#pages button[value=circle]")).isHidden();
            expect(page.locator("#pages button[value=find]")).hasAttribute("aria-pressed", "true");
            expect(page.locator("#search")).isVisible();
            expect(page.locator("#circle")).isHidden();
            assertThat(page.url()).doesNotContain("page=circle");

            page.evaluate("() => { location.hash = '#page=circle'; }");
            page.waitForFunction("() => !location.hash.includes('page=circle')");
            expect(page.locator("#search")).isVisible();

            page.locator("#pages button[value=editions]").click();
            expect(page.locator("#circle")).isHidden();
            assertThat(page.url()).contains("page=editions");
        }
    }
}
