package org.weiwang.http;

import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;

/**
 * How many requests of each route, method and class of status there were, and how long they took.
 * There are as many series as there are routes, whatever clients ask for. Thread-safe; recording
 * makes no objects.
 */
final class RequestMetrics {
    private static final String NAME = "weiwang.http.requests";
    private static final String NO_ROUTE = "none";
    private static final int CLASSES = 6;

    /** From look-ups, which take less than the first, to uploads. */
    private static final Duration[] BUCKETS =
            Stream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 60_000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final Map<Endpoint, AtomicReferenceArray<Timer>> ofRoutes = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<Timer> ofNone = new AtomicReferenceArray<>(CLASSES);

    RequestMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * @param route null for the files of the page, and for what there is not
     */
    void add(Endpoint route, int status, long nanos) {
        AtomicReferenceArray<Timer> timers = route == null ? ofNone : ofRoutes.get(route);
        if (timers == null) {
            timers = ofRoutes.computeIfAbsent(route, r -> new AtomicReferenceArray<>(CLASSES));
        }
        int statusClass = Math.min(Math.max(status / 100, 0), CLASSES - 1);
        Timer timer = timers.get(statusClass);
        if (timer == null) {
            timer = timer(route, statusClass);
            timers.set(statusClass, timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** The registry gives the same one again to whoever asks at the same time. */
    private Timer timer(Endpoint route, int statusClass) {
        return Timer.builder(NAME)
                .description("Requests by route, method and class of status")
                .tag("route", route == null ? NO_ROUTE : route.path)
                .tag("method", route == null ? NO_ROUTE : route.method.name())
                .tag("status", statusClass == 0 ? NO_ROUTE : statusClass + "xx")
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }
}
