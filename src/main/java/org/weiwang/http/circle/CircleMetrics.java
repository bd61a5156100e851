package org.weiwang.http.circle;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.weiwang.atlas.circle.CircleKeeper;
import org.weiwang.circle.city.City;

/** What is told of the city that the living circle is of; no number before there is one. */
public final class CircleMetrics {
    private CircleMetrics() {}

    public static void bind(MeterRegistry meters, CircleKeeper keeper) {
        gauge(meters, keeper, "memory", "bytes", City::bytes);
        gauge(meters, keeper, "nodes", null, city -> city.roads().network().nodeCount());
        gauge(meters, keeper, "addresses", null, city -> city.homes().size());
    }

    private static void gauge(
            MeterRegistry meters,
            CircleKeeper keeper,
            String name,
            String unit,
            ToDoubleFunction<City> value) {
        Gauge.builder(
                        "weiwang.circle." + name,
                        keeper,
                        k ->
                                k.current()
                                        .map(circle -> value.applyAsDouble(circle.city()))
                                        .orElse(Double.NaN))
                .baseUnit(unit)
                .register(meters);
    }
}
