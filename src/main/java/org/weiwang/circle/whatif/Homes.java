package org.weiwang.circle.whatif;

import java.util.function.IntFunction;
import org.weiwang.circle.network.Snaps;
import org.weiwang.geo.LonLat;

/**
 * Where people walk from, numbered from 0.
 *
 * @param snaps where homes come onto the network, those that do not included
 * @param positions of the homes; called on several threads
 */
public record Homes(Snaps snaps, IntFunction<LonLat> positions) {}
