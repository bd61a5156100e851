package org.weiwang.demo.life;

/** Kinds of road, the most important one first. */
public enum RoadKind {
    MAIN("主干路"),
    SECONDARY("次干路"),
    BRANCH("支路"),
    VILLAGE("乡村道路"),
    LANE("小路"),
    PATH("步道");

    private final String label;

    RoadKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
