package org.weiwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.ServedDemoCounty;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/**
 * The program as a process of its own. Set {@code -Dweiwang.test.seed} to replay the moments at
 * which it is killed.
 */
@Tag("store")
class AssignCommandTest {
    private static final int KILLS = 4;
    private static final long SEED = Long.getLong("weiwang.test.seed", System.nanoTime());
    private static final String ROW = "103.5028953,30.1961031";
    private static final int MEBIBYTE = 1 << 20;

    @TempDir private Path folder;

    private Process start(String... arguments) throws Exception {
        return startOver(ServedDemoCounty.get().database(), arguments);
    }

    private Process startOver(ConnectionSettings database, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.weiwang.Main",
                                "assign"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("WEIWANG_"));
        builder.environment().put("WEIWANG_DB_URL", database.url());
        builder.environment().put("WEIWANG_DB_USER", database.user());
        builder.environment().put("WEIWANG_DB_PASSWORD", database.password());
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    @Test
    void saysWhatCameOfTheRows() throws Exception {
        Files.writeString(
                folder.resolve("in.tsv"), "j\tw\n103.5028953\t30.1961031\n0\tx\n\n0\t0\n");
        assertThat(start("in.tsv", "out.tsv", "--lon", "j", "--lat", "w").waitFor())
                .as(log())
                .isEqualTo(3);
        assertThat(log())
                .contains("rows in 3 = rows out 2 + rejects 1", "out.tsv.rejects.csv")
                .contains("read as UTF-8, delimiter tab, with a header; lon = j, lat = w")
                .containsPattern("INSIDE +1\n")
                .containsPattern("OUTSIDE +1\n")
                .doesNotContain("\r", "rows/s");
        assertThat(folder.resolve("out.tsv.rejects.csv")).content().contains("\n3,\"lat ");
    }

    @Test
    void explainsWhatIsOff() throws Exception {
        Files.writeString(folder.resolve("in.csv"), "a,b\n1,2\n");
        assertThat(start("in.csv", "out.csv").waitFor()).isEqualTo(1);
        assertThat(log()).contains("there are a, b").doesNotContain("\tat ");
        assertThat(start("in.csv", "in.csv").waitFor()).isEqualTo(1);
        assertThat(log()).contains("read and written at once").doesNotContain("\tat ");
        assertThat(start("in.csv", "out.csv", "--delimiter", "x").waitFor()).isEqualTo(2);
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(folder.resolve("out.csv.part")).doesNotExist();
    }

    @Test
    void refusesToAnswerWithoutAnEdition() throws Exception {
        Files.writeString(folder.resolve("in.csv"), rows(1));
        assertThat(startOver(TestDatabase.fresh(), "in.csv", "out.csv").waitFor()).isEqualTo(1);
        assertThat(log()).contains("no edition is in force").doesNotContain("\tat ");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    /** The input is a pipe that is not ended, so that the run is in its middle. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNoHalfOutputWhenEndedInTheMiddle(boolean killed) throws Exception {
        Path out = Files.writeString(folder.resolve("out.csv"), "of an earlier run");
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Path rows = Files.writeString(folder.resolve("rows"), rows(600_000));
        Process feeder =
                new ProcessBuilder("sh", "-c", "(cat rows; exec sleep 600) > pipe.csv")
                        .directory(folder.toFile())
                        .start();
        try {
            Process process = start("pipe.csv", "out.csv");
            Path part = folder.resolve("out.csv.part");
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (!Files.exists(part) || Files.size(part) < 5 * MEBIBYTE) {
                assertThat(process.isAlive()).as(log()).isTrue();
                assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
            (killed ? process.destroyForcibly() : terminated(process)).waitFor();
            assertThat(Files.exists(part)).isEqualTo(killed);
        } finally {
            feeder.descendants().forEach(ProcessHandle::destroyForcibly);
            feeder.destroyForcibly();
        }
        assertThat(out).content().isEqualTo("of an earlier run");
        assertThat(start(rows.toString(), "out.csv", "--format", "csv").waitFor())
                .as(log())
                .isZero();
        assertThat(Files.readAllLines(out)).hasSize(600_001);
        assertThat(folder.resolve("out.csv.part")).doesNotExist();
    }

    @Test
    void leavesTheOldOutputOrTheNewWhenKilledAtAnyMoment() throws Exception {
        System.out.println("AssignCommandTest: seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        Files.writeString(folder.resolve("in.csv"), rows(100_000));
        Process undisturbed = start("in.csv", "out.csv");
        awaitPart(undisturbed);
        long begin = System.nanoTime();
        assertThat(undisturbed.waitFor()).as(log()).isZero();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        String whole = Files.readString(folder.resolve("out.csv"));
        int met = 0;
        for (int i = 0; i < KILLS; i++) {
            Path out = Files.writeString(folder.resolve("out.csv"), "old");
            Files.deleteIfExists(folder.resolve("out.csv.part"));
            Process process = start("in.csv", "out.csv");
            awaitPart(process);
            // The first as soon as it writes, so that one at least is not too late.
            long wait = i == 0 ? 0 : random.nextLong(millis * 5 / 4 + 1);
            met += process.waitFor(wait, TimeUnit.MILLISECONDS) ? 0 : 1;
            process.destroyForcibly().waitFor();
            assertThat(Files.readString(out)).as("seed %d", SEED).isIn("old", whole);
        }
        assertThat(met).as("kills in time; seed %d", SEED).isPositive();
    }

    private void awaitPart(Process process) throws Exception {
        while (!Files.exists(folder.resolve("out.csv.part"))) {
            if (process.waitFor(1, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private static Process terminated(Process process) {
        process.destroy();
        return process;
    }

    private static String rows(int count) {
        return "lon,lat\n" + (ROW + "\n").repeat(count);
    }
}
