package org.weiwang.access;

import static java.util.Comparator.naturalOrder;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the tokens of an issuer say what a user may do.
 *
 * @param path the name of a claim, or names from outside in with dots between, such as {@code
 *     realm_access.roles}
 */
record RoleClaim(String path) {
    /**
     * The highest of the roles named there, in small letters, in a list or with blanks between;
     * others are passed over. Viewer where there is none.
     */
    Role highest(Map<String, Object> claims) {
        return names(claims)
                .flatMap(
                        name ->
                                Arrays.stream(Role.values())
                                        .filter(role -> name.equals(nameOf(role))))
                .max(naturalOrder())
                .orElse(Role.VIEWER);
    }

    private static String nameOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private Stream<?> names(Map<String, Object> claims) {
        // Some issuers name their claims by addresses, which have dots in them.
        Object value = claims.containsKey(path) ? claims.get(path) : claims;
        for (String name : claims.containsKey(path) ? new String[0] : path.split("\\.")) {
            value = value instanceof Map<?, ?> outer ? outer.get(name) : null;
        }
        if (value instanceof Collection<?> list) {
            return list.stream();
        }
        return value instanceof String text ? Arrays.stream(text.split(" ")) : Stream.empty();
    }
}
