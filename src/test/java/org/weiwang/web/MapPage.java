package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.weiwang.ServedDemoCounty;

/** A server with the demo county, a browser, and the errors that its pages report. */
final class MapPage implements AutoCloseable {
    /** This machine, by a name that browsers don't take for it. */
    static final String INSECURE = "weiwang.test";

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    "--host-resolver-rules=MAP " + INSECURE + " 127.0.0.1");

    private final URI server;
    private final Playwright playwright;
    private final Browser browser;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> errors = new ArrayList<>();

    MapPage() throws Exception {
        this(ServedDemoCounty.get().uri());
    }

    MapPage(URI server) {
        this.server = server;
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setArgs(FLAGS));
    }

    /** A page that has yet to go anywhere, in a context of its own. */
    Page blank(int width, int height) {
        Page page =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height))
                        .newPage();
        page.onPageError(errors::add);
        page.onDialog(
                dialog -> {
                    errors.add("dialog: " + dialog.message());
                    dialog.dismiss();
                });
        return page;
    }

    /** The page of a desk, at the given hash, with its map drawn. */
    Page open(String hash) {
        Page page = blank(1280, 800);
        go(page, hash);
        return page;
    }

    void go(Page page, String hash) {
        page.navigate(address(hash));
        drawn(page);
    }

    /** Of the map, at the given hash. */
    String address(String hash) {
        return server.resolve("/" + hash).toString();
    }

    /**
     * Goes to any page of the server.
     *
     * @param path without a slash before it
     */
    void visit(Page page, String path) {
        page.navigate(server.resolve("/" + path).toString());
    }

    /** Waits until every tile of the view is drawn. */
    static void drawn(Page page) {
        page.waitForFunction(
                "() => { const tiles = [...document.querySelectorAll('.leaflet-tile-container"
                        + " canvas')]; return tiles.length > 0 && tiles.every((tile) =>"
                        + " tile.classList.contains('leaflet-tile-loaded')); }");
    }

    /**
     * Moves the mouse over the map.
     *
     * @param right of its centre, in pixels
     * @param down likewise
     */
    static void pointAt(Page page, double right, double down) {
        BoundingBox box = page.locator("#map").boundingBox();
        page.mouse().move(box.x + box.width / 2 + right, box.y + box.height / 2 + down);
    }

    /** Fills the dialog in; whether the token is good shows later. */
    static void signIn(Page page, String token) {
        page.locator("#session button").click();
        page.locator("dialog input").fill(token);
        page.locator("dialog .primary").click();
    }

    /** What the server itself says to the same question. */
    JsonNode ask(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(server.resolve(path)).build());
    }

    /** Likewise, to what is asked with a JSON body. */
    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return answer(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(request.uri().getPath()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    /** An address of the demo county, as its file has it. */
    static String firstAddress() throws IOException {
        try (Stream<String> lines = Files.lines(ServedDemoCounty.FOLDER.resolve("addresses.csv"))) {
            return lines.skip(1).findFirst().orElseThrow().split(",")[0];
        }
    }

    JsonNode lookup(String address) throws IOException, InterruptedException {
        return ask("/api/v1/lookup?address=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    JsonNode lookup(double lon, double lat, String datum) throws IOException, InterruptedException {
        return ask("/api/v1/lookup?lon=" + lon + "&lat=" + lat + "&datum=" + datum);
    }

    static LocatorAssertions expect(Locator locator) {
        return PlaywrightAssertions.assertThat(locator);
    }

    /** Closes all pages that are open, and looks whether anything went wrong in one of them. */
    void nothingWentWrong() {
        browser.contexts().forEach(BrowserContext::close);
        List<String> seen = List.copyOf(errors);
        errors.clear();
        assertThat(seen).as("errors of pages").isEmpty();
    }

    /** Also says what went wrong in a page. */
    @Override
    public void close() {
        try (playwright) {
            nothingWentWrong();
        }
    }
}
