package org.weiwang.http.wire;

import io.javalin.http.Context;
import java.util.Collection;
import org.weiwang.edition.Edition;

/** The response header that names the editions that an answer is of. */
public final class EditionsHeader {
    public static final String NAME = "Weiwang-Editions";

    private EditionsHeader() {}

    /**
     * @param editions ordered by district, one for each; or the two that are compared
     */
    public static void set(Context context, Collection<Edition> editions) {
        setIds(context, editions.stream().map(Edition::id).toList());
    }

    /**
     * @param ids likewise, of the editions
     */
    public static void setIds(Context context, Collection<String> ids) {
        context.header(NAME, String.join(",", ids));
    }
}
