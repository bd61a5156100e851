package org.weiwang.edition;

import java.time.Instant;

/**
 * 发布: an edition is in force from a moment on, until the next publication of its district. Of
 * several for one moment that of the highest id counts.
 */
public record Publication(
        long id, Edition edition, Instant effectiveFrom, Instant publishedAt, String publishedBy) {}
