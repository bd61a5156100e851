package org.weiwang.feature.cql2;

/** How many arguments are given. */
final class Arguments {
    private Arguments() {}

    static void check(Syntax.Call call, int wanted) throws Cql2Exception {
        int given = call.arguments().size();
        if (given != wanted) {
            throw new Cql2Exception(
                    "%s takes %d arguments, not %d".formatted(call.op(), wanted, given),
                    call.place());
        }
    }

    static void checkAtLeast(Syntax.Call call, int wanted) throws Cql2Exception {
        int given = call.arguments().size();
        if (given < wanted) {
            throw new Cql2Exception(
                    "%s takes %d arguments or more, not %d".formatted(call.op(), wanted, given),
                    call.place());
        }
    }
}
