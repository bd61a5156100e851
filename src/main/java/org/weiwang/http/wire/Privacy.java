package org.weiwang.http.wire;

import io.javalin.http.Context;
import org.weiwang.access.Role;

/** Keeps answers that not everyone may have out of caches. */
public final class Privacy {
    private Privacy() {}

    /** For answers that differ from caller to caller. */
    public static void forThisCallerOnly(Context context) {
        context.header("Cache-Control", "no-store, private");
    }

    /** Whether the answer may say how to reach responders; it is then for this caller only. */
    public static boolean showsContacts(Context context) {
        return isFor(context, Role.DISPATCHER);
    }

    /** Whether the caller has the role, which shows more; the answer is then for this one only. */
    static boolean isFor(Context context, Role least) {
        boolean isFor = Caller.roleOf(context).includes(least);
        if (isFor) {
            forThisCallerOnly(context);
        }
        return isFor;
    }
}
