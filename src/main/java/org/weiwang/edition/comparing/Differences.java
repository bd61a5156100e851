package org.weiwang.edition.comparing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.weiwang.edition.EditionGrids;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Town;

/**
 * Finds what changed. Towns correspond by their code, grids by their level and their code: a code
 * that comes back at another level was removed at the one and added at the other.
 */
final class Differences {
    private Differences() {}

    /** Towns first, then level by level; each by code. Runs on the common pool. */
    static List<Changed> between(EditionGrids before, EditionGrids after) {
        List<Changed> all =
                new ArrayList<>(
                        between(
                                null,
                                byCode(before.towns(), Town::code),
                                byCode(after.towns(), Town::code),
                                Facts::of));
        for (Level level : Level.values()) {
            all.addAll(
                    between(
                            level,
                            byCode(ofLevel(before, level), Grid::code),
                            byCode(ofLevel(after, level), Grid::code),
                            Facts::of));
        }
        return List.copyOf(all);
    }

    private static List<Grid> ofLevel(EditionGrids edition, Level level) {
        return edition.grids().stream().filter(grid -> grid.level() == level).toList();
    }

    private static <T> Map<String, T> byCode(List<T> items, Function<T, String> code) {
        return items.stream().collect(toMap(code, identity()));
    }

    private static <T> List<Changed> between(
            Level level, Map<String, T> before, Map<String, T> after, Function<T, Facts> facts) {
        TreeSet<String> codes = new TreeSet<>(before.keySet());
        codes.addAll(after.keySet());
        return codes.parallelStream()
                .map(
                        code ->
                                Changed.of(
                                        level,
                                        code,
                                        facts(before.get(code), facts),
                                        facts(after.get(code), facts)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static <T> Facts facts(T item, Function<T, Facts> facts) {
        return item == null ? null : facts.apply(item);
    }
}
