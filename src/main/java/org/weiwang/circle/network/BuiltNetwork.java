package org.weiwang.circle.network;

import java.util.List;

/**
 * A network and what came of what it was made from.
 *
 * @param lines that were given
 * @param joined ends that were moved to another end, and places where a line was cut because an end
 *     lies on it
 * @param unusable lines that have a point that is not on the earth or are longer than 1,000 km, and
 *     were left out
 * @param zeroLength lines and parts of lines that have no length and were left out
 * @param duplicates parts of lines that were there already and were left out
 * @param islands the pieces that are not joined, those of most nodes first: one where all of the
 *     network is joined, none where it is empty
 */
public record BuiltNetwork(
        WalkNetwork network,
        int lines,
        int joined,
        int unusable,
        int zeroLength,
        int duplicates,
        List<Island> islands) {
    BuiltNetwork withUnusable(int unusable) {
        return new BuiltNetwork(network, lines, joined, unusable, zeroLength, duplicates, islands);
    }
}
