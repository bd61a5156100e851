package org.weiwang.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A web link in a document.
 *
 * @param href absolute
 * @param templated whether it is a pattern with names in braces; null where it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Link(String href, String rel, String type, String title, Boolean templated) {
    public Link(String href, String rel, String type, String title) {
        this(href, rel, type, title, null);
    }

    /** A pattern of addresses. */
    public static Link template(String href, String rel, String type, String title) {
        return new Link(href, rel, type, title, true);
    }
}
