package org.weiwang.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A web link in a document.
 *
 * @param href absolute
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Link(String href, String rel, String type, String title) {}
