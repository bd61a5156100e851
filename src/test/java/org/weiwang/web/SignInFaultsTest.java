package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.SmallService;
import org.weiwang.access.Role;

/** Signing in and staying so where the provider, the server or the network between them fail. */
@Tag("browser")
class SignInFaultsTest {
    private static final String VIEW = "#view=15,103.51010,30.19350";
    private static final String PUBLISHER =
            "{\"preferred_username\": \"wang\", \"roles\": [\"publisher\"]}";
    private static final String KEPT = "JSON.parse(sessionStorage.getItem('weiwang.session'))";
    private static final Map<String, String> FROM_ANYWHERE =
            Map.of("Access-Control-Allow-Origin", "*", "Content-Type", "application/json");

    @TempDir private static Path folder;
    @TempDir private static Path data;
    private static Issuing issuer;
    private static SmallService service;
    private static MapPage map;

    @BeforeAll
    static void start() throws Exception {
        issuer = new Issuing();
        service = new SmallService(data, issuer.settings()).startWith(folder);
        map = new MapPage(service.uri());
    }

    @AfterEach
    void check() {
        map.nothingWentWrong();
    }

    @AfterAll
    static void stop() {
        map.close();
        service.close();
        issuer.close();
    }

    @Test
    void anAnswerOfAnotherIssuerIsNotTaken() {
        Page page = map.open(VIEW);
        issuer.visit(page);
        comeBack(page, "code=abc&iss=https://other.example&state=" + asked(page, "state"));
        expect(dialog(page)).containsText("iss https://other.example");
        expect(who(page)).hasCount(0);
    }

    @Test
    void anIdentityTokenThatIsNotForThisSignInIsNotTaken() {
        Page page = map.open(VIEW);
        AtomicReference<String> claims = new AtomicReference<>();
        page.route("**/city/token", route -> answer(route, tokens(claims.get())));
        String iss = issuer.settings().orElseThrow().issuer().toString();
        Map<String, String> wrong =
                Map.of(
                        "null",
                        "id_token, iss",
                        "{\"iss\":\"" + iss + "\",\"aud\":\"other\",\"nonce\":\"N\"}",
                        "id_token, aud",
                        "{\"iss\":\"" + iss + "\",\"aud\":\"weiwang-page\",\"nonce\":\"other\"}",
                        "id_token, nonce",
                        "{\"iss\":\"" + iss + "\",\"aud\":\"weiwang-page\",\"nonce\":\"N\"}",
                        "时钟");
        wrong.forEach(
                (payload, words) -> {
                    issuer.visit(page);
                    claims.set(payload.replace("\"N\"", '"' + asked(page, "nonce") + '"'));
                    comeBack(page, "code=abc&state=" + asked(page, "state"));
                    expect(dialog(page)).containsText(words);
                    dialog(page).locator("button").click();
                    expect(dialog(page)).hasCount(0);
                });
        expect(who(page)).hasCount(0);
        assertThat(page.evaluate("() => sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void endpointsThatAreLessSafeThanTheIssuerAreNotAsked() {
        Page page = map.blank(1280, 800);
        page.route(
                service.uri().resolve("/").toString(),
                route -> {
                    APIResponse response = route.fetch();
                    Map<String, String> headers = new HashMap<>(response.headers());
                    headers.remove("content-security-policy"); // It names the true issuer alone.
                    route.fulfill(
                            new Route.FulfillOptions().setResponse(response).setHeaders(headers));
                });
        page.route(
                "**/api/v1/settings",
                route ->
                        answer(
                                route,
                                "{\"tiles\":null,\"signIn\":{\"issuer\":\"https://id.example\","
                                        + "\"client\":\"c\",\"scope\":\"openid\","
                                        + "\"roleClaim\":\"roles\"}}"));
        page.route(
                "https://id.example/**",
                route ->
                        answer(
                                route,
                                "{\"issuer\":\"https://id.example\","
                                        + "\"authorization_endpoint\":\"https://id.example/a\","
                                        + "\"token_endpoint\":\"http://id.example/t\"}"));
        map.go(page, VIEW);
        page.locator("#session button").click();
        page.locator("dialog form > .primary").click();
        expect(page.locator("dialog [role=alert]")).containsText("endpoint http://id.example/t");
    }

    @Test
    void whoComesBackIsSignedInWhateverTheTabStillHas() {
        Page page = map.open(VIEW);
        keep(page, "{\"token\":\"wwt_revoked\"}");
        issuer.signIn(page, PUBLISHER);
        expect(who(page)).hasText("wang (u-17) 发布员");
        expect(dialog(page)).hasCount(0);
    }

    @Test
    void whatTheTabStillHasIsGoodWhenSigningInFails() {
        Page page = map.open(VIEW);
        keep(page, "{\"token\":\"" + SmallService.secret(Role.PLANNER) + "\"}");
        issuer.visit(page);
        page.route(
                "**/api/v1/me",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503)),
                new Page.RouteOptions().setTimes(1));
        issuer.enter(page, PUBLISHER);
        expect(dialog(page)).containsText("503");
        expect(who(page)).containsText("规划员");
    }

    @Test
    void whatTheTabHasOutlastsAServerThatIsAwayForAMoment() {
        Page page = map.open(VIEW);
        keep(page, "{\"token\":\"" + SmallService.secret(Role.PLANNER) + "\"}");
        page.route(
                "**/api/v1/me",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503)),
                new Page.RouteOptions().setTimes(1));
        page.reload();
        Issuing.awaitOutcome(page);
        expect(who(page)).hasCount(0);
        page.reload();
        expect(who(page)).containsText("规划员");
    }

    @Test
    void whileTheIssuerIsAwayATokenIsUsedToItsEnd() {
        Page page = map.blank(1280, 800);
        page.clock().install();
        AtomicBoolean away = new AtomicBoolean();
        List<String> refused = new ArrayList<>();
        page.route(
                "**/city/token",
                route -> {
                    if (away.get()) {
                        refused.add(route.request().postData());
                        route.abort();
                    } else {
                        APIResponse response = route.fetch();
                        String body =
                                response.text()
                                        .replaceFirst("(\"expires_in\"\\s*:\\s*)\\d+", "$158");
                        route.fulfill(
                                new Route.FulfillOptions().setResponse(response).setBody(body));
                    }
                });
        map.go(page, VIEW);
        issuer.signIn(page, PUBLISHER);
        expect(who(page)).containsText("发布员");
        away.set(true);
        page.clock().fastForward(30_000);
        assertThat(lookUp(page).headers()).containsKey("authorization");
        assertThat(lookUp(page).headers()).containsKey("authorization");
        page.waitForCondition(() -> refused.size() == 1);
        expect(who(page)).containsText("发布员");

        page.clock().fastForward(30_000);
        assertThat(lookUp(page).headers()).doesNotContainKey("authorization");
        expect(dialog(page)).hasCount(1);
        expect(dialog(page)).containsText("登录已到期");
        expect(who(page)).hasCount(0);
        expect(page.locator("#panel h2")).hasText("乙微网格");
        assertThat(page.evaluate("() => sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void aTokenThatTheServerRefusesIsRenewedOnce() {
        Page page = map.open(VIEW);
        issuer.signIn(page, PUBLISHER);
        expect(who(page)).containsText("发布员");
        AtomicBoolean all = new AtomicBoolean();
        String first = (String) page.evaluate("() => " + KEPT + ".token");
        page.route(
                "**/api/v1/lookup?*",
                route -> {
                    String carried = route.request().headers().getOrDefault("authorization", "");
                    if (carried.endsWith(first) || all.get() && !carried.isEmpty()) {
                        route.fulfill(new Route.FulfillOptions().setStatus(401));
                    } else {
                        route.resume();
                    }
                });
        lookUp(page);
        expect(page.locator("#panel h2")).hasText("乙微网格");
        expect(who(page)).containsText("发布员");
        assertThat(page.evaluate("() => " + KEPT + ".token")).isNotEqualTo(first);

        all.set(true);
        lookUp(page);
        expect(dialog(page)).containsText("登录已到期");
        expect(who(page)).hasCount(0);
        expect(page.locator("#panel h2")).hasText("乙微网格");
    }

    @Test
    void aTokenThatLastsLongerThanATimerEndsInItsTime() {
        Page page = map.blank(1280, 800);
        page.clock().install();
        map.go(page, VIEW);
        long expires = System.currentTimeMillis() + Duration.ofDays(30).toMillis();
        keep(
                page,
                "{\"token\":\""
                        + SmallService.secret(Role.PLANNER)
                        + "\",\"refresh\":null,\"expires\":"
                        + expires
                        + "}");
        page.reload();
        expect(who(page)).containsText("规划员");
        pass(page, 5);
        expect(who(page)).containsText("规划员");
        pass(page, 1);
        expect(dialog(page)).containsText("登录已到期");
        expect(who(page)).hasCount(0);
    }

    @Test
    void signingOutTakesBackTheRefreshTokenAndStaysWhereTheIssuerIsAway() {
        Page page = map.open(VIEW);
        AtomicBoolean away = new AtomicBoolean();
        page.route(
                "**/city/.well-known/*",
                route -> {
                    if (away.get()) {
                        route.abort();
                        return;
                    }
                    APIResponse response = route.fetch();
                    String body =
                            response.text()
                                    .replaceFirst(
                                            "(\"end_session_endpoint\"\\s*:\\s*)\"[^\"]*\"",
                                            "$1\"\"");
                    route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(body));
                });
        String before = page.url();
        issuer.signIn(page, PUBLISHER);
        expect(who(page)).containsText("发布员");
        String refresh = (String) page.evaluate("() => " + KEPT + ".refresh");
        Request revocation =
                page.waitForRequest(
                        "**/city/revoke", () -> page.locator("#session button").click());
        assertThat(revocation.postData()).contains("token=" + refresh);
        expect(who(page)).hasCount(0);
        assertThat(page.url()).isEqualTo(before);

        issuer.signIn(page, PUBLISHER);
        expect(who(page)).containsText("发布员");
        away.set(true);
        page.locator("#session button").click();
        expect(dialog(page)).containsText("已退出本页面");
        expect(who(page)).hasCount(0);
        assertThat(page.url()).isEqualTo(before);
    }

    private static void keep(Page page, String grant) {
        page.evaluate("(grant) => sessionStorage.setItem('weiwang.session', grant)", grant);
    }

    /** Lets time pass in steps that the browser's clock can take at once. */
    private static void pass(Page page, int steps) {
        for (int step = 0; step < steps; step++) {
            page.clock().fastForward(Duration.ofDays(5).plusHours(1).toMillis());
        }
    }

    /** Asks for a place, and returns what the page asked the server with in the end. */
    private static Request lookUp(Page page) {
        page.locator("[name=text]").fill("103.5152,30.1935");
        Response answer =
                page.waitForResponse(
                        "**/api/v1/lookup?*", () -> page.locator("[name=text]").press("Enter"));
        return answer.request();
    }

    private static void answer(Route route, String body) {
        route.fulfill(new Route.FulfillOptions().setHeaders(FROM_ANYWHERE).setBody(body));
    }

    /** The answer of a token endpoint, whose identity token has the given payload. */
    private static String tokens(String payload) {
        String encoded =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"e30."
                + encoded
                + ".\"}";
    }

    private static void comeBack(Page page, String answer) {
        page.navigate(service.uri().resolve("/?" + answer).toString());
        Issuing.awaitOutcome(page);
    }

    /** What the page that the issuer shows was asked for with. */
    private static String asked(Page page, String parameter) {
        return page.url().replaceFirst(".*[?&]" + parameter + "=([^&]*).*", "$1");
    }

    private static Locator who(Page page) {
        return page.locator(".who");
    }

    private static Locator dialog(Page page) {
        return page.locator("dialog");
    }
}
