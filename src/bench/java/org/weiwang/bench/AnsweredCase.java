package org.weiwang.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.AddressMatch.Kind;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.Found;
import org.weiwang.grid.Member;

/** A case and what came of it. */
record AnsweredCase(AddressCase asked, Found found, boolean right, boolean grid, boolean sameGrid) {
    private static final int LISTED = 20;

    static AnsweredCase of(Atlas atlas, AddressCase asked) {
        Found found = atlas.find(asked.text());
        Member responsible =
                found.placement() == null ? null : found.placement().place().responsible();
        boolean sameGrid =
                responsible != null
                        && asked.place() != null
                        && atlas.locate(asked.place()).responsible() == responsible;
        return new AnsweredCase(asked, found, isRight(asked, found), responsible != null, sameGrid);
    }

    private static boolean isRight(AddressCase asked, Found found) {
        AddressMatch match = found.match();
        if (!asked.how().isThere()) {
            return match.kind() != Kind.EXACT && match.kind() != Kind.CORRECTED;
        } else if (match.candidates().isEmpty()) {
            return false;
        }
        String truth = asked.truths().get(0);
        return match.candidates().get(0).address().text().equals(truth)
                || asked.truths().size() > 1
                        && match.kind() == Kind.AMBIGUOUS
                        && match.candidates().stream()
                                .anyMatch(each -> each.address().text().equals(truth));
    }

    /** Whether its grid is right or wrong: a number beyond the last may be anywhere. */
    boolean gridIsJudged() {
        return grid && asked.how() != Distortion.BEYOND_THE_END;
    }

    boolean gridIsWrong() {
        return gridIsJudged() && !sameGrid;
    }

    /** Some answers that are wrong, for who wants to mend them. */
    static void list(List<AnsweredCase> answered, Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            for (Distortion how : Distortion.values()) {
                List<AnsweredCase> wrong =
                        answered.stream()
                                .filter(each -> each.asked().how() == how)
                                .filter(each -> !each.right() || each.gridIsWrong())
                                .toList();
                out.println("== " + how + ": " + wrong.size());
                wrong.stream().limit(LISTED).forEach(each -> out.println(line(each)));
            }
        }
    }

    private static String line(AnsweredCase each) {
        AddressMatch match = each.found().match();
        return "%s\n    meant %s\n    %s%s %.2f, %d meant of %d: %s %s"
                .formatted(
                        each.asked().text(),
                        each.asked().truths().stream().limit(3).toList(),
                        each.gridIsWrong() ? "WRONG GRID " : "",
                        match.kind(),
                        match.score(),
                        match.meant(),
                        match.total(),
                        match.candidates().stream()
                                .limit(2)
                                .map(candidate -> candidate.address().text())
                                .toList(),
                        match.faults().stream()
                                .map(fault -> fault.code() + " " + fault.text())
                                .toList());
    }
}
