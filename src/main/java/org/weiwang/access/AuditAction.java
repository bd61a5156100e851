package org.weiwang.access;

/** What the audit tells of. */
public enum AuditAction {
    EDITION_IMPORTED,
    DATA_SETS_IMPORTED,
    EDITION_REVISED,
    EDITION_PUBLISHED,
    EDITION_DISCARDED,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    BACKUP_RESTORED,
    SCENARIO_KEPT,
    SCENARIO_CHANGED,
    SCENARIO_DELETED
}
