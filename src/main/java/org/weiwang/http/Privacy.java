package org.weiwang.http;

import io.javalin.http.Context;
import org.weiwang.access.Role;

/** Keeps answers that not everyone may have out of caches. */
final class Privacy {
    private Privacy() {}

    /** For answers that differ from caller to caller. */
    static void forThisCallerOnly(Context context) {
        context.header("Cache-Control", "no-store, private");
        differsByCaller(context);
    }

    /** Whether the answer may say how to reach responders; it is then for this caller only. */
    static boolean showsContacts(Context context) {
        if (Caller.roleOf(context).includes(Role.DISPATCHER)) {
            forThisCallerOnly(context);
            return true;
        }
        differsByCaller(context);
        return false;
    }

    private static void differsByCaller(Context context) {
        context.res().addHeader("Vary", "Authorization");
    }
}
