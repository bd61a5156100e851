package org.weiwang.store.postgres;

import java.util.Objects;

/**
 * How to reach the database.
 *
 * @param url a JDBC address, such as {@code jdbc:postgresql://127.0.0.1:5432/weiwang}
 * @param user the role to connect as
 * @param password the role's password; empty where the server asks for none
 */
public record ConnectionSettings(String url, String user, String password) {
    public ConnectionSettings {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /** The user and the address without its parameters, since those may hold a password too. */
    @Override
    public String toString() {
        return user + " at " + url.replaceFirst("\\?.*", "");
    }
}
