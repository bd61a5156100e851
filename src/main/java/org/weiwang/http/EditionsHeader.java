package org.weiwang.http;

import static java.util.stream.Collectors.joining;

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
        context.header(NAME, editions.stream().map(Edition::id).collect(joining(",")));
    }
}
