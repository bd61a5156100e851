package org.weiwang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of an issuer that runs beside the test and is asked over HTTP for its keys. */
class IssuedTokensTest {
    private static final String REALM = "city";
    private static final String AUDIENCE = "weiwang";
    private static final List<String> PUBLISHER = List.of("offline_access", "publisher", "planner");

    private MockOAuth2Server server;
    private IssuedTokens tokens;

    @BeforeEach
    void start() throws Exception {
        start(0, "RS256");
    }

    private void start(int port, String algorithm) throws Exception {
        KeyProvider keys = new KeyProvider(List.of(), algorithm);
        server =
                new MockOAuth2Server(
                        new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(keys)));
        server.start(InetAddress.getLoopbackAddress(), port);
        server.wellKnownUrl(REALM).url().openStream().close(); // The first answers take their time.
        server.jwksUrl(REALM).url().openStream().close();
        requests();
        tokens = new IssuedTokens(issuer(REALM));
    }

    private Issuer issuer(String realm) {
        URI address = URI.create(server.issuerUrl(realm).toString());
        return new Issuer(address, AUDIENCE, "realm_access.roles");
    }

    @AfterEach
    void stop() {
        server.shutdown();
    }

    private SignedJWT token(
            String realm, String audience, Map<String, Object> claims, long seconds) {
        return server.issueToken(
                realm,
                "page",
                new DefaultOAuth2TokenCallback(
                        realm, "u-17", "JWT", List.of(audience), claims, seconds));
    }

    private String token(Map<String, Object> claims) {
        return token(REALM, AUDIENCE, claims, 60).serialize();
    }

    private static Map<String, Object> roles(Object roles) {
        return Map.of("realm_access", Map.of("roles", roles));
    }

    @Test
    void theHighestRoleNamedHolds() throws Exception {
        assertThat(tokens.identify(token(roles(PUBLISHER))))
                .isEqualTo(new Identity("(u-17)", Role.PUBLISHER));
    }

    @Test
    void tokensSignedWithEllipticCurvesAreGoodToo() throws Exception {
        server.shutdown();
        start(0, "ES256");
        assertThat(tokens.identify(token(roles(PUBLISHER))).role()).isEqualTo(Role.PUBLISHER);
    }

    @Test
    void aUserIsNamedWithTheSubject() throws Exception {
        Map<String, Object> claims = new HashMap<>(roles("dispatcher other"));
        claims.put("preferred_username", "wang");
        assertThat(tokens.identify(token(claims)))
                .isEqualTo(new Identity("wang (u-17)", Role.DISPATCHER));
        claims.put("preferred_username", "wang\u0000");
        refused(token(claims), "name");
    }

    @ParameterizedTest
    @CsvSource({"ADMIN", "administrator", "''"})
    void otherNamesGiveNoRole(String name) throws Exception {
        assertThat(tokens.identify(token(roles(List.of(name)))).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void withoutTheClaimAUserIsAViewer() throws Exception {
        assertThat(tokens.identify(token(Map.of())).role()).isEqualTo(Role.VIEWER);
        assertThat(tokens.identify(token(roles(7))).role()).isEqualTo(Role.VIEWER);
        assertThat(tokens.identify(token(Map.of("realm_access", "admin"))).role())
                .isEqualTo(Role.VIEWER);
    }

    @Test
    void aClaimNamedByAnAddressIsFound() throws Exception {
        Issuer issuer = issuer(REALM);
        String claim = "https://weiwang.example/roles";
        IssuedTokens named =
                new IssuedTokens(new Issuer(issuer.address(), issuer.audience(), claim));
        assertThat(named.identify(token(Map.of(claim, List.of("admin")))).role())
                .isEqualTo(Role.ADMIN);
    }

    @Test
    void whatIsForOthersOrFromOthersOrOverIsRefused() throws Exception {
        refused(token(REALM, "other", roles(PUBLISHER), 60).serialize(), "aud");
        refused(token(REALM, AUDIENCE, roles(PUBLISHER), -60).serialize(), "Expired");
        refused(token("village", AUDIENCE, roles(PUBLISHER), 60).serialize(), "");
        Map<String, Object> claims = new HashMap<>(roles(PUBLISHER));
        claims.put("iss", "https://elsewhere.example");
        refused(token(claims), "iss");
    }

    @Test
    void whatTheIssuerDidNotSignIsRefused() throws Exception {
        SignedJWT good = token(REALM, AUDIENCE, roles(PUBLISHER), 60);
        JWTClaimsSet claims = good.getJWTClaimsSet();
        refused(new PlainJWT(claims).serialize(), "signed");
        RSAKey other = new RSAKeyGenerator(2048).keyID(good.getHeader().getKeyID()).generate();
        refused(signed(good.getHeader(), claims, new RSASSASigner(other)), "signed");
        byte[] published = "a key that everyone knows, as HMAC's".getBytes();
        JWSHeader hmac =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(good.getHeader().getKeyID())
                        .build();
        refused(signed(hmac, claims, new MACSigner(published)), "signed");
        String text = good.serialize();
        refused(text.substring(0, text.length() - 8) + "AAAAAAAA", "signed");
        refused("x.y.z", "signed");
        refused("nonsense", "signed");
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
            throws Exception {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    @Test
    void unknownKeysAreAskedForButNotForEachToken() throws Exception {
        SignedJWT good = token(REALM, AUDIENCE, roles(PUBLISHER), 60);
        RSAKey unknown = new RSAKeyGenerator(2048).keyID("unknown").generate();
        String wrong =
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("unknown").build(),
                        good.getJWTClaimsSet(),
                        new RSASSASigner(unknown));
        for (int i = 0; i < 20; i++) {
            refused(wrong, "");
        }
        assertThat(tokens.identify(good.serialize()).role()).isEqualTo(Role.PUBLISHER);
        assertThat(requests()).isBetween(2, 8);
    }

    /** How many the issuer had since this was asked last. */
    private int requests() {
        int requests = 0;
        try {
            while (true) {
                server.takeRequest(10, TimeUnit.MILLISECONDS);
                requests++;
            }
        } catch (RuntimeException e) {
            return requests; // It had no more.
        }
    }

    @Test
    void whenTheIssuerIsDownKnownKeysGoOnAndNothingElseDoes() throws Exception {
        IssuedTokens asked = new IssuedTokens(issuer(REALM), 200, 100);
        IssuedTokens neverAsked = new IssuedTokens(issuer(REALM));
        String token = token(roles(PUBLISHER));
        assertThat(asked.identify(token).role()).isEqualTo(Role.PUBLISHER);
        server.shutdown();
        long later = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        while (System.nanoTime() < later) {
            assertThat(asked.identify(token).role()).isEqualTo(Role.PUBLISHER);
        }
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> neverAsked.identify(token))
                    .isInstanceOf(UnverifiableException.class);
        }
    }

    private void refused(String token, String words) {
        assertThatThrownBy(() -> tokens.identify(token))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining(token);
    }
}
