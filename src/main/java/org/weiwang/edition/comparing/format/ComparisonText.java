package org.weiwang.edition.comparing.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.weiwang.edition.comparing.Change;
import org.weiwang.edition.comparing.Comparison;
import org.weiwang.edition.comparing.Flow;
import org.weiwang.grid.Grid;

/** Says in a few lines what differs between two editions. */
public final class ComparisonText {
    private static final int FLOWS_SHOWN = 20;

    private ComparisonText() {}

    /** Writes in UTF-8 and flushes; does not close. */
    public static void write(Comparison comparison, OutputStream out) throws IOException {
        PrintWriter text = new PrintWriter(new OutputStreamWriter(out, UTF_8));
        text.printf(
                "%s %s: from %s to %s%n",
                comparison.district().code(),
                comparison.district().name(),
                comparison.from(),
                comparison.to());
        counts(comparison, text);
        flows(comparison, text);
        text.flush();
        if (text.checkError()) {
            throw new IOException("the summary can't be written");
        }
    }

    private static void counts(Comparison comparison, PrintWriter text) {
        text.printf(
                "%-10s %8s %8s %8s %8s %8s %8s %10s%n",
                "level", "added", "removed", "reshaped", "renamed", "parent", "kind", "households");
        for (Map.Entry<String, Map<Change, Long>> level : comparison.counts().entrySet()) {
            Map<Change, Long> counts = level.getValue();
            text.printf(
                    "%-10s %8d %8d %8d %8d %8d %8d %10d%n",
                    level.getKey(),
                    counts.get(Change.ADDED),
                    counts.get(Change.REMOVED),
                    counts.get(Change.RESHAPED),
                    counts.get(Change.RENAMED),
                    counts.get(Change.REPARENTED),
                    counts.get(Change.KIND_CHANGED),
                    counts.get(Change.HOUSEHOLDS_CHANGED));
        }
    }

    private static void flows(Comparison comparison, PrintWriter text) {
        List<Flow> flows = comparison.flows();
        text.printf(
                "addresses: %d of %d move, with %d households%n",
                comparison.addressesMoved(), comparison.addresses(), comparison.householdsMoved());
        for (Flow flow : flows.subList(0, Math.min(FLOWS_SHOWN, flows.size()))) {
            text.printf(
                    "  %d with %d households: %s -> %s%n",
                    flow.addresses(), flow.households(), name(flow.from()), name(flow.to()));
        }
        if (flows.size() > FLOWS_SHOWN) {
            text.printf("  and %d smaller flows%n", flows.size() - FLOWS_SHOWN);
        }
    }

    private static String name(Grid grid) {
        return grid == null ? "outside" : grid.code() + " " + grid.name();
    }
}
