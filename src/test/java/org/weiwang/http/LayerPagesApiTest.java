package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.Answers.assertProblem;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.SmallService;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.Village;

/** The layers as pages for people. */
@Tag("store")
class LayerPagesApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static final String EVIL = "<script>alert(1)</script>";
    private static final String MICRO = "510999001001001001";
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|data-features)=\"([^\"]*)");

    private static SmallService service;

    @BeforeAll
    static void serve(@TempDir Path folder, @TempDir Path data) throws Exception {
        SmallHandOver village = Village.in(folder).withFacility("X", EVIL, "幼儿园", "", 0.7, 0.5);
        service = new SmallService(data).startWithCircle(village, folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/conformance",
                "/api",
                "/api?lang=en",
                "/collections",
                "/collections/micro-grids",
                "/collections/micro-grids/schema",
                "/collections/micro-grids/queryables",
                "/collections/micro-grids/items",
                "/collections/micro-grids/items/" + MICRO,
                "/collections/circle-micro/items",
                "/collections/facilities/items",
                "/collections/addresses",
                "/collections/addresses/items",
                "/collections/roads/items"
            })
    void everyResourceIsAPageWhoseLinksAreAbsoluteAndLeadSomewhere(String path) throws Exception {
        HttpResponse<String> answer = browse("/ogc" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.headers().allValues("Vary")).contains("Accept");
        assertThat(answer.body()).doesNotContain("style=", "onclick", "<script>", "{{");
        for (String address : addresses(answer.body())) {
            assertThat(address).startsWith(service.uri() + "/");
            assertThat(fetch(URI.create(address), BROWSER).statusCode()).as(address).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, '', 图层目录, zh-CN",
        "'en-US,en;q=0.9', '', Collections, en",
        "en, ?lang=zh, 图层目录, zh-CN",
        "zh-CN, ?lang=en, Collections, en"
    })
    void thePageIsInTheLanguageThatIsAskedForElseInTheBrowsers(
            String accepted, String query, String title, String tag) throws Exception {
        URI address = service.uri().resolve("/ogc/collections" + query);
        HttpResponse<String> answer = fetch(address, BROWSER, "Accept-Language", accepted);
        assertThat(answer.headers().allValues("Vary").contains("Accept-Language"))
                .isEqualTo(query.isEmpty());
        String page = answer.body();
        assertThat(page).contains("<h2>" + title + "</h2>", "<html lang=\"" + tag + "\">");
    }

    @Test
    void linksToPagesKeepTheLanguageAndThoseToDataDoNot() throws Exception {
        List<String> addresses =
                addresses(browse("/ogc/collections/micro-grids/items?lang=en").body());
        String micro = service.uri() + "/ogc/collections/micro-grids";
        assertThat(addresses)
                .contains(
                        micro + "?lang=en",
                        micro + "/items/" + MICRO + "?lang=en",
                        micro + "/items?lang=zh",
                        micro + "/items?limit=50&f=json",
                        micro + "/items?f=gpkg");
    }

    @Test
    void anotherLanguageIsRefusedEverywhere() throws Exception {
        for (String path : List.of("/ogc", "/ogc/collections/micro-grids/items")) {
            assertProblem(browse(path + "?lang=fr"), 400, "lang must be one of zh, en");
        }
    }

    @Test
    void aTableHasFewRowsUnlessMoreAreAskedForAndNeverTooMany() throws Exception {
        String items = service.uri() + "/ogc/collections/micro-grids/items";
        assertThat(addresses(browse("/ogc/collections/micro-grids/items?limit=5000").body()))
                .contains(items + "?limit=1000&f=json");
    }

    @Test
    void theTagOfAPageIsOfItsLanguage() throws Exception {
        URI items = service.uri().resolve("/ogc/collections/micro-grids/items");
        HttpResponse<String> chinese = fetch(items, BROWSER, "Accept-Language", "zh-CN");
        HttpResponse<String> english = fetch(items, BROWSER, "Accept-Language", "en");
        String tag = chinese.headers().firstValue("ETag").orElseThrow();
        assertThat(english.headers().firstValue("ETag")).isPresent().get().isNotEqualTo(tag);
        assertThat(fetch(items, BROWSER, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void behindAProxyAllAddressesBeginWithThePublicOne() throws Exception {
        String url = "https://grids.example/weiwang";
        Exposure exposure =
                new Exposure(
                        "127.0.0.1", 0, List.of(), url, Set.of(), 0, 1_000, Duration.ofSeconds(30));
        try (TestServer server = new TestServer(exposure, Optional.empty())) {
            server.start();
            String page = fetch(server.uri().resolve("/ogc/conformance"), BROWSER).body();
            assertThat(addresses(page))
                    .contains(url + "/style.css", url + "/ogc/map.js", url + "/ogc", url + "/")
                    .allMatch(address -> address.startsWith(url + "/"));
        }
    }

    @Test
    void pagesOfATableFollowOneAnother() throws Exception {
        String first = browse("/ogc/collections/micro-grids/items?limit=1").body();
        assertThat(first).contains("甲微网格").doesNotContain("乙微网格", "rel=\"first\"");
        String second = fetch(next(first), BROWSER).body();
        assertThat(second).contains("乙微网格", "rel=\"first\"").doesNotContain("甲微网格", "rel=\"next\"");
    }

    @Test
    void aPastEditionIsKeptFromTheTableToTheFeatureAndToWhatIsAboveIt() throws Exception {
        String items = browse("/ogc/collections/micro-grids/items?edition=510999-1&lang=zh").body();
        String item =
                service.uri()
                        + "/ogc/collections/micro-grids/items/"
                        + MICRO
                        + "?lang=zh&edition=510999-1";
        assertThat(addresses(items)).contains(item);
        String feature = fetch(URI.create(item), BROWSER).body();
        assertThat(feature).contains("所示版次或时间", "510999-1");
        assertThat(addresses(feature))
                .contains(
                        service.uri()
                                + "/ogc/collections/general-grids/items/510999001001001?lang=zh&edition=510999-1");
    }

    @Test
    void theChoicesOfALayerAreKeptOnTheWayToAFeature() throws Exception {
        assertThat(addresses(browse("/ogc/collections/circle-micro/items?profile=elderly").body()))
                .contains(
                        service.uri()
                                + "/ogc/collections/circle-micro/items/"
                                + MICRO
                                + "?profile=elderly");
    }

    @Test
    void whatDataSaysIsTextAndNeverMarkup() throws Exception {
        String items = browse("/ogc/collections/facilities/items").body();
        assertThat(items).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain(EVIL);
        String address =
                addresses(items).stream().filter(each -> each.endsWith("-X")).findAny().get();
        HttpResponse<String> item = fetch(URI.create(address), BROWSER);
        assertThat(item.statusCode()).isEqualTo(200);
        assertThat(item.body()).contains("&lt;script&gt;alert(1)").doesNotContain(EVIL);
    }

    @Test
    void whoNamesNoFormatGetsJson() throws Exception {
        HttpResponse<String> answer = fetch(service.uri().resolve("/ogc/collections"), "*/*");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    private static HttpResponse<String> browse(String path) throws Exception {
        return fetch(service.uri().resolve(path), BROWSER);
    }

    private static HttpResponse<String> fetch(URI address, String accept, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", accept);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private static URI next(String page) {
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]*)").matcher(page);
        assertThat(next.find()).isTrue();
        return URI.create(unescaped(next.group(1)));
    }

    private static List<String> addresses(String page) {
        List<String> addresses = new ArrayList<>();
        Matcher found = ADDRESS.matcher(page);
        while (found.find()) {
            addresses.add(unescaped(found.group(1)));
        }
        return addresses;
    }

    private static String unescaped(String text) {
        return text.replace("&#61;", "=").replace("&amp;", "&");
    }
}
