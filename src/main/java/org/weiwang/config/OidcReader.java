package org.weiwang.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads whose tokens are good besides our own, and how the page comes by one. */
final class OidcReader {
    static final String ISSUER = "WEIWANG_OIDC_ISSUER";
    static final String AUDIENCE = "WEIWANG_OIDC_AUDIENCE";
    static final String ROLE_CLAIM = "WEIWANG_OIDC_ROLE_CLAIM";

    static final String CLIENT = "WEIWANG_OIDC_CLIENT";
    static final String SCOPE = "WEIWANG_OIDC_SCOPE";

    private static final String USUAL_ROLE_CLAIM = "roles";
    private static final String USUAL_SCOPE = "openid profile";

    private final SettingsReader settings;

    OidcReader(SettingsReader settings) {
        this.settings = settings;
    }

    Optional<Settings.Oidc> read() {
        String issuer = settings.text(ISSUER, null);
        String audience = settings.text(AUDIENCE, null);
        String roleClaim = settings.text(ROLE_CLAIM, null);
        if (issuer == null) {
            Stream.of(AUDIENCE, ROLE_CLAIM, CLIENT, SCOPE)
                    .filter(name -> settings.text(name, null) != null)
                    .forEach(name -> settings.fault(name + " needs " + ISSUER));
            return Optional.empty();
        }
        if (audience == null) {
            settings.fault(ISSUER + " needs " + AUDIENCE + ", else tokens for others would do");
        }
        Optional<Settings.Client> client = client();
        if (!isSafe(issuer)) {
            settings.fault(
                    ISSUER
                            + " must begin with https:// (http:// on loopback only) and name no"
                            + " user, not "
                            + issuer);
            return Optional.empty();
        }
        return Optional.of(
                new Settings.Oidc(
                        URI.create(issuer),
                        audience,
                        roleClaim == null ? USUAL_ROLE_CLAIM : roleClaim,
                        client));
    }

    private Optional<Settings.Client> client() {
        String id = settings.text(CLIENT, null);
        String scope = settings.text(SCOPE, null);
        if (scope != null && !List.of(scope.split(" +")).contains("openid")) {
            settings.fault(
                    SCOPE + " must be names with blanks between, openid among them, not " + scope);
        }
        if (id == null) {
            if (scope != null) {
                settings.fault(SCOPE + " needs " + CLIENT);
            }
            return Optional.empty();
        }
        return Optional.of(new Settings.Client(id, scope == null ? USUAL_SCOPE : scope));
    }

    /** The keys that come from there must be the issuer's, and anyone is told the address. */
    private static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme())
                                    && InetAddress.getByName(uri.getHost()).isLoopbackAddress()));
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }
}
