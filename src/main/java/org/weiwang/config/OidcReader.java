package org.weiwang.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/** Reads whose tokens are good besides our own. */
final class OidcReader {
    static final String ISSUER = "WEIWANG_OIDC_ISSUER";
    static final String AUDIENCE = "WEIWANG_OIDC_AUDIENCE";
    static final String ROLE_CLAIM = "WEIWANG_OIDC_ROLE_CLAIM";

    private static final String USUAL_ROLE_CLAIM = "roles";

    private final SettingsReader settings;

    OidcReader(SettingsReader settings) {
        this.settings = settings;
    }

    Optional<Settings.Oidc> read() {
        String issuer = settings.text(ISSUER, null);
        String audience = settings.text(AUDIENCE, null);
        String roleClaim = settings.text(ROLE_CLAIM, null);
        if (issuer == null) {
            if (audience != null || roleClaim != null) {
                settings.fault(AUDIENCE + " and " + ROLE_CLAIM + " need " + ISSUER);
            }
            return Optional.empty();
        }
        if (audience == null) {
            settings.fault(ISSUER + " needs " + AUDIENCE + ", else tokens for others would do");
        }
        if (!isSafe(issuer)) {
            settings.fault(
                    ISSUER + " must begin with https:// (http:// on loopback only), not " + issuer);
            return Optional.empty();
        }
        return Optional.of(
                new Settings.Oidc(
                        URI.create(issuer),
                        audience,
                        roleClaim == null ? USUAL_ROLE_CLAIM : roleClaim));
    }

    /** The keys that come from there must be the issuer's. */
    private static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme())
                                    && InetAddress.getByName(uri.getHost()).isLoopbackAddress()));
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }
}
