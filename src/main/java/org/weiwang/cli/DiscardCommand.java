package org.weiwang.cli;

import java.util.concurrent.Callable;
import org.weiwang.access.Actor;
import org.weiwang.app.Backend;
import org.weiwang.config.SettingsReader;
import org.weiwang.edition.EditionSummary;
import org.weiwang.edition.NoSuchEditionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code weiwang discard}: removes a draft. */
@Command(
        name = "discard",
        mixinStandardHelpOptions = true,
        description = "Remove a draft with everything that came with it.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:removed", "1:nothing was done", "2:the command's words are off"})
final class DiscardCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "EDITION", description = "Such as 510131-2.")
    private String edition;

    @Override
    public Integer call() throws Exception {
        try (Backend backend = new Backend(SettingsReader.read(System.getenv()))) {
            EditionSummary found =
                    backend.editions()
                            .edition(edition)
                            .orElseThrow(() -> new NoSuchEditionException(edition));
            backend.editions().discard(found.edition(), Actor.commandLine());
            System.out.println("edition " + edition + ": discarded");
            return 0;
        }
    }
}
