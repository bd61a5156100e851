package org.weiwang.address;

import java.util.List;

/**
 * An address' text as its elements, in the order of the text. White space, punctuation and words
 * that say nothing about the place belong to no element.
 *
 * @param text as it was given
 * @param region province and city where they stand in front: all districts lie there, so they tell
 *     no address from another
 * @param elements all others
 */
public record ParsedAddress(String text, List<Element> region, List<Element> elements) {
    public ParsedAddress {
        region = List.copyOf(region);
        elements = List.copyOf(elements);
    }
}
