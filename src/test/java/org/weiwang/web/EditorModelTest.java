package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.SmallService;

/** What steps of the editor make of boundaries, in the page's own modules. */
@Tag("browser")
class EditorModelTest {
    /** Grids of squares with sides of 0.002 degrees, and what is asked of a coverage. */
    private static final String MODEL =
            """
            const { Coverage, edgesOf } = await import('/editor/coverage.js');
            const { moved, inserted, deleted } = await import('/editor/vertices.js');
            const { split } = await import('/editor/split.js');
            const { merged } = await import('/editor/merge.js');
            const { cut, filled } = await import('/editor/hole.js');
            const { described } = await import('/editor/facts.js');
            const { History } = await import('/editor/history.js');
            const { faultOf, sound } = await import('/editor/sound.js');
            const { outermost } = await import('/editor/rings.js');
            const { area, latticed, middle, same } = await import('/editor/plane.js');
            const SIDE = 0.002;
            const at = (x, y) => latticed([103.5 + x * SIDE, 30.2 + y * SIDE]);
            const grid = (code, places, facts) => ({ code, level: 'MICRO', name: code, kind: null,
                parentCode: 'g', households: 50, ...facts,
                polygons: [[places.map(([x, y]) => at(x, y))]] });
            const square = (code, x, y) =>
                grid(code, [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]]);
            const coverage = (...grids) => new Coverage(new Map(grids.map((one) => [one.code, one])));
            const all = (its) => its.ofLevel('MICRO', 'DEDICATED');
            const ground = (its, ...codes) => all(its)
                .filter(({ code }) => codes.length === 0 || codes.includes(code))
                .flatMap(({ polygons }) => polygons.flat())
                .reduce((sum, ring) => sum + area(ring), 0) / SIDE ** 2;
            const has = (its, code, place) =>
                its.grid(code).polygons.flat(2).some((one) => same(one, place));
            const refusal = (step) => {
                try {
                    step();
                    return 'taken';
                } catch (error) {
                    return error.reason;
                }
            };
            // Two squares, and below them one oblong that does not have their common corner.
            const three = coverage(square('g001', 0, 0), square('g002', 1, 0),
                grid('g003', [[0, -1], [2, -1], [2, 0], [0, 0]]));
            """;

    @TempDir private static Path data;
    private static SmallService service;
    private static MapPage map;
    private static Page page;

    @BeforeAll
    static void start() throws Exception {
        service = new SmallService(data).start();
        map = new MapPage(service.uri());
        page = map.blank(400, 300);
        map.visit(page, "icon.svg");
    }

    @AfterAll
    static void stop() {
        map.close();
        service.close();
    }

    @Test
    void aVertexMovesInAllThatHaveItAndInThoseOnWhoseEdgeItLies() {
        Map<?, ?> seen =
                run(
                        """
                        const next = sound(three, moved(three, at(1, 0), at(1.2, 0.25)));
                        return {
                            ground: ground(next),
                            west: ground(next, 'g001'),
                            below: ground(next, 'g003'),
                            changed: [...next.since(three).keys()].sort(),
                            before: has(three, 'g003', at(1, 0)),
                        };
                        """);
        assertThat((Double) seen.get("ground")).isCloseTo(4, within(1e-6));
        assertThat((Double) seen.get("west")).isCloseTo(0.975, within(1e-6));
        assertThat((Double) seen.get("below")).isCloseTo(2.25, within(1e-6));
        assertThat(seen.get("changed")).isEqualTo(List.of("g001", "g002", "g003"));
        assertThat(seen.get("before")).isEqualTo(false);
    }

    @Test
    void aVertexComesAndGoesOnBothSides() {
        Map<?, ?> seen =
                run(
                        """
                        const { coverage: more, vertex } = inserted(three, 'g001', at(0.99, 0.5));
                        const bent = sound(three, moved(more, vertex, at(0.5, 0.5)));
                        const straight = deleted(bent, at(0.5, 0.5));
                        return {
                            both: ['g001', 'g002'].map((code) => has(more, code, vertex)),
                            bent: ground(bent, 'g001'),
                            straight: ground(straight, 'g001'),
                            junction: refusal(() => deleted(three, at(1, 0))),
                        };
                        """);
        assertThat(seen.get("both")).isEqualTo(List.of(true, true));
        assertThat((Double) seen.get("bent")).isCloseTo(0.75, within(1e-6));
        assertThat((Double) seen.get("straight")).isCloseTo(1, within(1e-6));
        assertThat(seen.get("junction")).isEqualTo("junction");
    }

    @Test
    void aGridIsSplitAndMergedAgain() {
        Map<?, ?> seen =
                run(
                        """
                        const line = [at(0.25, -0.5), at(0.25, 0.5), at(0.25, 1)];
                        const { coverage: two, part } = split(three, 'g001', line);
                        const one = merged(two, 'g001', part);
                        return {
                            part,
                            small: ground(two, part),
                            below: has(two, 'g003', at(0.25, 0)),
                            households: two.grid('g001').households,
                            whole: ground(one, 'g001'),
                            gone: one.grid(part),
                            apart: refusal(() => merged(coverage(square('a', 0, 0), square('b', 2, 0)), 'a', 'b')),
                            ends: refusal(() => split(three, 'g001', [at(0.2, 0.2), at(0.5, 1)])),
                            outside: refusal(() => split(three, 'g001', [at(0, 0), at(-1, 0.5), at(0, 1)])),
                        };
                        """);
        assertThat(seen.get("part")).isEqualTo("g004");
        assertThat((Double) seen.get("small")).isCloseTo(0.25, within(1e-6));
        assertThat(seen.get("below")).isEqualTo(true);
        assertThat(seen.get("households")).isNull();
        assertThat((Double) seen.get("whole")).isCloseTo(1, within(1e-6));
        assertThat(seen.get("gone")).isNull();
        assertThat(seen.get("apart")).isEqualTo("apart");
        assertThat(seen.get("ends")).isEqualTo("ends");
        assertThat(seen.get("outside")).isEqualTo("outside");
    }

    @Test
    void aGridIsSplitThroughItsHolesAndWhereALineComesToItsBoundary() {
        Map<?, ?> seen =
                run(
                        """
                        const dedicated = { level: 'DEDICATED' };
                        const hole = grid('Z1', [[0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6]], dedicated);
                        const holed = cut(three, hole);
                        const through = split(holed, 'g001', [at(-0.5, 0.5), at(1.5, 0.5)]);
                        const beside = split(holed, 'g001', [at(0.2, -0.5), at(0.2, 1.5)]);
                        const notch = coverage(grid('g', [[0, 0], [2, 0], [2, 1], [1, 0.5], [0, 1]]));
                        const twice = split(notch, 'g', [at(-1, 0.75), at(3, 0.75)]);
                        const bent = split(notch, 'g', [at(-1, 0.2), at(1, 0.5), at(3, 0.2)]);
                        const vertex = split(notch, 'g', [at(1, 0.5), at(1, -1)]);
                        return {
                            through: [ground(through.coverage, 'g001'), ground(through.coverage, through.part)],
                            rings: through.coverage.grid('g001').polygons.map((rings) => rings.length),
                            tied: has(through.coverage, 'Z1', at(0.4, 0.5)),
                            besides: ['g001', beside.part].map((code) =>
                                beside.coverage.grid(code).polygons[0].length),
                            above: twice.coverage.grid(twice.part).polygons.length,
                            below: ground(twice.coverage, 'g'),
                            bent: ground(bent.coverage, bent.part),
                            vertex: ground(vertex.coverage, vertex.part),
                            open: outermost(all(through.coverage).flatMap(edgesOf)).length
                                - outermost(all(three).flatMap(edgesOf)).length,
                            toHole: refusal(() => split(holed, 'g001', [at(-0.5, 0.5), at(0.5, 0.5)])),
                            into: refusal(() => split(holed, 'g001', [at(-0.5, 0.5), at(0.2, 0.5)])),
                            along: refusal(() => split(three, 'g001', [at(0, 0), at(0.5, 0), at(1, 0)])),
                        };
                        """);
        assertThat((List<?>) seen.get("through"))
                .allSatisfy(half -> assertThat((Double) half).isCloseTo(0.48, within(1e-6)));
        assertThat(seen.get("rings")).isEqualTo(List.of(1));
        assertThat(seen.get("tied")).isEqualTo(true);
        assertThat(seen.get("besides")).isEqualTo(List.of(2, 1));
        assertThat(seen.get("above")).isEqualTo(2);
        assertThat((Double) seen.get("below")).isCloseTo(1.375, within(1e-6));
        assertThat((Double) seen.get("bent")).isCloseTo(0.65, within(1e-6));
        assertThat((Double) seen.get("vertex")).isCloseTo(0.75, within(1e-6));
        // One end of the line is on the rim, which has an edge more there.
        assertThat(seen.get("open")).isEqualTo(1);
        assertThat(seen.get("toHole")).isEqualTo("ends");
        assertThat(seen.get("into")).isEqualTo("ends");
        assertThat(seen.get("along")).isEqualTo("outside");
    }

    @Test
    void aDedicatedGridTakesItsGroundAndGivesItBack() {
        Map<?, ?> seen =
                run(
                        """
                        const dedicated = { level: 'DEDICATED' };
                        const across = grid('Z1', [[0.5, -0.5], [1.5, -0.5], [1.5, 0.5], [0.5, 0.5]], dedicated);
                        const within = grid('Z2', [[0.1, 0.1], [0.3, 0.1], [0.3, 0.3]], dedicated);
                        const once = cut(three, across);
                        const twice = cut(once, within);
                        return {
                            ground: ground(twice),
                            pieces: ['g001', 'g002', 'g003', 'Z1', 'Z2'].map((code) => ground(twice, code)),
                            rings: twice.grid('g001').polygons[0].length,
                            back: ground(filled(twice, 'Z2'), 'g001'),
                            whole: ground(filled(once, 'Z1')),
                        };
                        """);
        assertThat((Double) seen.get("ground")).isCloseTo(4, within(1e-6));
        List<?> pieces = (List<?>) seen.get("pieces");
        double[] expected = {0.73, 0.75, 1.5, 1, 0.02};
        for (int i = 0; i < expected.length; i++) {
            assertThat((Double) pieces.get(i)).isCloseTo(expected[i], within(1e-6));
        }
        assertThat(seen.get("rings")).isEqualTo(2);
        assertThat((Double) seen.get("back")).isCloseTo(0.75, within(1e-6));
        assertThat((Double) seen.get("whole")).isCloseTo(4, within(1e-6));
    }

    @Test
    void whatBoundsNothingIsRefused() {
        Map<?, ?> seen =
                run(
                        """
                        return {
                            crossing: refusal(() => sound(three, moved(three, at(1, 0), at(-1, 2)))),
                            small: refusal(() => cut(three, grid('Z1', [[0, 0], [1, 0]], {}))),
                            code: refusal(() => described(three, 'g001', { code: 'a b' })),
                            taken: refusal(() => described(three, 'g001', { code: 'g002' })),
                        };
                        """);
        assertThat(seen)
                .isEqualTo(
                        Map.of(
                                "crossing", "crossing",
                                "small", "small",
                                "code", "code",
                                "taken", "taken"));
    }

    @Test
    void whatIsUndoneIsNoChange() {
        Map<?, ?> seen =
                run(
                        """
                        const { coverage: two, part } = split(three, 'g001', [at(0.5, 0), at(0.5, 1)]);
                        const once = new History().with(three, two);
                        const named = described(two, part, { ...two.grid(part), code: 'g009', name: 'New' });
                        const twice = once.with(two, named);
                        const undone = twice.back().back();
                        return {
                            codes: twice.changes(named).map(({ code }) => code),
                            none: undone.changes(three).length,
                            again: undone.forth().forth().changes(named).length,
                        };
                        """);
        assertThat(seen.get("codes")).isEqualTo(List.of("g001", "g003", "g009"));
        assertThat(seen.get("none")).isEqualTo(0);
        assertThat(seen.get("again")).isEqualTo(3);
    }

    /**
     * Whatever is done, in whatever order: each edge within the district has a grid on either side,
     * which is to say that there is no gap and no overlap, and the ground is what it was.
     */
    @Test
    void noStepOpensTheCoverage() {
        Map<?, ?> seen =
                run(
                        """
                        const WIDE = 4;
                        const cells = [...Array(WIDE * WIDE).keys()];
                        const start = coverage(...cells.map((i) => square('g' + i, i % WIDE, Math.floor(i / WIDE))));
                        const [low, high] = [at(0, 0), at(WIDE, WIDE)];
                        const onRim = (one) =>
                            [0, 1].some((i) => Math.min(one[i] - low[i], high[i] - one[i]) < 1e-8);
                        const taken = {};
                        const broken = [];
                        for (let seed = 1; seed <= 12; seed++) {
                            let state = seed;
                            const random = () => {
                                state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
                                return state / 2 ** 32;
                            };
                            const pick = (list) => list[Math.floor(random() * list.length)];
                            const aside = ([lon, lat], by) =>
                                [lon + (random() - 0.5) * SIDE * by, lat + (random() - 0.5) * SIDE * by];
                            let its = start;
                            for (let step = 0; step < 100; step++) {
                                const grids = all(its);
                                const one = pick(grids);
                                const corner = one.polygons[0][0][0];
                                const vertices = grids.flatMap(({ polygons }) => polygons.flat(2))
                                    .filter((vertex) => !onRim(vertex));
                                const vertex = pick(vertices) ?? corner;
                                const hole = grids.find(({ level }) => level === 'DEDICATED');
                                const other = pick(its.near({ west: corner[0], east: corner[0],
                                    south: corner[1], north: corner[1] }));
                                const steps = {
                                    move: () => onRim(vertex) ? its
                                        : sound(its, moved(its, vertex, aside(vertex, 0.8))),
                                    insert: () => inserted(its, one.code, aside(corner, 0.8)).coverage,
                                    delete: () => onRim(vertex) ? its : deleted(its, vertex),
                                    split: () => {
                                        const [from, to] = [0, 0].map(() => middle(...pick(edgesOf(one))));
                                        const way = random() < 0.5
                                            ? [from, aside(middle(from, to), 0.2), to]
                                            : [aside(from, 2), aside(from, 0.5), aside(to, 2)];
                                        return split(its, one.code, way).coverage;
                                    },
                                    merge: () => other === one ? its : merged(its, one.code, other.code),
                                    hole: () => {
                                        const [x, y, wide] = [random() * 3.2 + 0.2, random() * 3.2 + 0.2, random() * 0.5 + 0.05];
                                        const places = [[x, y], [x + wide, y + wide / 9], [x + wide / 2, y + wide]];
                                        return hole ? its
                                            : cut(its, grid('Z' + step, places, { level: 'DEDICATED' }));
                                    },
                                    fill: () => hole ? filled(its, hole.code) : its,
                                };
                                const name = pick(Object.keys(steps));
                                let next = its;
                                try {
                                    next = steps[name]();
                                } catch (error) {
                                    if (error.name !== 'Refusal') {
                                        throw error;
                                    }
                                }
                                taken[name] = (taken[name] ?? 0) + (next === its ? 0 : 1);
                                its = next;
                                const open = outermost(all(its).flatMap(edgesOf))
                                    .filter((edge) => !edge.every(onRim));
                                const lost = Math.abs(ground(its) - WIDE * WIDE);
                                if (open.length > 0 || lost > 1e-6 || all(its).some(faultOf)) {
                                    broken.push(`seed ${seed}, step ${step}: ${name}, ${open.length} open, ${lost} lost`);
                                    break;
                                }
                            }
                        }
                        return { broken, least: Math.min(...Object.values(taken)), kinds: Object.keys(taken).length };
                        """);
        assertThat((List<?>) seen.get("broken")).isEmpty();
        assertThat((Integer) seen.get("kinds")).isEqualTo(7);
        assertThat((Integer) seen.get("least")).isGreaterThan(20);
    }

    private static Map<?, ?> run(String script) {
        return (Map<?, ?>) page.evaluate("async () => {" + MODEL + script + "}");
    }
}
