package org.weiwang.bench;

/** What a stored address of a demo county is written of, in that order. */
enum Part {
    DISTRICT,
    TOWN,
    VILLAGE,
    GROUP,
    ROAD,
    NUMBER,
    ESTATE,
    BUILDING,
    UNIT;

    boolean isName() {
        return this == DISTRICT
                || this == TOWN
                || this == VILLAGE
                || this == ROAD
                || this == ESTATE;
    }
}
