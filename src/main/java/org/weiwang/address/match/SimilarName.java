package org.weiwang.address.match;

import org.weiwang.address.ElementKind;

/**
 * A known name that an unknown one may have been meant to be.
 *
 * @param distance how far off it is; of two the lesser is the likelier
 * @param decides whether it is near enough to be taken for what was meant, where no other is as
 *     near
 * @param soundsAlike whether the two sound alike
 */
record SimilarName(
        ElementKind kind, String name, int distance, boolean decides, boolean soundsAlike) {}
