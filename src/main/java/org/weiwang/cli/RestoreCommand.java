package org.weiwang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.weiwang.access.Actor;
import org.weiwang.app.Backend;
import org.weiwang.config.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weiwang restore}: the database becomes what a backup holds. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Put a backup into the database, all or nothing. Running servers go on answering, and then show it.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the database is what the backup holds",
            "1:the database is as it was, unless the message says that it is restored",
            "2:the command's words are off"
        })
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A file that weiwang backup has written.")
    private Path file;

    @Option(
            names = "--replace",
            description = "Replace all that is in the database; else it must be empty.")
    private boolean replace;

    @Override
    public Integer call() throws Exception {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (Backend backend = new Backend(SettingsReader.read(System.getenv()))) {
            if (!replace && !backend.backups().isEmpty()) {
                throw new IOException(
                        "the database is not empty; --replace replaces all that is in it");
            }
            backend.backups().restore(file, Actor.commandLine());
        }
        System.out.println(file + " is restored");
        return ExitCode.OK;
    }
}
