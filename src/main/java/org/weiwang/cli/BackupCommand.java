package org.weiwang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.weiwang.app.Backend;
import org.weiwang.config.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** {@code weiwang backup}: all that the database holds becomes one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Write all that the database holds to one file, while serving and importing go on.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the file is there, whole",
            "1:nothing was written",
            "2:the command's words are off"
        })
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there yet.")
    private Path file;

    @Override
    public Integer call() throws Exception {
        refuseToReplace();
        try (Backend backend = new Backend(SettingsReader.read(System.getenv()));
                PartFile part = new PartFile(file)) {
            part.forOwnerOnly();
            backend.backups().write(part.path());
            refuseToReplace();
            part.publish();
        }
        System.out.printf("%s: %d MB%n", file, Files.size(file) / 1_000_000);
        return ExitCode.OK;
    }

    private void refuseToReplace() throws IOException {
        if (Files.exists(file)) {
            throw new IOException(file + ": is there already");
        }
    }
}
