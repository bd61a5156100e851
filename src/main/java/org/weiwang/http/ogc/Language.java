package org.weiwang.http.ogc;

import io.javalin.http.Context;

/** The language of pages for people. */
enum Language {
    ZH,
    EN;

    /** Chinese, unless the browser prefers English. */
    static Language of(Context context) {
        String accept = context.header("Accept-Language");
        return accept != null && accept.strip().toLowerCase(java.util.Locale.ROOT).startsWith("en")
                ? EN
                : ZH;
    }
}
