package org.weiwang.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;
import org.weiwang.assigning.RowOutcome;
import org.weiwang.assigning.Tally;
import org.weiwang.edition.ImportReport;

/** What came of the rows that requests brought, and how long publications took. Thread-safe. */
final class WorkMetrics {
    private static final Duration[] BUCKETS =
            Stream.of(1, 2, 5, 10, 30, 60, 300, 1_200)
                    .map(Duration::ofSeconds)
                    .toArray(Duration[]::new);

    private final MeterRegistry meters;

    WorkMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void batch(Tally tally) {
        for (RowOutcome outcome : RowOutcome.values()) {
            meters.counter("weiwang.batch.rows", "outcome", outcome.name())
                    .increment(tally.outcomes().get(outcome));
        }
    }

    void imported(ImportReport report) {
        for (ImportReport.LayerReport layer : report.layers()) {
            meters.counter("weiwang.import.rows", "layer", layer.layer(), "taken", "yes")
                    .increment(layer.written());
            meters.counter("weiwang.import.rows", "layer", layer.layer(), "taken", "no")
                    .increment(layer.rejected());
        }
    }

    /**
     * @param took from the request until the edition was in force, or the publication refused
     */
    void published(Duration took) {
        Timer.builder("weiwang.publications")
                .description("Publications, with what is prepared before")
                .serviceLevelObjectives(BUCKETS)
                .register(meters)
                .record(took);
    }
}
