package org.weiwang.feature.cql2;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Filters on {@link Building}s in both forms, and buildings, by chance; so few different values
 * that all sorts of them are equal, touch and meet.
 */
public final class RandomFilters {
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "a",
                    "A",
                    "ß",
                    "SS",
                    "街",
                    "街道",
                    "%",
                    "a_b",
                    "\\",
                    "it's",
                    "\uD83C\uDFE0",
                    "\uFF21");
    private static final List<String> PATTERNS =
            List.of("%", "_", "a%", "%b", "\\%", "_%_", "%\\_%", "\\\\", "街%", "%'%", "s%", "");
    private static final List<String> DAYS =
            List.of("2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04");

    private final Random random;
    private final RandomFigures figures;

    public RandomFilters(long seed) {
        this.random = new Random(seed);
        this.figures = new RandomFigures(random);
    }

    /** The same filter, or part of one, in the two forms. */
    public record Both(String text, String json) {}

    public Building building(int id) {
        return new Building(
                Integer.toString(id),
                orNone(figures::place),
                orNone(() -> any(TEXTS)),
                orNone(() -> random.nextInt(5) - 1),
                orNone(() -> random.nextInt(10) / 2.0 - 1),
                orNone(random::nextBoolean),
                orNone(() -> Instant.parse(any(DAYS) + "T00:00:00Z")),
                orNone(() -> Instant.parse(any(DAYS) + "T00:00:00Z")),
                orNone(() -> any(TEXTS)),
                orNone(() -> random.nextInt(4)));
    }

    private <T> T orNone(Supplier<T> value) {
        return random.nextInt(5) == 0 ? null : value.get();
    }

    /**
     * @param depth how deep at most conditions lie in others
     */
    public Both condition(int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            return switch (random.nextInt(5)) {
                case 0 -> not(condition(depth - 1));
                case 1, 2 -> joined("AND", depth);
                default -> joined("OR", depth);
            };
        }
        return switch (random.nextInt(9)) {
            case 0, 1 -> compared();
            case 2 -> between();
            case 3 -> in();
            case 4 -> like();
            case 5 -> isNull(depth);
            case 6, 7 -> spatial();
            default -> temporal();
        };
    }

    private static Both not(Both condition) {
        return new Both("NOT (" + condition.text + ")", json("not", condition));
    }

    private Both joined(String op, int depth) {
        Both[] parts =
                IntStream.range(0, 2 + random.nextInt(2))
                        .mapToObj(i -> condition(depth - 1))
                        .toArray(Both[]::new);
        return new Both(
                List.of(parts).stream()
                        .map(Both::text)
                        .collect(Collectors.joining(") " + op + " (", "(", ")")),
                json(op.toLowerCase(Locale.ROOT), parts));
    }

    private static String json(String op, Both... arguments) {
        return List.of(arguments).stream()
                .map(Both::json)
                .collect(Collectors.joining(",", "{\"op\":\"" + op + "\",\"args\":[", "]}"));
    }

    private Both compared() {
        String op = any(List.of("=", "<>", "<", ">", "<=", ">="));
        Supplier<Both> kind = kind();
        Both left = kind.get();
        Both right = kind.get();
        return new Both(left.text + " " + op + " " + right.text, json(op, left, right));
    }

    private Both between() {
        Supplier<Both> kind = any(List.of(this::number, this::word));
        Both value = kind.get();
        Both from = kind.get();
        Both to = kind.get();
        return negated(
                value.text,
                "BETWEEN " + from.text + " AND " + to.text,
                json("between", value, from, to));
    }

    private Both in() {
        Supplier<Both> kind = kind();
        Both value = kind.get();
        List<Both> items =
                IntStream.range(0, 1 + random.nextInt(4)).mapToObj(i -> kind.get()).toList();
        String texts = items.stream().map(Both::text).collect(Collectors.joining(", "));
        String jsons = items.stream().map(Both::json).collect(Collectors.joining(","));
        return negated(
                value.text,
                "IN (" + texts + ")",
                json("in", value, new Both("", "[" + jsons + "]")));
    }

    private Both like() {
        Both value = word();
        Both pattern = text(any(PATTERNS));
        return negated(value.text, "LIKE " + pattern.text, json("like", value, pattern));
    }

    private Both isNull(int depth) {
        Both operand =
                switch (random.nextInt(4)) {
                    case 0 -> property("geometry");
                    case 1 -> interval();
                    case 2 -> kind().get();
                    default -> {
                        Both condition = condition(Math.max(0, depth - 1));
                        yield new Both("(" + condition.text + ")", condition.json);
                    }
                };
        return negated(operand.text, null, json("isNull", operand));
    }

    /** With NOT before the word or, as JSON has it, around all; or without. */
    private Both negated(String operand, String said, String json) {
        boolean isNegated = random.nextBoolean();
        String text =
                said == null
                        ? operand + (isNegated ? " IS NOT NULL" : " IS NULL")
                        : operand + (isNegated ? " NOT " : " ") + said;
        return new Both(text, isNegated ? json("not", new Both("", json)) : json);
    }

    private Supplier<Both> kind() {
        return any(List.of(this::number, this::word, this::truth, this::moment));
    }

    private Both number() {
        return switch (random.nextInt(5)) {
            case 0 -> property("floors");
            case 1 -> property("height");
            case 2 -> property("cellars");
            case 3 -> same(Double.toString(random.nextInt(8) / 2.0 - 1));
            default -> same(Integer.toString(random.nextInt(5) - 1));
        };
    }

    private static Both same(String both) {
        return new Both(both, both);
    }

    private Both word() {
        Both inner =
                switch (random.nextInt(3)) {
                    case 0 -> property("name");
                    case 1 -> property("owner");
                    default -> text(any(TEXTS));
                };
        return random.nextInt(3) == 0
                ? new Both("CASEI(" + inner.text + ")", json("casei", inner))
                : inner;
    }

    private static Both text(String text) {
        return new Both(
                "'" + text.replace("\\", "\\\\").replace("'", "''") + "'",
                "\"" + text.replace("\\", "\\\\") + "\"");
    }

    private Both truth() {
        return random.nextBoolean()
                ? property("lift")
                : same(Boolean.toString(random.nextBoolean()));
    }

    private Both moment() {
        String day = any(DAYS);
        return switch (random.nextInt(4)) {
            case 0 -> property("built");
            case 1 -> property("razed");
            case 2 -> new Both("DATE('" + day + "')", "{\"date\":\"" + day + "\"}");
            default ->
                    new Both(
                            "TIMESTAMP('" + day + "T00:00:00Z')",
                            "{\"timestamp\":\"" + day + "T00:00:00Z\"}");
        };
    }

    private static Both property(String name) {
        return new Both(name, "{\"property\":\"" + name + "\"}");
    }

    private Both temporal() {
        List<TemporalRelation> relations = List.of(TemporalRelation.values());
        TemporalRelation relation = any(relations);
        Supplier<Both> operand =
                relation.takesMoments() && random.nextBoolean() ? this::moment : this::interval;
        String op =
                relation == TemporalRelation.INTERSECTS && random.nextBoolean()
                        ? TemporalRelation.DISJOINT
                        : relation.op();
        return function(op, operand.get(), operand.get());
    }

    private static Both function(String op, Both first, Both second) {
        return new Both(
                op.toUpperCase(Locale.ROOT) + "(" + first.text + ", " + second.text + ")",
                json(op, first, second));
    }

    private Both interval() {
        int first = random.nextInt(DAYS.size());
        int second = first + random.nextInt(DAYS.size() - first);
        Both start = intervalEnd("built", DAYS.get(first));
        Both end = intervalEnd("razed", DAYS.get(second));
        return new Both(
                "INTERVAL(" + start.text + ", " + end.text + ")",
                "{\"interval\":[" + start.json + "," + end.json + "]}");
    }

    private Both intervalEnd(String property, String day) {
        return switch (random.nextInt(4)) {
            case 0 -> property(property);
            case 1 -> new Both("'..'", "\"..\"");
            default -> new Both("'" + day + "'", "\"" + day + "\"");
        };
    }

    private Both spatial() {
        SpatialRelation relation = any(List.of(SpatialRelation.values()));
        boolean isIntersects = relation == SpatialRelation.INTERSECTS;
        String op = isIntersects && random.nextBoolean() ? SpatialRelation.DISJOINT : relation.op();
        Both own = property("geometry");
        Both other = random.nextInt(20) == 0 ? own : figures.literal(isIntersects);
        return random.nextBoolean() ? function(op, own, other) : function(op, other, own);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
