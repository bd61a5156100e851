package org.weiwang.feature.cql2;

/** How many arguments are given. */
final class Arguments {
    private Arguments() {}

    static void check(Syntax.Call call, int wanted) throws Cql2Exception {
        if (call.arguments().size() != wanted) {
            throw unwanted(call, wanted == 1 ? "1 argument" : wanted + " arguments");
        }
    }

    static void checkAtLeast(Syntax.Call call, int wanted) throws Cql2Exception {
        if (call.arguments().size() < wanted) {
            throw unwanted(call, wanted + " arguments or more");
        }
    }

    private static Cql2Exception unwanted(Syntax.Call call, String wanted) {
        int given = call.arguments().size();
        return new Cql2Exception(
                "%s takes %s, not %d".formatted(call.op(), wanted, given), call.place());
    }
}
