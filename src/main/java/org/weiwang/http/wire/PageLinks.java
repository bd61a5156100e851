package org.weiwang.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** The links of pages of features, absolute, to themselves and to the pages that follow. */
public final class PageLinks {
    private PageLinks() {}

    /**
     * @param next token of the page that follows; null where none does
     * @param chosen as {@link #chosen} has it
     */
    public static List<Link> of(Context context, ItemsQuery query, String next, String chosen) {
        String token = query.token() == null ? null : query.token().encode();
        List<Link> links = new ArrayList<>();
        links.add(link("self", context, query, token, chosen));
        if (next != null) {
            links.add(link("next", context, query, next, chosen));
        }
        return links;
    }

    private static Link link(
            String relation, Context context, ItemsQuery query, String token, String chosen) {
        StringBuilder url = new StringBuilder(context.url());
        url.append("?limit=").append(query.limit());
        String bbox = context.queryParam("bbox");
        if (bbox != null) {
            url.append(parameter("bbox", bbox));
        }
        if (token != null) {
            url.append(parameter("token", token));
        }
        return new Link(url + chosen, relation, MediaType.GEO_JSON, null);
    }

    /** What makes a link lead to the same choice; each parameter with its mark before it. */
    public static String chosen(Parameters parameters, List<String> choices) {
        StringBuilder query = new StringBuilder();
        for (String name : choices) {
            parameters.text(name).ifPresent(value -> query.append(parameter(name, value)));
        }
        return query.toString();
    }

    private static String parameter(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value, UTF_8);
    }
}
