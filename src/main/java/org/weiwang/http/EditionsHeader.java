package org.weiwang.http;

import io.javalin.http.Context;
import java.util.Collection;
import org.weiwang.edition.Edition;

/** The response header that names the editions that an answer is of. */
final class EditionsHeader {
    static final String NAME = "Weiwang-Editions";

    private EditionsHeader() {}

    /**
     * @param editions ordered by district, one for each; or the two that are compared
     */
    static void set(Context context, Collection<Edition> editions) {
        setIds(context, editions.stream().map(Edition::id).toList());
    }

    /**
     * @param ids likewise, of the editions
     */
    static void setIds(Context context, Collection<String> ids) {
        context.header(NAME, String.join(",", ids));
    }
}
