package org.weiwang.cli;

import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.weiwang.access.AuditEntry;
import org.weiwang.app.Backend;
import org.weiwang.config.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weiwang audit}: what was done, by whom and from where. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Show what was done, the newest first.")
final class AuditCommand implements Callable<Integer> {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many lines at most, 1 or more (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be 1 or more");
        }
        try (Backend backend = new Backend(SettingsReader.read(System.getenv()))) {
            backend.audit().read(Long.MAX_VALUE, limit).forEach(AuditCommand::print);
        }
        return 0;
    }

    private static void print(AuditEntry entry) {
        System.out.printf(
                "%s  %-18s %s%s  by %s from %s%n",
                entry.at().truncatedTo(ChronoUnit.SECONDS),
                entry.action(),
                entry.subject(),
                entry.editionAfter() == null
                        ? ""
                        : " (%s before, %s after)"
                                .formatted(
                                        Objects.requireNonNullElse(entry.editionBefore(), "none"),
                                        entry.editionAfter()),
                entry.actor().name(),
                entry.actor().origin());
    }
}
