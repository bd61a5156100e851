package org.weiwang.bench;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What answers tell of when new editions came to be named in place of former ones. */
final class Changeover {
    private final List<LookupLoad.Answer> former;
    private final Map<String, String> editions;
    private final Map<String, Long> first = new HashMap<>();

    /**
     * @param answers in the order in which they came
     * @param editions the new ones, of different districts
     */
    Changeover(List<LookupLoad.Answer> answers, List<String> editions) {
        this.editions = editions.stream().collect(toMap(Changeover::district, Function.identity()));
        for (LookupLoad.Answer answer : answers) {
            if (answer.edition() != null) {
                first.putIfAbsent(answer.edition(), answer.done());
            }
        }
        this.former = answers.stream().filter(this::isFormer).toList();
    }

    private boolean isFormer(LookupLoad.Answer answer) {
        if (answer.edition() == null) {
            return false;
        }
        String edition = editions.get(district(answer.edition()));
        return edition != null && !edition.equals(answer.edition());
    }

    /** When the last answer came that named a former edition, as {@link Moments}. */
    long lastOfFormer() {
        return former.get(former.size() - 1).done();
    }

    /** Answers of a former edition to questions sent when the new one had been named already. */
    long relapses() {
        return former.stream().filter(answer -> answer.sent() > newNamed(answer)).count();
    }

    private long newNamed(LookupLoad.Answer former) {
        return first.getOrDefault(editions.get(district(former.edition())), Long.MAX_VALUE);
    }

    private static String district(String edition) {
        return edition.split("-")[0];
    }
}
