package org.weiwang.demo.life;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Location;
import org.weiwang.demo.division.Redrawing.Origin;

/** The same life on ground that was divided anew: everything stays where it is. */
public final class Resettlement {
    /** What the names of micro grids end with. */
    private static final String LAST_WORD = "微网格";

    private final Ground ground;
    private final List<Origin> origins;
    private final Map<Integer, List<Integer>> microsOfGeneral = new HashMap<>();

    private Resettlement(Ground ground, List<Origin> origins) {
        this.ground = ground;
        this.origins = origins;
        for (int m = 0; m < origins.size(); m++) {
            microsOfGeneral
                    .computeIfAbsent(general(ground, m), general -> new ArrayList<>())
                    .add(m);
        }
    }

    /**
     * @param before the ground that the life was put on
     * @param after the same, divided anew within its general grids
     * @param origins where each micro grid of the ground after comes from
     */
    public static Life of(Life life, Ground before, Ground after, List<Origin> origins) {
        Resettlement resettlement = new Resettlement(after, origins);
        return new Life(
                resettlement.housing(life.housing(), before),
                life.roads(),
                life.land(),
                life.facilities(),
                resettlement.posts(life.posts(), before),
                life.aliases());
    }

    private Housing housing(Housing before, Ground earlier) {
        Housing housing = new Housing(origins.size());
        for (Origin origin : origins) {
            MicroFacts facts = before.micro(origin.former());
            housing.add(
                    new MicroFacts(
                            facts.name().replaceFirst(LAST_WORD, origin.word() + LAST_WORD),
                            facts.kind(),
                            facts.scopes()));
        }
        for (Address address : before.addresses()) {
            housing.add(
                    new Address(
                            address.text(),
                            address.place(),
                            address.households(),
                            micro(address, general(earlier, address.micro()))));
        }
        return housing;
    }

    private int micro(Address address, int general) {
        for (int micro : microsOfGeneral.get(general)) {
            int found =
                    SimplePointInAreaLocator.locate(
                            address.place(), ground.shapes().micros().get(micro));
            if (found != Location.EXTERIOR) {
                return micro;
            }
        }
        throw new IllegalStateException(address.text() + " lies beyond its general grid");
    }

    private static int general(Ground ground, int micro) {
        return ground.division().micros().get(micro).general();
    }

    /** Those whose grid there still is; a new micro grid has who leads it, and none besides. */
    private List<Post> posts(List<Post> before, Ground earlier) {
        Set<String> gone = microCodes(earlier);
        gone.removeAll(microCodes(ground));
        Set<String> added = microCodes(ground);
        added.removeAll(microCodes(earlier));
        List<Post> posts = new ArrayList<>(before);
        posts.removeIf(post -> gone.contains(post.grid()));
        added.forEach(code -> posts.add(Posts.leader(code, "")));
        return posts;
    }

    private static Set<String> microCodes(Ground ground) {
        Set<String> codes = new TreeSet<>();
        for (int m = 0; m < ground.division().micros().size(); m++) {
            codes.add(ground.division().microCode(m));
        }
        return codes;
    }
}
