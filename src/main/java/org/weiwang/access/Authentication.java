package org.weiwang.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says who a caller is by the credential that a request carries. Thread-safe. */
public final class Authentication {
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([0-9A-Za-z._~+/-]+=*)");

    private final TokenBook tokens;
    private final Optional<IssuedTokens> issued;

    /**
     * @param issued tokens of an OpenID provider; empty where none is set
     */
    public Authentication(TokenBook tokens, Optional<IssuedTokens> issued) {
        this.tokens = tokens;
        this.issued = issued;
    }

    /** Whether anyone can be let in as more than a viewer. */
    public boolean isPossible() {
        return issued.isPresent() || tokens.hasAny();
    }

    /**
     * @param credential the value of the header {@code Authorization}
     * @throws RefusedException when it is not good
     * @throws UnverifiableException when that can't be found out at the moment
     */
    public Identity authenticate(String credential) throws RefusedException {
        Matcher bearer = BEARER.matcher(credential);
        if (!bearer.matches()) {
            throw new RefusedException("Authorization must be Bearer and a token");
        }
        String token = bearer.group(1);
        if (token.startsWith(Secret.PREFIX)) {
            return tokens.find(token)
                    .map(found -> new Identity(found.name(), found.role()))
                    .orElseThrow(
                            () ->
                                    new RefusedException(
                                            "The token is unknown, has expired or was revoked"));
        }
        if (issued.isEmpty()) {
            throw new RefusedException("The token is not one of Weiwang's (wwt_…)");
        }
        return issued.get().identify(token);
    }
}
