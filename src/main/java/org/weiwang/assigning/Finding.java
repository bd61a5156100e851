package org.weiwang.assigning;

import org.weiwang.atlas.Found;

/** Finds an address by its text and places it, as an atlas does. Called by several threads. */
@FunctionalInterface
public interface Finding {
    Found find(String address);
}
