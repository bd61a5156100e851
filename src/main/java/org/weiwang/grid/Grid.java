package org.weiwang.grid;

import java.util.Objects;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * One grid of one edition.
 *
 * @param code unique among the editions in force, opaque, ordered as bytes
 * @param name as people call it
 * @param kind what it is made of (小区, 院落, 林盘 … or 学校, 医院 …), null where the source says none
 * @param parentCode code of the next level up, which for a community grid is its town
 * @param households null where the source says none
 * @param geometry longitude and latitude in degrees, on {@link org.weiwang.geo.Lattice}
 */
public record Grid(
        String code,
        Level level,
        String name,
        String kind,
        String parentCode,
        Integer households,
        MultiPolygon geometry) {

    /** What a code may be: 1 to 32 letters, digits and hyphens of ASCII. */
    public static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{1,32}");

    /** The same grid with another outline. */
    public Grid withOutline(MultiPolygon outline) {
        return new Grid(code, level, name, kind, parentCode, households, outline);
    }

    /** The same grid, sharing the memory of a former one as far as they are equal. */
    public Grid sharing(Grid former) {
        if (equals(former)) {
            return former;
        }
        return Objects.equals(geometry, former.geometry)
                ? new Grid(code, level, name, kind, parentCode, households, former.geometry)
                : this;
    }
}
