package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** Requests that no client would send. */
final class RawHttp {
    private RawHttp() {}

    /** All that is answered until the server closes the connection. */
    static String send(URI server, String bytes) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(bytes.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /**
     * Sends and is gone.
     *
     * @param reset whether the connection breaks rather than ends
     */
    static void sendAndLeave(URI server, String bytes, boolean reset) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(bytes.getBytes(UTF_8));
            if (reset) {
                socket.setSoLinger(true, 0);
            }
        }
    }
}
