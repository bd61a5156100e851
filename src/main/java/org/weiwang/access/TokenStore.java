package org.weiwang.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where tokens are kept, each with the hash of its secret. Every change is put on record together
 * with what it changes. Thread-safe.
 */
public interface TokenStore {
    /**
     * @param hash of the secret, see {@link Secret#hash}
     * @throws TokenException when a token that is not revoked has the name
     */
    void create(Token token, String hash, Actor by) throws TokenException;

    /**
     * From now on the token is good for nothing.
     *
     * @throws TokenException when no token that is not revoked has the name
     */
    void revoke(String name, Actor by) throws TokenException;

    /** All that there ever were, oldest first. */
    List<Token> all();

    /**
     * Those that are not revoked, by the hash of their secret.
     *
     * @throws UnverifiableException when they can't be read at the moment
     */
    Map<String, Token> notRevoked();

    /**
     * The one of this hash that is not revoked.
     *
     * @throws UnverifiableException when it can't be read at the moment
     */
    Optional<Token> notRevoked(String hash);
}
