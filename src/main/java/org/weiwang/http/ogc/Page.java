package org.weiwang.http.ogc;

import java.util.List;

/**
 * A page of features.
 *
 * @param matched how many features there are on all pages
 * @param next where the page that follows begins; null where none does
 */
record Page(List<Item> items, long matched, PageToken next) {
    /**
     * All that the request matches is counted for the first page, and told from one to the next.
     */
    static Page of(State state, ItemsRequest request) {
        PageToken token = request.token();
        State.Found found =
                state.find(
                        request.selection(),
                        token == null ? null : token.after(),
                        request.limit() + 1,
                        token == null);
        long matched = token == null ? found.matched() : token.matched();
        boolean isLast = found.items().size() <= request.limit();
        List<Item> items = isLast ? found.items() : found.items().subList(0, request.limit());
        return new Page(
                items,
                matched,
                isLast
                        ? null
                        : new PageToken(
                                state.stamp(),
                                request.question(),
                                matched,
                                items.get(items.size() - 1).id()));
    }
}
