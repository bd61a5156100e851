package org.weiwang.feature.cql2;

import org.weiwang.feature.Row;

/** A condition made ready to be put to many features. Thread-safe. */
@FunctionalInterface
interface Condition {
    Truth of(Row row);
}
