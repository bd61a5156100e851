package org.weiwang.edition.importing;

import java.nio.file.Path;
import org.weiwang.geo.CrsException;

/**
 * A village in the small district, laid out in kilometres: a main street from west to east, a lane
 * across it, steps up from it, and a bridge over it that nothing leads onto.
 *
 * <pre>
 *   0.9 甲2      .  steps      .  乙3, 450 m from any road
 *       |        |             B
 *   0.5 甲1 ---- + -- K ------ | ---- 乙4 ------ bridge ---- P1 ---- 乙2
 *       0.1     0.5  0.6      1.0     1.2         1.5        1.7     1.9
 * </pre>
 */
public final class Village {
    private Village() {}

    /**
     * @param folder for the files
     */
    public static SmallHandOver in(Path folder) throws CrsException {
        return new SmallHandOver(folder)
                .withRoad(0, "", 0, 0.5, 2, 0.5)
                .withRoad(0, "否", 0.5, 0, 0.5, 1)
                .withRoad(0, "是", 1, 0.5, 1, 0.9)
                .withRoad(1, "", 1.5, 0.2, 1.5, 0.8)
                .withoutAddresses()
                .withAddress("甲1号", 0.1, 0.5, "10")
                .withAddress("甲2号", 0.5, 0.9, "20")
                .withAddress("乙1号", 1.02, 0.8, "30")
                .withAddress("乙2号", 1.9, 0.5, "40")
                .withAddress("乙3号", 1.9, 0.95, "5")
                .withAddress("乙4号", 1.2, 0.5, "")
                .withFacility("K", "东幼儿园", "幼儿园", "", 0.6, 0.5)
                .withFacility("P", "东公园", "公园", "", 1.95, 0.9)
                .withFacility("P1", "", "", "P", 1.7, 0.5)
                .withFacility("B", "桥上站", "公交站", "", 1.5, 0.7)
                .withLand(0.1, 0.4, 0.2, 0.6);
    }
}
