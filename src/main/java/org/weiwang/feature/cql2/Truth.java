package org.weiwang.feature.cql2;

import java.util.List;
import java.util.function.Function;

/** What is found of a condition, as in SQL. */
enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** The deciding value where one part has it; else unknown where one is; else the other. */
    static <T> Truth ofAll(List<T> parts, Truth deciding, Function<T, Truth> of) {
        Truth found = deciding.not();
        for (T part : parts) {
            Truth truth = of.apply(part);
            if (truth == deciding) {
                return deciding;
            }
            if (truth == UNKNOWN) {
                found = UNKNOWN;
            }
        }
        return found;
    }
}
