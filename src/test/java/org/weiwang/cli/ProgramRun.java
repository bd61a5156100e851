package org.weiwang.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weiwang.OtherProcess;
import org.weiwang.store.postgres.ConnectionSettings;

/** The program in a process of its own, with what it says in a file. */
final class ProgramRun implements AutoCloseable {
    private static final Pattern ANSWERS = Pattern.compile("answers on (http://[0-9.:]+)");

    private final Process process;
    private final Path said;

    private ProgramRun(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /**
     * With a database of its own.
     *
     * @param data the folder of what it keeps, and of what it says
     */
    static ProgramRun start(Path data, String... arguments) throws IOException {
        return start(data, Map.of(), 0, arguments);
    }

    /**
     * @param data the folder of what it keeps, and of what it says
     * @param fileKibibytes how large a file it can write, 0 for any size
     */
    static ProgramRun start(
            Path data, ConnectionSettings database, int fileKibibytes, String... arguments)
            throws IOException {
        return start(
                data,
                Map.of(
                        "WEIWANG_DB_URL", database.url(),
                        "WEIWANG_DB_USER", database.user(),
                        "WEIWANG_DB_PASSWORD", database.password()),
                fileKibibytes,
                arguments);
    }

    private static ProgramRun start(
            Path data, Map<String, String> database, int fileKibibytes, String... arguments)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        OtherProcess.command("org.weiwang.Main", fileKibibytes, arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("WEIWANG_"));
        builder.environment().put("WEIWANG_DATA", data.toString());
        builder.environment().put("WEIWANG_PORT", "0");
        builder.environment().putAll(database);
        Path said = Files.createTempFile(data, arguments[0], ".log");
        return new ProgramRun(
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start(), said);
    }

    /** The exit code, once it has ended. */
    int exit() throws InterruptedException {
        return process.waitFor();
    }

    /** Whether it ends by itself in this time. */
    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Ends it as nothing can be done about (SIGKILL). */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String said() throws IOException {
        return Files.readString(said);
    }

    /** Where the server answers, once it does. */
    URI uri() throws IOException, InterruptedException {
        Matcher answers = ANSWERS.matcher(said());
        while (!answers.find()) {
            if (endsWithin(50)) {
                throw new AssertionError("the server has ended: " + said());
            }
            answers = ANSWERS.matcher(said());
        }
        return URI.create(answers.group(1));
    }

    /** Tells it to end (SIGTERM), and waits until it has. */
    void end() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        end();
    }
}
