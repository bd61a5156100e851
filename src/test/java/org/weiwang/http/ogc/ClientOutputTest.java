package org.weiwang.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.weiwang.http.wire.ProblemException;

class ClientOutputTest {
    private static final byte[] PIECE = new byte[1_000];
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Far more than lies between two sockets of a machine. */
    private static final long ENDLESS = 1L << 32;

    private final AtomicLong clock = new AtomicLong();
    private final Pace pace = new Pace(PIECE.length, Duration.ofMinutes(1), clock::get);

    @Test
    void whoTakesTooLittleIsCutOffAfterTheFirstPeriodThatItWasWaitedFor() throws Exception {
        ClientOutput out = new ClientOutput(takingOnePieceIn(SECOND + 1), pace);
        for (int second = 1; second < 60; second++) {
            out.write(PIECE);
        }
        assertThatThrownBy(() -> out.write(PIECE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem().detail())
                                        .isEqualTo("The file is taken too slowly"));
        assertThat(out.isBroken()).isFalse();
    }

    @Test
    void whoTakesEnoughIsWaitedForAsLongAsItTakes() throws Exception {
        ClientOutput out = new ClientOutput(takingOnePieceIn(SECOND), pace);
        for (int second = 0; second < 10_000; second++) {
            out.write(PIECE);
        }
        assertThat(clock.get()).isEqualTo(10_000 * SECOND);
    }

    @Test
    void whatWasTakenFastBeforeDoesNotCount() throws Exception {
        AtomicLong nanos = new AtomicLong(SECOND / 1_000);
        ClientOutput out =
                new ClientOutput(
                        new OutputStream() {
                            @Override
                            public void write(int one) {
                                clock.addAndGet(nanos.get());
                            }

                            @Override
                            public void write(byte[] bytes, int from, int length) {
                                write(0);
                            }
                        },
                        pace);
        for (int piece = 0; piece < 60_000; piece++) {
            out.write(PIECE);
        }
        nanos.set(30 * SECOND);
        out.write(PIECE);
        assertThatThrownBy(() -> out.write(PIECE)).isInstanceOf(ProblemException.class);
    }

    @Test
    void theTimeInWhichNothingIsThereToTakeDoesNotCount() throws Exception {
        ClientOutput out = new ClientOutput(new ByteArrayOutputStream(), pace);
        for (int day = 0; day < 10; day++) {
            clock.addAndGet(Duration.ofDays(1).toNanos());
            out.write(1);
        }
    }

    /** For each drop that the client takes a second passes. */
    @Test
    @Timeout(60)
    void aConnectionThatIsReadInDropsIsCutOff() throws Exception {
        ExecutorService clients = Executors.newSingleThreadExecutor();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket reading = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket writing = server.accept()) {
            Future<Long> read = clients.submit(dropByDrop(reading));
            ClientOutput out = new ClientOutput(writing.getOutputStream(), pace);
            assertThatThrownBy(
                            () -> {
                                for (long sent = 0; sent < ENDLESS; sent += PIECE.length) {
                                    out.write(PIECE);
                                }
                            })
                    .isInstanceOf(ProblemException.class);
            writing.shutdownOutput();
            assertThat(read.get()).isLessThan(ENDLESS);
        } finally {
            clients.shutdownNow();
        }
    }

    private Callable<Long> dropByDrop(Socket socket) {
        return () -> {
            InputStream in = socket.getInputStream();
            long all = 0;
            for (int read = 0; read >= 0; read = in.read(new byte[PIECE.length / 10])) {
                all += read;
                clock.addAndGet(SECOND);
            }
            return all;
        };
    }

    @Test
    void aClientThatHasGoneIsToldFromAFileThatIsFull() {
        ClientOutput out =
                new ClientOutput(
                        new OutputStream() {
                            @Override
                            public void write(int one) throws IOException {
                                throw new IOException("gone");
                            }
                        },
                        pace);
        assertThatThrownBy(() -> out.write(PIECE)).isInstanceOf(IOException.class);
        assertThat(out.isBroken()).isTrue();
    }

    private OutputStream takingOnePieceIn(long nanos) {
        return new OutputStream() {
            @Override
            public void write(int one) {
                throw new AssertionError("in pieces only");
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                clock.addAndGet(nanos);
            }
        };
    }
}
