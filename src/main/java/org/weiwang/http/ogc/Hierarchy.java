package org.weiwang.http.ogc;

import java.util.ArrayList;
import java.util.List;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.grid.District;
import org.weiwang.grid.Level;
import org.weiwang.grid.Member;
import org.weiwang.grid.Town;

/** What is above and below the features of a collection, nearest first. */
@FunctionalInterface
interface Hierarchy {
    Hierarchy NONE = (atlas, id) -> List.of();

    Hierarchy OF_GRIDS = (atlas, id) -> atlas.grid(id).map(Hierarchy::ofGrid).orElse(List.of());

    Hierarchy OF_TOWNS = Hierarchy::ofTown;

    Hierarchy OF_DISTRICTS =
            (atlas, id) -> List.of(Relative.children(Layers.TOWNS, id, "镇(街道) Towns"));

    List<Relative> of(Atlas atlas, String id);

    private static List<Relative> ofGrid(Member grid) {
        List<Relative> relatives = new ArrayList<>();
        for (Member above = grid.parent(); above != null; above = above.parent()) {
            add(relatives, Layers.of(above.grid().level()), above.code(), above.grid().name());
        }
        Town town = grid.town();
        if (town != null) {
            add(relatives, Layers.TOWNS, town.code(), town.name());
        }
        addDistrict(relatives, grid.set().district());
        switch (grid.grid().level()) {
            case COMMUNITY -> {
                addChildren(relatives, Level.GENERAL, grid.code());
                addChildren(relatives, Level.DEDICATED, grid.code());
            }
            case GENERAL -> addChildren(relatives, Level.MICRO, grid.code());
            default -> {} // Nothing is below these.
        }
        return relatives;
    }

    private static List<Relative> ofTown(Atlas atlas, String id) {
        List<Relative> relatives = new ArrayList<>();
        atlas.parts().stream()
                .filter(part -> part.towns().feature(id).isPresent())
                .map(DistrictPart::district)
                .forEach(district -> addDistrict(relatives, district));
        addChildren(relatives, Level.COMMUNITY, id);
        return relatives;
    }

    private static void addDistrict(List<Relative> relatives, District district) {
        add(relatives, Layers.DISTRICTS, district.code(), district.name());
    }

    /** The first is the parent, and each an ancestor. */
    private static void add(List<Relative> relatives, String collection, String id, String title) {
        if (relatives.isEmpty()) {
            relatives.add(Relative.one("parent", collection, id, title));
        }
        relatives.add(Relative.one("ancestors", collection, id, title));
    }

    private static void addChildren(List<Relative> relatives, Level level, String parentCode) {
        String collection = Layers.of(level);
        relatives.add(Relative.children(collection, parentCode, collection));
    }
}
