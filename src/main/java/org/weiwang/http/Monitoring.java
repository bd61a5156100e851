package org.weiwang.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/**
 * What is told of requests.
 *
 * @param meters what {@code GET /metrics} shows
 * @param slow a request that takes as long is named in the log
 */
public record Monitoring(PrometheusMeterRegistry meters, Duration slow) {}
