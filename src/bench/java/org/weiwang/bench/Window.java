package org.weiwang.bench;

import java.util.List;

/**
 * The look-ups that were due in a part of a run.
 *
 * @param p50 of the times to the answers, in milliseconds, as {@code p99} and {@code most}
 * @param silence the longest time in which no answer came, in milliseconds
 * @param failed those that were not answered with 200
 */
record Window(
        String name,
        double seconds,
        int lookups,
        double p50,
        double p99,
        double most,
        double silence,
        int failed) {
    private static final double MICROS = 1e3;

    /**
     * @param answers in the order in which they came
     * @param from in microseconds as {@link Moments}, as {@code to}
     */
    static Window of(String name, List<LookupLoad.Answer> answers, long from, long to) {
        List<LookupLoad.Answer> due =
                answers.stream().filter(a -> a.due() >= from && a.due() < to).toList();
        long[] took = due.stream().mapToLong(a -> a.done() - a.due()).sorted().toArray();
        if (took.length == 0) {
            throw new IllegalArgumentException("nothing was asked " + name);
        }
        return new Window(
                name,
                (to - from) / 1e6,
                took.length,
                took[took.length / 2] / MICROS,
                took[took.length * 99 / 100] / MICROS,
                took[took.length - 1] / MICROS,
                silence(due, from) / MICROS,
                (int) due.stream().filter(answer -> answer.edition() == null).count());
    }

    private static long silence(List<LookupLoad.Answer> due, long from) {
        long longest = 0;
        long last = from;
        for (long done : due.stream().mapToLong(LookupLoad.Answer::done).toArray()) {
            longest = Math.max(longest, done - last);
            last = done;
        }
        return longest;
    }
}
