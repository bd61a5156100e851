package org.weiwang.demo.life;

import java.util.ArrayList;
import java.util.List;
import org.weiwang.demo.layout.Streets;
import org.weiwang.demo.mesh.Mesh;
import org.weiwang.demo.source.Town;

/** What the road on an edge is called. */
final class RoadNames {
    private final Ground ground;
    private final RoadNet net;
    private final List<List<String>> streets = new ArrayList<>();

    RoadNames(Ground ground, RoadNet net, Names names) {
        this.ground = ground;
        this.net = net;
        for (int town = 0; town < ground.plan().lattices().size(); town++) {
            streets.add(names.streets(ground.streets().lineCount(town)));
        }
    }

    /** The name, empty where the road has none. */
    String of(int edge) {
        Streets lines = ground.streets();
        if (lines.isStreet(edge)) {
            return street(lines.town(edge), lines.line(edge));
        }
        Mesh mesh = ground.mesh();
        int cell = mesh.left(edge) == Mesh.OUTSIDE ? mesh.right(edge) : mesh.left(edge);
        int community = ground.communityOf(cell);
        Town town = ground.division().communities().get(community).of();
        return switch (net.kind(edge)) {
            case MAIN -> town.stem() + "大道";
            case SECONDARY -> town.stem() + "公路";
            case VILLAGE ->
                    ground.division().communities().get(community).community().stem() + "村道";
            default -> "";
        };
    }

    boolean isStreet(int edge) {
        return ground.streets().isStreet(edge);
    }

    String street(int town, int line) {
        return streets.get(town).get(line);
    }
}
