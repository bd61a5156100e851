package org.weiwang.grid;

import org.junit.jupiter.api.Tag;

/** The behaviour asked of the index, asked of PostGIS. */
@Tag("store")
class GridIndexPostgisTest extends GridLocatorBehaviour {
    private static final PostgisLocator POSTGIS = new PostgisLocator();

    GridIndexPostgisTest() {
        super(POSTGIS);
    }
}
