package org.weiwang.http.wire;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weiwang.edition.AddressId;
import org.weiwang.geo.Bbox;

/**
 * What a request for a page, of features or of a grid's addresses, asks.
 *
 * @param bbox null for everywhere
 * @param limit 1 to {@link #MAX_LIMIT}
 * @param token where the page before ended; null for the first page
 */
public record ItemsQuery(Bbox bbox, int limit, Token token) {
    public static final String[] PARAMETERS = {"bbox", "limit", PageTokens.PARAMETER};
    public static final int DEFAULT_LIMIT = 1_000;
    public static final int MAX_LIMIT = 10_000;

    /**
     * The end of a page: the id of the last on it and the version of the atlas that it came from,
     * so that a set of pages never mixes editions. Opaque to clients.
     */
    public record Token(long atlasVersion, String lastId) {
        private static final Pattern FORM = Pattern.compile("([0-9]{1,18}):(.{1,200})");

        public String encode() {
            return PageTokens.encode(atlasVersion, lastId);
        }

        static Token decode(String text) {
            Matcher parts = PageTokens.decode(text, FORM);
            return new Token(Long.parseLong(parts.group(1)), parts.group(2));
        }
    }

    /**
     * To be asked before a page is found, where that takes long.
     *
     * @param version of what is in force
     * @throws ProblemException 410 when it is not that of the pages before
     */
    public void refuseOutdated(long version) {
        if (token != null && token.atlasVersion() != version) {
            throw Problem.gone("What is in force has changed since the first page; begin again")
                    .exception();
        }
    }

    /**
     * The address with which the page before ended.
     *
     * @throws ProblemException 400 when the token is of pages of something else
     */
    public AddressId afterAddress() {
        return token == null
                ? AddressId.START
                : AddressId.parse(token.lastId()).orElseThrow(PageTokens::bad);
    }

    /**
     * The number with which the page before ended; -1 where there is none.
     *
     * @throws ProblemException 400 when the token is of pages of something else
     */
    public int afterNumber() {
        try {
            return token == null ? -1 : Integer.parseInt(token.lastId());
        } catch (NumberFormatException e) {
            throw PageTokens.bad();
        }
    }

    /**
     * @param dataSet that the pages are of, null where there are no addresses
     * @throws ProblemException 400 when the page before ended with an address of another
     */
    public void refuseOtherThan(Long dataSet) {
        if (token != null && !Objects.equals(afterAddress().dataSet(), dataSet)) {
            throw PageTokens.bad();
        }
    }

    /**
     * The token of the page after one that answers this query.
     *
     * @return null where none follows
     * @throws ProblemException 410 when the page is not of the version of the pages before
     */
    public <T> String next(long version, boolean more, List<T> page, Function<T, ?> id) {
        refuseOutdated(version);
        return more
                ? new Token(version, id.apply(page.get(page.size() - 1)).toString()).encode()
                : null;
    }

    public static ItemsQuery parse(Parameters parameters) {
        return new ItemsQuery(
                parameters.text("bbox").map(ItemsQuery::bbox).orElse(null),
                parameters.text("limit").map(ItemsQuery::limit).orElse(DEFAULT_LIMIT),
                parameters.text(PageTokens.PARAMETER).map(Token::decode).orElse(null));
    }

    /**
     * How many a page is to have at most; more than {@link #MAX_LIMIT} is that.
     *
     * @throws ProblemException 400 when it is no whole number of 1 or more
     */
    public static int limit(String text) {
        double limit = Parameters.number("limit", text);
        if (limit < 1 || limit != Math.rint(limit)) {
            throw Problem.badParameter(
                            "limit", "limit must be a whole number of 1 or more, not " + text)
                    .exception();
        }
        return (int) Math.min(limit, MAX_LIMIT);
    }

    /** Four numbers, or six with the heights, which grids do not have, in third and sixth place. */
    /** The box of a parameter {@code bbox}. */
    public static Bbox bbox(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4 && parts.length != 6) {
            throw Problem.badParameter(
                            "bbox",
                            "bbox must be west,south,east,north (or six numbers with heights), not \""
                                    + text
                                    + "\"")
                    .exception();
        }
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Parameters.number("bbox", parts[i]);
        }
        int east = parts.length / 2;
        try {
            return new Bbox(numbers[0], numbers[1], numbers[east], numbers[east + 1]);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("bbox", e.getMessage()).exception();
        }
    }
}
