package org.weiwang.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.weiwang.access.TokenException;
import org.weiwang.assigning.AssignmentException;
import org.weiwang.config.SettingsException;
import org.weiwang.edition.ConflictException;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.NoRoomException;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.PublishException;
import org.weiwang.edition.comparing.DistrictsDifferException;
import org.weiwang.edition.comparing.NotNowException;
import org.weiwang.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The program's commands. */
@Command(
        name = "weiwang",
        description = "Governance grids: which grid, and who serves it, is this address in.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            CheckCommand.class,
            ImportCommand.class,
            EditionsCommand.class,
            PublishCommand.class,
            DiscardCommand.class,
            AssignCommand.class,
            CompareCommand.class,
            GenerateCommand.class,
            TokenCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CommandLine.HelpCommand.class
        })
public final class WeiwangCommand {
    private WeiwangCommand() {}

    /** Runs the command that the arguments name; returns the exit code of the process. */
    public static int run(String... args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return new CommandLine(new WeiwangCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(WeiwangCommand::explain)
                .execute(args);
    }

    /** The message of a file system's exception is the file's name alone. */
    private static String message(Exception e) {
        if (e instanceof FileSystemException failure && failure.getReason() == null) {
            String reason =
                    e instanceof NoSuchFileException
                            ? "there is no such file or folder"
                            : e instanceof AccessDeniedException
                                    ? "access is denied"
                                    : e.getClass().getSimpleName();
            return failure.getFile() + ": " + reason;
        }
        return e.getMessage();
    }

    /** What the user can mend is said in a sentence; anything else is a bug and shown whole. */
    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof ImportException
                || e instanceof NoRoomException
                || e instanceof NoSuchEditionException
                || e instanceof ConflictException
                || e instanceof PublishException
                || e instanceof AssignmentException
                || e instanceof SettingsException
                || e instanceof TokenException
                || e instanceof StoreException
                || e instanceof DistrictsDifferException
                || e instanceof NotNowException
                || e instanceof IOException) {
            command.getErr().println(message(e));
            LoggerFactory.getLogger(WeiwangCommand.class).debug("command failed", e);
        } else {
            e.printStackTrace(command.getErr());
        }
        return ExitCode.SOFTWARE;
    }
}
