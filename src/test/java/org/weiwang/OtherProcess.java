package org.weiwang;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How tests start a class of the program, or of their own, in a process of its own. */
public final class OtherProcess {
    private OtherProcess() {}

    /**
     * The command, with this process' class path.
     *
     * @param main the name of the class
     * @param fileKibibytes how large a file it can write, 0 for any size
     */
    public static List<String> command(String main, int fileKibibytes, String... arguments) {
        String limit = fileKibibytes == 0 ? "" : "ulimit -f " + fileKibibytes + "; ";
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "bash",
                                "-c",
                                limit + "exec \"$@\"",
                                "bash",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dfile.encoding=UTF-8",
                                // A program that lives for seconds is not worth more compiling.
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main));
        command.addAll(List.of(arguments));
        return command;
    }
}
