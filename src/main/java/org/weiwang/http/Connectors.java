package org.weiwang.http;

import io.javalin.config.JettyConfig;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Where the server listens, and what it does not put up with there. */
final class Connectors {
    private Connectors() {}

    static void configure(JettyConfig jetty, Exposure exposure) {
        jetty.addConnector((server, http) -> connector(server, http, exposure));
    }

    private static ServerConnector connector(
            Server server, HttpConfiguration http, Exposure exposure) {
        http.setSendServerVersion(false);
        // %u4e2d is no encoding of a URI, and the framework fails on it in a path. Of what is no
        // UTF-8 there would be another path.
        http.setUriCompliance(
                http.getUriCompliance()
                        .without(
                                "well encoded",
                                Violation.UTF16_ENCODINGS,
                                Violation.BAD_UTF8_ENCODING,
                                Violation.TRUNCATED_UTF8_ENCODING));
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(exposure.host());
        connector.setPort(exposure.port());
        connector.setIdleTimeout(exposure.patience().toMillis());
        connector.addBean(new SlowHeads(connector.getScheduler(), exposure.patience()));
        connector.addBean(new NetworkConnectionLimit(exposure.connections(), connector));
        return connector;
    }
}
