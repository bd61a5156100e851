package org.weiwang.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.weiwang.app.Backend;
import org.weiwang.config.SettingsReader;
import org.weiwang.edition.EditionSummary;
import org.weiwang.grid.District;
import org.weiwang.grid.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weiwang editions}: which there are, and what became of them. */
@Command(
        name = "editions",
        mixinStandardHelpOptions = true,
        description = {
            "List the editions, of each district the newest first.",
            "Times are those of this machine's zone."
        })
final class EditionsCommand implements Callable<Integer> {
    private static final String LINE = "%-12s %-9s %-25s %-12s %9s %9s %9s %9s  %s%n";

    @Option(
            names = "--district",
            paramLabel = "CODE",
            description = "Only those of this district, such as 510131.")
    private String district;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (district != null && !District.CODE.matcher(district).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--district must be 6 digits: " + district);
        }
        try (Backend backend = new Backend(SettingsReader.read(System.getenv()))) {
            System.out.printf(
                    LINE,
                    "edition",
                    "state",
                    "in force from",
                    "published by",
                    "community",
                    "general",
                    "micro",
                    "dedicated",
                    "district");
            backend.editions().editions(Optional.ofNullable(district)).forEach(this::print);
        }
        return 0;
    }

    private void print(EditionSummary edition) {
        System.out.printf(
                LINE,
                edition.edition().id(),
                edition.state(),
                time(edition.effectiveFrom()),
                edition.publishedBy() == null ? "-" : edition.publishedBy(),
                edition.grids().get(Level.COMMUNITY),
                edition.grids().get(Level.GENERAL),
                edition.grids().get(Level.MICRO),
                edition.grids().get(Level.DEDICATED),
                edition.districtName());
    }

    private static String time(Instant time) {
        return time == null ? "-" : TimeOption.show(time);
    }
}
