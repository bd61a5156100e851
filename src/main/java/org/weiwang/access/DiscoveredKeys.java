package org.weiwang.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;

/** The keys of an issuer, from where its discovery document says that they are. */
final class DiscoveredKeys implements JWKSetSource<SecurityContext> {
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int MOST_BYTES = 1 << 20;

    private final ResourceRetriever retriever =
            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES);
    private final URI issuer;
    private volatile boolean had;

    DiscoveredKeys(URI issuer) {
        this.issuer = issuer;
    }

    /** Whether the issuer gave its keys when it was asked last. */
    boolean wereHad() {
        return had;
    }

    @Override
    public JWKSet getJWKSet(
            JWKSetCacheRefreshEvaluator evaluator, long currentTime, SecurityContext context)
            throws JWKSetUnavailableException {
        had = false;
        try {
            String base = issuer.toString().replaceFirst("/$", "");
            Map<String, Object> document = JSONObjectUtils.parse(get(base + DISCOVERY));
            String named = JSONObjectUtils.getString(document, "issuer");
            if (!issuer.toString().equals(named)) {
                throw new JWKSetUnavailableException(
                        "the discovery document of " + issuer + " is one of " + named);
            }
            JWKSet keys =
                    JWKSet.parse(get(JSONObjectUtils.getURI(document, "jwks_uri").toString()));
            had = true;
            return keys;
        } catch (IOException | ParseException | RuntimeException e) {
            throw new JWKSetRetrievalException("the keys of " + issuer + " can't be had", e);
        }
    }

    private String get(String address) throws IOException {
        return retriever.retrieveResource(new URL(address)).getContent();
    }

    @Override
    public void close() throws IOException {
        // Every request to the issuer stands for itself.
    }
}
