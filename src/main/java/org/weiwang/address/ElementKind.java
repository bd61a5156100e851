package org.weiwang.address;

/** 地址要素: what an element of an address says, the widest first as addresses are written. */
public enum ElementKind {
    PROVINCE,
    CITY,
    /** 区(市)县. */
    DISTRICT,
    /** 镇(街道). */
    TOWN,
    /** 村, 社区. */
    COMMUNITY,
    /** 组, 社, 队 of a village. */
    GROUP,
    /** 路, 街, 巷. */
    ROAD,
    /** 号, of a road or of a group. */
    NUMBER,
    /** 附X号, 之X. */
    SUB_NUMBER,
    /** 小区, 院, or another named place within a number. */
    ESTATE,
    /** 栋, 幢, 座, 号楼. */
    BUILDING,
    /** 单元. */
    UNIT,
    /** 楼, 层. */
    FLOOR,
    /** 室, 房. */
    ROOM,
    /** A facility's name. */
    LANDMARK,
    /** 旁边, 对面, 附近: what is meant lies near what is named, and not there. */
    RELATION,
    /** Text that nothing known explains. */
    UNKNOWN;

    /** Whether its value is a number with its classifier rather than a name. */
    public boolean isNumber() {
        return switch (this) {
            case GROUP, NUMBER, SUB_NUMBER, BUILDING, UNIT, FLOOR, ROOM -> true;
            default -> false;
        };
    }

    /** Whether its value is a name that the tenant's data know. */
    public boolean isName() {
        return switch (this) {
            case PROVINCE, CITY, DISTRICT, TOWN, COMMUNITY, ROAD, ESTATE, LANDMARK -> true;
            default -> false;
        };
    }
}
