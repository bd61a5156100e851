package org.weiwang.feature.cql2;

import java.util.Optional;
import java.util.stream.Stream;

/** How two values are compared. */
public enum Operator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    GREATER(">"),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** As CQL2 and SQL both write it. */
    public String sign() {
        return sign;
    }

    static Optional<Operator> ofSign(String sign) {
        return Stream.of(values()).filter(o -> o.sign.equals(sign)).findFirst();
    }

    /**
     * @param order of the first value to the second: negative, zero or positive
     */
    boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case GREATER -> order > 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }
}
