package org.weiwang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.weiwang.assigning.Progress;

/**
 * How far a run has come, its rows per second and the time left, on the standard error where that
 * is a terminal; nothing elsewhere.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/|tty|console).*");
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
    private static final int UPDATE_MILLIS = 250;

    private final long begin = System.nanoTime();
    private final ProgressBar bar;

    /**
     * @param bytes of the whole input; -1 where it is not known
     */
    ProgressLine(long bytes) throws IOException {
        this.bar =
                isTerminal()
                        ? new ProgressBarBuilder()
                                .setTaskName("assign")
                                .setInitialMax(bytes)
                                .setUnit(" MiB", 1 << 20)
                                .setUpdateIntervalMillis(UPDATE_MILLIS)
                                .build()
                        : null;
    }

    @Override
    public void at(long bytes, long rows) {
        if (bar != null) {
            long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
            bar.stepTo(bytes).setExtraMessage("%,d rows/s".formatted(rows * 1000 / millis));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    /** Java tells of the input and the output alone, and only of both together. */
    private static boolean isTerminal() throws IOException {
        return Files.isSymbolicLink(STANDARD_ERROR)
                ? TERMINAL.matcher(Files.readSymbolicLink(STANDARD_ERROR).toString()).matches()
                : System.console() != null;
    }
}
