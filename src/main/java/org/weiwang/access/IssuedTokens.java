package org.weiwang.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens (JWT) of an OpenID provider, signed with RS256 or ES256. Its keys are kept for five
 * minutes, and for as long as it can't be reached; a key that is not known is asked for, though not
 * more than twice in half a minute. Thread-safe.
 */
public final class IssuedTokens {
    private static final Logger LOG = LoggerFactory.getLogger(IssuedTokens.class);
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final long KEPT_MILLIS = TimeUnit.MINUTES.toMillis(5);
    private static final long FETCH_MILLIS = TimeUnit.SECONDS.toMillis(10);
    private static final long BETWEEN_FETCHES_MILLIS = TimeUnit.SECONDS.toMillis(30);
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final int LONGEST_NAME = 200;
    private static final String OUT_OF_REACH = "The issuer of the token can't be reached";

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final DiscoveredKeys discovered;
    private final RoleClaim roles;

    public IssuedTokens(Issuer issuer) {
        this(issuer, KEPT_MILLIS, BETWEEN_FETCHES_MILLIS);
    }

    /**
     * @param keptMillis how long the keys are taken to be what they were; more than the other
     * @param betweenFetchesMillis in which unknown keys are asked for twice at most
     */
    IssuedTokens(Issuer issuer, long keptMillis, long betweenFetchesMillis) {
        this.roles = new RoleClaim(issuer.roleClaim());
        this.discovered = new DiscoveredKeys(issuer.address());
        JWKSource<SecurityContext> keys =
                JWKSourceBuilder.create(discovered)
                        .cache(keptMillis, FETCH_MILLIS)
                        .refreshAheadCache(false)
                        .rateLimited(betweenFetchesMillis)
                        .outageTolerantForever()
                        .build();
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(
                        issuer.audience(),
                        new JWTClaimsSet.Builder().issuer(issuer.address().toString()).build(),
                        Set.of("sub", "exp"));
        claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(claims);
    }

    /**
     * @throws RefusedException when the token is not one of the issuer's for us, or not now
     * @throws UnverifiableException when no keys of the issuer can be had
     */
    Identity identify(String token) throws RefusedException {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return new Identity(name(claims), roles.highest(claims.getClaims()));
        } catch (RateLimitReachedException e) {
            if (!discovered.wereHad()) {
                throw new UnverifiableException(OUT_OF_REACH, e);
            }
            throw new RefusedException("The token is signed with an unknown key");
        } catch (KeySourceException e) {
            LOG.warn("tokens can't be checked", e); // As rarely as the issuer is asked.
            throw new UnverifiableException(OUT_OF_REACH, e);
        } catch (BadJWTException e) {
            throw new RefusedException(e.getMessage()); // Which claim it is.
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new RefusedException("The token is not one that the issuer has signed");
        }
    }

    /** With the subject, since users may often choose the other name; no API token is called so. */
    private static String name(JWTClaimsSet claims) throws RefusedException, ParseException {
        String chosen = claims.getStringClaim("preferred_username");
        String name = (chosen == null ? "" : chosen + " ") + "(" + claims.getSubject() + ")";
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedException("The user's name is too long, or no name");
        }
        return name;
    }
}
