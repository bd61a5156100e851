package org.weiwang.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    /** A look that is to come holds its connection, and what that has last sent. */
    private final Map<Connection, Scheduler.Task> looks = new ConcurrentHashMap<>();

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
        looks.put(
                connection,
                scheduler.schedule(() -> lookAgain(look), periodMillis, TimeUnit.MILLISECONDS));
        if (!connection.getEndPoint().isOpen()) {
            onClosed(connection);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        Scheduler.Task look = looks.remove(connection);
        if (look != null) {
            look.cancel();
        }
    }

    private void lookAgain(Look before) {
        Connection connection = before.connection();
        if (looks.remove(connection) == null) {
            return; // It is closed.
        }
        boolean drips = before.isWaiting();
        if (drips && before.dripped()) {
            connection.close();
        } else {
            look(connection, drips);
        }
    }
}
