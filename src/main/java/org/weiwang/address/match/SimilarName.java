package org.weiwang.address.match;

import org.weiwang.address.ElementKind;
import org.weiwang.address.Reading;

/**
 * A known name that an unknown one may have been meant to be.
 *
 * @param reading how the known name is understood: as itself or as an alias
 * @param distance how far off it is; of two the lesser is the likelier
 * @param decides whether it is near enough to be taken for what was meant, where no other is as
 *     near
 * @param soundsAlike whether the two sound alike
 */
record SimilarName(Reading reading, int distance, boolean decides, boolean soundsAlike) {
    ElementKind kind() {
        return reading.kind();
    }

    /** As it is written: an alias rather than what it stands for. */
    String name() {
        return reading.alias() == null ? reading.value() : reading.alias().alias();
    }
}
