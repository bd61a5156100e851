package org.weiwang.grid.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** What is wrong with grids' attributes. */
final class Facts {
    private record Sibling(Level level, String parent, String name) {}

    private final Hierarchy hierarchy;
    private final List<Finding> findings = new ArrayList<>();

    private Facts(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /**
     * @param inOrder the grids of the hierarchy, as they came
     */
    static List<Finding> check(List<Ground> inOrder, Hierarchy hierarchy) {
        Facts facts = new Facts(hierarchy);
        facts.codes(inOrder);
        facts.names(inOrder);
        inOrder.forEach(facts::parent);
        inOrder.forEach(facts::households);
        return facts.findings;
    }

    private void codes(List<Ground> inOrder) {
        Set<String> codes = new HashSet<>();
        for (Ground ground : inOrder) {
            if (!Grid.CODE.matcher(ground.code()).matches()) {
                add(FindingKind.MALFORMED_CODE, ground, null, null);
            }
            if (!ground.code().isEmpty() && !codes.add(ground.code())) {
                add(FindingKind.DUPLICATE_CODE, ground, null, null);
            }
        }
    }

    private void names(List<Ground> inOrder) {
        Set<Sibling> siblings = new HashSet<>();
        for (Ground ground : inOrder.stream().sorted(Comparator.comparing(Ground::code)).toList()) {
            if (ground.name().isBlank()) {
                add(FindingKind.NO_NAME, ground, null, null);
            } else if (!siblings.add(
                    new Sibling(ground.level(), ground.parentCode(), ground.name()))) {
                add(FindingKind.DUPLICATE_NAME, ground, null, ground.name());
            }
        }
    }

    private void parent(Ground ground) {
        if (ground.parentCode().isEmpty()) {
            add(FindingKind.NO_PARENT, ground, null, null);
        } else if (ground.level() != Level.COMMUNITY && hierarchy.parents(ground).isEmpty()) {
            add(FindingKind.ORPHAN, ground, null, ground.parentCode());
        }
    }

    private void households(Ground ground) {
        Integer households = ground.grid().households();
        boolean fits =
                households == null
                        || switch (ground.level()) {
                            case MICRO -> households >= 30 && households <= 100;
                            case GENERAL -> households >= 300 && households <= 500;
                            case COMMUNITY, DEDICATED -> true;
                        };
        if (!fits) {
            add(FindingKind.HOUSEHOLDS, ground, households.longValue(), null);
        }
    }

    private void add(FindingKind kind, Ground ground, Long count, String detail) {
        findings.add(Subject.of(ground.grid()).fact(kind, ground.place(), count, detail));
    }
}
