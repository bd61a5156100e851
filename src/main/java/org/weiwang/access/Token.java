package org.weiwang.access;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What is known of an API token; its secret is not.
 *
 * @param name unique among the tokens that are not revoked
 * @param expires from when it is no longer good; null for never
 * @param revoked null while it is not
 */
public record Token(String name, Role role, Instant created, Instant expires, Instant revoked) {
    public static final Pattern NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,63}");

    public boolean isGood(Instant at) {
        return revoked == null && (expires == null || at.isBefore(expires));
    }
}
