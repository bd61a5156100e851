package org.weiwang.http;

import io.javalin.http.Context;
import org.weiwang.access.Role;

/** Keeps answers that not everyone may have out of caches. */
final class Privacy {
    private static final String VARY = "Vary";
    private static final String AUTHORIZATION = "Authorization";

    private Privacy() {}

    /** For answers that differ from caller to caller. */
    static void forThisCallerOnly(Context context) {
        context.header("Cache-Control", "no-store, private");
        differsByCaller(context);
    }

    /** Whether the answer may say how to reach responders; it is then for this caller only. */
    static boolean showsContacts(Context context) {
        return isFor(context, Role.DISPATCHER);
    }

    /** Whether the caller has the role, which shows more; the answer is then for this one only. */
    static boolean isFor(Context context, Role least) {
        if (Caller.roleOf(context).includes(least)) {
            forThisCallerOnly(context);
            return true;
        }
        differsByCaller(context);
        return false;
    }

    private static void differsByCaller(Context context) {
        if (!context.res().getHeaders(VARY).contains(AUTHORIZATION)) {
            context.res().addHeader(VARY, AUTHORIZATION);
        }
    }
}
