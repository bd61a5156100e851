package org.weiwang.http.ogc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a resource is, as the client knows the server.
 *
 * @param url absolute, without a query
 * @param query as it stands in the request, without the question mark; empty for none
 */
record Href(String url, String query) {
    /** That of the request. */
    static Href of(Context context) {
        return new Href(
                context.url(), encoded(Objects.requireNonNullElse(context.queryString(), "")));
    }

    /** What browsers leave as it is, but no address may have. */
    private static String encoded(String query) {
        StringBuilder encoded = new StringBuilder(query.length());
        query.codePoints()
                .forEach(
                        c -> {
                            String letter = Character.toString(c);
                            boolean isGood = c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0;
                            encoded.append(isGood ? letter : URLEncoder.encode(letter, UTF_8));
                        });
        return encoded.toString();
    }

    static Href parse(String text) {
        int mark = text.indexOf('?');
        return mark < 0
                ? new Href(text, "")
                : new Href(text.substring(0, mark), text.substring(mark + 1));
    }

    /** That of the landing page, to which paths are relative. */
    static String root(Context context) {
        String url = context.url();
        return url.substring(0, url.length() - context.path().length()) + "/ogc";
    }

    /**
     * With another value of a parameter, or none when that is null; the others stay as they are.
     */
    Href with(String parameter, String value) {
        Stream<String> others =
                Arrays.stream(query.split("&"))
                        .filter(pair -> !pair.isEmpty())
                        .filter(pair -> !pair.replaceFirst("=.*", "").equals(parameter));
        Stream<String> added =
                value == null
                        ? Stream.empty()
                        : Stream.of(parameter + "=" + URLEncoder.encode(value, UTF_8));
        return new Href(url, Stream.concat(others, added).collect(Collectors.joining("&")));
    }

    @Override
    public String toString() {
        return query.isEmpty() ? url : url + "?" + query;
    }
}
