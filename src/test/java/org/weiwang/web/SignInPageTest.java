package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.SmallService;
import org.weiwang.access.Role;
import org.weiwang.edition.importing.SmallHandOver;

/** Signing in at an OpenID provider and coming back. */
@Tag("browser")
class SignInPageTest {
    private static final String VIEW = "#view=15,103.51010,30.19350&page=editions";
    private static final String PUBLISHER =
            "{\"preferred_username\": \"wang\", \"roles\": [\"publisher\"]}";

    /** The page renews a token that ends in less than half a minute. */
    private static final long NEARLY_AN_HOUR_MILLIS = 3_580_000;

    private static final long AN_HOUR_MILLIS = 3_600_000;

    @TempDir private Path folder;
    @TempDir private Path data;
    private Issuing issuer;
    private SmallService service;
    private MapPage map;

    @BeforeEach
    void start() throws Exception {
        issuer = new Issuing();
        service = new SmallService(data, issuer.settings()).startWith(folder);
        map = new MapPage(service.uri());
    }

    @AfterEach
    void stop() {
        map.close();
        service.close();
        issuer.close();
    }

    @Test
    void aUserSignsInPublishesAndSignsOut() throws Exception {
        new SmallHandOver(folder).redrawn().write();
        service.backend()
                .importer()
                .run(ServedDemoCounty.request(SmallHandOver.DISTRICT, false, folder));
        Page page = map.open(VIEW);
        List<String> addresses = new ArrayList<>();
        page.onRequest(request -> addresses.add(request.url()));
        String before = page.url();
        Request redeemed =
                page.waitForRequest("**/city/token", () -> issuer.signIn(page, PUBLISHER));
        expect(who(page)).hasText("wang (u-17) 发布员");
        assertThat(page.url()).isEqualTo(before);
        String asked =
                addresses.stream()
                        .filter(address -> address.contains("/city/authorize?"))
                        .findFirst()
                        .orElseThrow();
        assertThat(asked)
                .contains("code_challenge_method=S256")
                .containsPattern("[?&]nonce=[\\w-]{43}(&|$)")
                .contains("code_challenge=" + sha256(verifierIn(redeemed)) + "&");
        Locator draft = page.locator(".edition", new Page.LocatorOptions().setHasText("510999-2"));
        draft.locator("button.primary").click();
        page.locator("dialog .primary").click();
        expect(page.locator("#editions-said")).hasText("第 2 版已生效");
        expect(draft.locator(".by").first()).containsText("wang (u-17)");

        page.reload();
        expect(who(page)).containsText("wang");
        String token = kept(page, "token");
        assertThat(addresses).noneMatch(address -> address.contains(token));
        assertThat(page.evaluate("() => localStorage.length")).isEqualTo(0);
        String root = service.uri().resolve("/").toString();
        page.waitForResponse(
                response -> response.url().equals(root),
                () -> page.locator("#session button").click());
        page.waitForURL(before);
        MapPage.drawn(page);
        expect(who(page)).hasCount(0);
        assertThat(addresses).anyMatch(address -> address.contains("/city/endsession?"));
        assertThat(addresses).noneMatch(address -> address.contains("eyJ"));
        assertThat(page.evaluate("() => sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void aTokenOfTheServersOwnIsAsGoodAsBeforeAndStaysOnThePage() {
        Page page = map.open(VIEW);
        page.locator("#session button").click();
        page.locator("dialog input").fill(SmallService.secret(Role.PLANNER));
        page.locator("dialog footer .primary").click();
        expect(who(page)).containsText("规划员");
        String before = page.url();
        page.locator("#session button").click();
        expect(who(page)).hasCount(0);
        assertThat(page.url()).isEqualTo(before);
    }

    @Test
    void whatTheIssuerDoesNotGrantIsSaid() {
        Page page = map.open(VIEW + "&lang=en");
        String before = page.url();
        issuer.visit(page);
        comeBack(page, "error=access_denied&error_description=no&state=" + state(page));
        expect(dialog(page)).containsText("did not let you in");
        expect(who(page)).hasCount(0);
        assertThat(page.url()).isEqualTo(before).contains("lang=en");
        dialog(page).locator("button").click();
        expect(dialog(page)).hasCount(0);

        issuer.visit(page);
        comeBack(page, "error=invalid_scope&state=" + state(page));
        expect(dialog(page)).containsText("invalid_scope");
    }

    @Test
    void anAnswerThatThisTabDidNotAskForIsNotTaken() {
        Page page = map.open(VIEW);
        List<String> addresses = new ArrayList<>();
        page.onRequest(request -> addresses.add(request.url()));
        issuer.visit(page);
        comeBack(page, "code=abc&state=other");
        expect(dialog(page)).containsText("不是本标签页所请求的");
        assertThat(page.url()).doesNotContain("abc");
        Page fresh = map.blank(1280, 800);
        comeBack(fresh, "code=abc&state=other" + VIEW);
        expect(dialog(fresh)).containsText("不是本标签页所请求的");
        assertThat(fresh.url()).isEqualTo(service.uri().resolve("/" + VIEW).toString());
        assertThat(addresses).noneMatch(address -> address.contains("/city/token"));
        expect(who(page)).hasCount(0);
    }

    @Test
    void aTokenThatWasMadeForAnotherSignInIsNotTaken() {
        Page page = map.open(VIEW);
        issuer.signIn(page, "{\"roles\": [\"publisher\"], \"nonce\": \"other\"}");
        expect(dialog(page)).containsText("nonce");
        expect(who(page)).hasCount(0);
        assertThat(page.evaluate("() => sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void aUserWithoutARoleIsToldWhatIsMissing() {
        Page page = map.open(VIEW);
        issuer.signIn(page, "{\"preferred_username\": \"li\", \"roles\": [\"nurse\"]}");
        expect(dialog(page)).containsText("li (u-17)");
        expect(dialog(page)).containsText("写入令牌的声明 roles");
        expect(who(page)).hasText("li (u-17) 访客");
    }

    @Test
    void aTokenForAnotherServiceIsSaidToBe() {
        Page page = map.open(VIEW);
        issuer.mistakeTheService();
        issuer.signIn(page, PUBLISHER);
        expect(dialog(page)).containsText("JWT aud claim rejected");
        expect(who(page)).hasCount(0);
    }

    @Test
    void anIssuerThatIsAwayIsSaidToBe() {
        Page page = map.open(VIEW);
        issuer.close();
        page.locator("#session button").click();
        page.locator("dialog form > .primary").click();
        expect(page.locator("dialog [role=alert]")).containsText("无法连接身份服务");
        page.locator("dialog footer .plain").click();
        expect(dialog(page)).hasCount(0);
    }

    @Test
    void withoutASecureConnectionTheButtonSaysSo() {
        Page page = map.blank(1280, 800);
        URI insecure = URI.create("http://" + MapPage.INSECURE + ":" + service.uri().getPort());
        page.navigate(insecure.resolve("/" + VIEW).toString());
        MapPage.drawn(page);
        page.locator("#session button").click();
        page.locator("dialog form > .primary").click();
        expect(page.locator("dialog [role=alert]")).containsText("请用 https");
    }

    @Test
    void aTokenThatEndsIsRenewedUntilTheIssuerGivesNoMore() throws Exception {
        Page page = map.blank(1280, 800);
        page.clock().install();
        map.go(page, VIEW);
        issuer.signIn(page, PUBLISHER);
        expect(who(page)).containsText("发布员");
        String first = kept(page, "token");
        page.clock().fastForward(NEARLY_AN_HOUR_MILLIS);
        Locator details = page.locator(".edition summary");
        Request renewal = page.waitForRequest("**/city/token", () -> details.click());
        assertThat(renewal.postData()).contains("grant_type=refresh_token");
        expect(page.locator(".edition details ol")).isVisible();
        page.waitForFunction(
                "(first) => !sessionStorage.getItem('weiwang.session').includes(first)", first);
        expect(who(page)).containsText("发布员");

        issuer.revoke(kept(page, "refresh"));
        page.clock().fastForward(NEARLY_AN_HOUR_MILLIS);
        page.locator("#pages [value=find]").click();
        page.locator("[name=text]").fill("103.5152,30.1935");
        page.locator("[name=text]").press("Enter");
        expect(dialog(page)).containsText("登录已到期");
        expect(who(page)).hasCount(0);
        dialog(page).locator("button").click();
        expect(page.locator("#panel h2")).hasText("乙微网格");
        assertThat(page.evaluate("() => sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void whereTheIssuerGivesNoNextTokenTheEndIsSaid() {
        Page page = map.blank(1280, 800);
        page.clock().install();
        map.go(page, VIEW);
        issuer.signIn(page, PUBLISHER);
        expect(who(page)).containsText("发布员");
        page.evaluate(
                "() => { const kept = JSON.parse(sessionStorage.getItem('weiwang.session'));"
                        + " sessionStorage.setItem('weiwang.session',"
                        + " JSON.stringify({ ...kept, refresh: null })); }");
        page.reload();
        expect(who(page)).containsText("发布员");
        page.clock().fastForward(AN_HOUR_MILLIS);
        expect(dialog(page)).containsText("登录已到期");
        expect(who(page)).hasCount(0);
    }

    private static Locator who(Page page) {
        return page.locator(".who");
    }

    private static Locator dialog(Page page) {
        return page.locator("dialog");
    }

    /** As the issuer would send the browser back. */
    private void comeBack(Page page, String answer) {
        page.navigate(service.uri().resolve("/?" + answer).toString());
        Issuing.awaitOutcome(page);
    }

    private static String verifierIn(Request redeemed) {
        return redeemed.postData().replaceFirst(".*code_verifier=([^&]*).*", "$1");
    }

    private static String sha256(String verifier) throws NoSuchAlgorithmException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** What the page that the issuer shows was asked for with. */
    private static String state(Page page) {
        return page.url().replaceFirst(".*[?&]state=([^&]*).*", "$1");
    }

    private static String kept(Page page, String member) {
        return (String)
                page.evaluate(
                        "(member) =>"
                                + " JSON.parse(sessionStorage.getItem('weiwang.session'))[member]",
                        member);
    }
}
