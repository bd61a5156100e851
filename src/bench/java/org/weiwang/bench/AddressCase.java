package org.weiwang.bench;

import java.util.List;
import org.weiwang.geo.LonLat;

/**
 * A text to look for.
 *
 * @param truths the stored texts that it means, the one that it was made of first; none where there
 *     is none
 * @param place where it would be; null where nobody knows
 */
record AddressCase(Distortion how, String text, List<String> truths, LonLat place) {}
