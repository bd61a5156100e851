package org.weiwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

    private ProgramRun assign(String... arguments) throws Exception {
        return assignOver(ServedDemoCounty.get().database(), arguments);
    }

    private ProgramRun assignOver(ConnectionSettings database, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("assign"));
        command.addAll(List.of(arguments));
        return ProgramRun.start(folder, database, 0, command.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void saysWhatCameOfTheRows() throws Exception {
        Files.writeString(
                folder.resolve("in.tsv"), "j\tw\n103.5028953\t30.1961031\n0\tx\n\n0\t0\n");
        try (ProgramRun run = assign(file("in.tsv"), file("out.tsv"), "--lon", "j", "--lat", "w")) {
            assertThat(run.exit()).as(run.said()).isEqualTo(3);
            assertThat(run.said())
                    .contains("rows in 3 = rows out 2 + rejects 1", "out.tsv.rejects.csv")
                    .contains("read as UTF-8, delimiter tab, with a header; lon = j, lat = w")
                    .containsPattern("INSIDE +1\n")
                    .containsPattern("OUTSIDE +1\n")
                    .doesNotContain("\r", "rows/s");
        }
        assertThat(folder.resolve("out.tsv.rejects.csv")).content().contains("\n3,\"lat ");
    }

    @Test
    void explainsWhatIsOff() throws Exception {
        Files.writeString(folder.resolve("in.csv"), "a,b\n1,2\n");
        assertRefused(1, "there are a, b", assign(file("in.csv"), file("out.csv")));
        assertRefused(1, "read and written at once", assign(file("in.csv"), file("in.csv")));
        assertRefused(
                2, "--delimiter", assign(file("in.csv"), file("out.csv"), "--delimiter", "x"));
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(folder.resolve("out.csv.part")).doesNotExist();
    }

    private static void assertRefused(int code, String words, ProgramRun run) throws Exception {
        try (run) {
            assertThat(run.exit()).as(run.said()).isEqualTo(code);
            assertThat(run.said()).contains(words).doesNotContain("\tat ");
        }
    }

    @Test
    void refusesToAnswerWithoutAnEdition() throws Exception {
        Files.writeString(folder.resolve("in.csv"), rows(1));
        assertRefused(
                1,
                "no edition is in force",
                assignOver(TestDatabase.fresh(), file("in.csv"), file("out.csv")));
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
        try (ProgramRun run = assign(pipe.toString(), out.toString())) {
            Path part = folder.resolve("out.csv.part");
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (!Files.exists(part) || Files.size(part) < 5 * MEBIBYTE) {
                assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
                assertThat(run.endsWithin(20)).as(run.said()).isFalse();
            }
            if (killed) {
                run.kill();
            } else {
                run.end();
            }
            assertThat(Files.exists(part)).isEqualTo(killed);
        } finally {
            feeder.descendants().forEach(ProcessHandle::destroyForcibly);
            feeder.destroyForcibly();
        }
        assertThat(out).content().isEqualTo("of an earlier run");
        try (ProgramRun run = assign(rows.toString(), out.toString(), "--format", "csv")) {
            assertThat(run.exit()).as(run.said()).isZero();
        }
        assertThat(Files.readAllLines(out)).hasSize(600_001);
        assertThat(folder.resolve("out.csv.part")).doesNotExist();
    }

    @Test
    void leavesTheOldOutputOrTheNewWhenKilledAtAnyMoment() throws Exception {
        System.out.println("AssignCommandTest: seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        Path out = folder.resolve("out.csv");
        Files.writeString(folder.resolve("in.csv"), rows(100_000));
        long millis;
        try (ProgramRun undisturbed = assign(file("in.csv"), out.toString())) {
            awaitPart(undisturbed);
            long begin = System.nanoTime();
            assertThat(undisturbed.exit()).as(undisturbed.said()).isZero();
            millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        }
        String whole = Files.readString(out);
        int met = 0;
        for (int i = 0; i < KILLS; i++) {
            Files.writeString(out, "old");
            Files.deleteIfExists(folder.resolve("out.csv.part"));
            try (ProgramRun run = assign(file("in.csv"), out.toString())) {
                awaitPart(run);
                // The first as soon as it writes, so that one at least is not too late.
                met += run.endsWithin(i == 0 ? 0 : random.nextLong(millis * 5 / 4 + 1)) ? 0 : 1;
                run.kill();
            }
            assertThat(Files.readString(out)).as("seed %d", SEED).isIn("old", whole);
        }
        assertThat(met).as("kills in time; seed %d", SEED).isPositive();
    }

    private void awaitPart(ProgramRun run) throws Exception {
        while (!Files.exists(folder.resolve("out.csv.part"))) {
            if (run.endsWithin(1)) {
                return;
            }
        }
    }

    private static String rows(int count) {
        return "lon,lat\n" + (ROW + "\n").repeat(count);
    }
}
