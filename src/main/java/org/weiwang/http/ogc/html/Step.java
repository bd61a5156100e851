package org.weiwang.http.ogc.html;

/**
 * Somewhere to go from a page.
 *
 * @param href absolute
 */
public record Step(String href, String title) {}
