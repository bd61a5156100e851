package org.weiwang.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which the head of a request comes in drops. The idle timeout does not see
 * them: something always arrives. A connection is looked at from time to time; when bytes came
 * between three looks and no request was whole by the third, it is closed.
 */
final class SlowHeads implements Connection.Listener {
    private final Scheduler scheduler;
    private final long periodMillis;

    /** What a look saw of a connection. */
    private record Look(Connection connection, long requests, long bytes, boolean dripped) {
        boolean isWaiting() {
            return connection.getMessagesIn() == requests
                    && connection.getMessagesOut() == requests
                    && connection.getBytesIn() > bytes;
        }
    }

    /**
     * @param patience for which a head may come in drops, at least
     */
    SlowHeads(Scheduler scheduler, Duration patience) {
        this.scheduler = scheduler;
        this.periodMillis = patience.toMillis();
    }

    @Override
    public void onOpened(Connection connection) {
        look(connection, false);
    }

    private void look(Connection connection, boolean dripped) {
        Look look =
                new Look(connection, connection.getMessagesIn(), connection.getBytesIn(), dripped);
        scheduler.schedule(() -> lookAgain(look), periodMillis, TimeUnit.MILLISECONDS);
    }

    private void lookAgain(Look before) {
        Connection connection = before.connection();
        if (!connection.getEndPoint().isOpen()) {
            return;
        }
        boolean drips = before.isWaiting();
        if (drips && before.dripped()) {
            connection.close();
        } else {
            look(connection, drips);
        }
    }
}
