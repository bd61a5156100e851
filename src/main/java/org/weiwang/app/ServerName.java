package org.weiwang.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** What a running server is called among those on the same database. */
final class ServerName {
    private static final int RANDOM_DIGITS = 8;

    private ServerName() {}

    /**
     * Such as {@code chengdu1:7070-3f9a01b2}: where it runs, and what tells it from one that ran
     * there before.
     */
    static String make(int port) {
        return "%s:%d-%s"
                .formatted(host(), port, UUID.randomUUID().toString().substring(0, RANDOM_DIGITS));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost"; // A machine without a name of its own.
        }
    }
}
