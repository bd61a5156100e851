package org.weiwang.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Sends bytes as they are, which no client does that knows HTTP. Sound requests go over one
 * connection, the others over one of their own each. Not thread-safe.
 */
final class FuzzClient implements AutoCloseable {
    /** What is not answered by then never will be. */
    private static final int MILLIS = 60_000;

    private final URI server;
    private Socket socket;
    private InputStream in;

    FuzzClient(URI server) {
        this.server = server;
    }

    /**
     * @throws SocketTimeoutException when there is no answer
     */
    FuzzAnswer ask(FuzzRequest request) throws IOException {
        boolean isNew = socket == null;
        FuzzAnswer answer = askOnce(request);
        // The server may have closed the connection, of which nothing was wanted for a while.
        return isNew || answer.status() != 0 ? answer : askOnce(request);
    }

    private FuzzAnswer askOnce(FuzzRequest request) throws IOException {
        if (socket == null) {
            open();
        }
        boolean stays = false;
        try {
            send(request);
            FuzzAnswer answer = read(request.method());
            stays =
                    request.isSound()
                            && answer.isWhole()
                            && answer.status() != 0
                            && !answer.header("Connection").equalsIgnoreCase("close");
            return answer;
        } finally {
            if (!stays) {
                close();
            }
        }
    }

    private void open() throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private void send(FuzzRequest request) throws IOException {
        try {
            socket.getOutputStream().write(request.bytes());
            if (request.ends()) {
                socket.shutdownOutput();
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // It was refused before it was sent whole; the answer is there to be read.
            return;
        }
    }

    private FuzzAnswer read(String method) throws IOException {
        int status;
        Map<String, String> headers;
        do {
            String line;
            try {
                line = line();
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                return FuzzAnswer.NONE; // Closed or reset.
            }
            String[] words = line.split(" ", 3);
            if (words.length < 2 || !words[0].startsWith("HTTP/") || !words[1].matches("[0-9]+")) {
                throw new IOException("no HTTP: " + line);
            }
            status = Integer.parseInt(words[1]);
            headers = headers();
        } while (status / 100 == 1);
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return new FuzzAnswer(status, headers, new byte[0], true);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean isWhole = true;
        try {
            body(headers, body);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            isWhole = false;
        }
        return new FuzzAnswer(status, headers, plain(headers, body.toByteArray()), isWhole);
    }

    private static byte[] plain(Map<String, String> headers, byte[] body) throws IOException {
        if (!headers.getOrDefault("content-encoding", "").equals("gzip")) {
            return body;
        }
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return plain.readAllBytes();
        }
    }

    private void body(Map<String, String> headers, ByteArrayOutputStream body) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            int size;
            do {
                size = Integer.parseInt(line().strip(), 16);
                take(size, body);
                line();
            } while (size > 0);
        } else if (headers.containsKey("content-length")) {
            take(Integer.parseInt(headers.get("content-length")), body);
        } else {
            in.transferTo(body);
        }
    }

    private void take(int size, ByteArrayOutputStream body) throws IOException {
        byte[] bytes = in.readNBytes(size);
        body.writeBytes(bytes);
        if (bytes.length < size) {
            throw new EOFException();
        }
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        return headers;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
            next = in.read();
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
