package org.weiwang.atlas.circle;

import org.weiwang.atlas.Atlas;

/**
 * What layers of the living circle are made of: grids, and what their homes reach, both of the same
 * editions. Thread-safe.
 *
 * @param atlas of which the layers of grids alone are there for certain
 */
public record CircleLayer(Atlas atlas, Findings findings) {}
