package org.weiwang.grid;

/** The behaviour asked of the index, asked of JTS. */
class GridIndexJtsTest extends GridLocatorBehaviour {
    GridIndexJtsTest() {
        super(JtsLocator::locate);
    }
}
