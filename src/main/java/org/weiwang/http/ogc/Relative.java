package org.weiwang.http.ogc;

/**
 * What is above or below a feature.
 *
 * @param relation {@code parent}, {@code ancestors} or {@code children}
 * @param collection id of that it is in
 * @param path of it, or of all of them, below that of the collection
 */
record Relative(String relation, String collection, String path, String title) {
    static Relative one(String relation, String collection, String id, String title) {
        return new Relative(relation, collection, "/items/" + id, title);
    }

    static Relative children(String collection, String parentCode, String title) {
        return new Relative("children", collection, "/items?parentCode=" + parentCode, title);
    }
}
