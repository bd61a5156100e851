package org.weiwang.address.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.weiwang.OtherProcess;

/**
 * Another process that has a book. It says {@code writes} in the midst of writing, and goes on when
 * it is told to; then whether it opened or made the book, and of how many addresses, or what
 * failed.
 */
final class BookMaker implements AutoCloseable {
    static final int SIZE = 2_000;

    private static final int MIDST = 1_000;

    private final Process process;
    private final BufferedReader says;

    /**
     * @param fileKibibytes how large a file it can write, 0 for any size
     */
    BookMaker(Path folder, int fileKibibytes) throws IOException {
        process =
                new ProcessBuilder(
                                OtherProcess.command(
                                        BookMaker.class.getName(),
                                        fileKibibytes,
                                        folder.toString()))
                        .redirectErrorStream(true)
                        .start();
        says = process.inputReader(StandardCharsets.UTF_8);
    }

    /** What other processes are asked for as well. */
    static RandomDistrict district() {
        return new RandomDistrict(7, SIZE, new Random(1));
    }

    /** Waits until it says something that holds one of the words, and returns that. */
    String awaits(String... words) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            if (List.of(words).stream().anyMatch(line::contains)) {
                return line;
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("it ended, and said\n" + said);
    }

    void goOn() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] arguments) {
        int[] parsed = new int[1];
        AddressBooks books =
                new AddressBooks(
                        Path.of(arguments[0]),
                        (names, aliases) ->
                                text -> {
                                    if (++parsed[0] == MIDST) {
                                        System.out.println("writes");
                                        await();
                                    }
                                    return PlainParser.parse(text);
                                });
        RandomDistrict district = district();
        try {
            int size = books.book(district.key(), district).size();
            System.out.println((district.readings == 0 ? "opened " : "made ") + size);
        } catch (UncheckedIOException e) {
            System.out.println("fails: " + e.getMessage());
        }
    }

    private static void await() {
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
