package org.weiwang.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.AtlasKeeper;

/** What is told of the atlas in force; no number before there is one. */
final class AtlasMetrics {
    private AtlasMetrics() {}

    static void bind(MeterRegistry meters, AtlasKeeper keeper) {
        gauge(meters, keeper, "version", null, Atlas::version);
        gauge(meters, keeper, "districts", null, atlas -> atlas.parts().size());
        gauge(
                meters,
                keeper,
                "age",
                "seconds",
                atlas -> Duration.between(atlas.madeAt(), Instant.now()).toMillis() / 1e3);
    }

    private static void gauge(
            MeterRegistry meters,
            AtlasKeeper keeper,
            String name,
            String unit,
            ToDoubleFunction<Atlas> value) {
        Gauge.builder(
                        "weiwang.atlas." + name,
                        keeper,
                        k -> k.current().map(value::applyAsDouble).orElse(Double.NaN))
                .baseUnit(unit)
                .register(meters);
    }
}
