package org.weiwang.access;

import java.time.Instant;

/**
 * Something that was done.
 *
 * @param id higher for what was put on record later
 * @param subject what it was done to: the id of an edition, the name of a token, the id and the
 *     name of a scenario
 * @param editionBefore id of the edition in force before; null where that has no bearing
 * @param editionAfter as editionBefore
 */
public record AuditEntry(
        long id,
        Instant at,
        Actor actor,
        AuditAction action,
        String subject,
        String editionBefore,
        String editionAfter) {}
