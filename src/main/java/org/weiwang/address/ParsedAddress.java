package org.weiwang.address;

import java.util.List;

/**
 * An address' text as its elements, in the order of the text. White space, punctuation and words
 * that say nothing about the place belong to no element.
 *
 * @param text as it was given
 */
public record ParsedAddress(String text, List<Element> elements) {
    public ParsedAddress {
        elements = List.copyOf(elements);
    }
}
