package org.weiwang.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.assigning.AssignmentException;
import org.weiwang.assigning.BulkAssignment;
import org.weiwang.assigning.FileFormat;
import org.weiwang.assigning.InputOptions;
import org.weiwang.assigning.Tally;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.History;

/** Over an atlas of nothing, by which every point is outside. */
class AssignmentFilesTest {
    private static final String ANSWERED =
            "lon,lat,micro,general,community,town,dedicated,outcome\n1,2,,,,,,OUTSIDE\n";

    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    @TempDir private Path folder;
    private AssignmentFiles files;

    @BeforeEach
    void name() {
        Path out = folder.resolve("out.csv");
        files = new AssignmentFiles(folder.resolve("in.csv"), out, AssignmentFiles.rejectsOf(out));
    }

    @AfterEach
    void stop() {
        worker.shutdownNow();
    }

    private Tally assign(String input) throws IOException, AssignmentException {
        Files.writeString(files.in(), input);
        Atlas nothing = new Atlas(1, new History(new UUID(0, 1), List.of()), List.of());
        return files.assign(
                new BulkAssignment(nothing::locate, nothing::find, worker, 1),
                InputOptions.of(FileFormat.CSV),
                (bytes, rows) -> {});
    }

    private List<String> names() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesTheOutputAndRemovesTheRejectsOfAnEarlierRun() throws Exception {
        assertThat(assign("lon,lat\n1,2\n1,x\n").rejected()).isEqualTo(1);
        assertThat(files.out()).content().isEqualTo(ANSWERED);
        assertThat(files.rejects())
                .hasFileName("out.csv.rejects.csv")
                .content()
                .isEqualTo("line,reason,row\n3,\"lat \"\"x\"\" is not a number\",\"1,x\"\n");
        assign("lon,lat\n1,2\n");
        assertThat(files.out()).content().isEqualTo(ANSWERED);
        assertThat(names()).containsExactly("in.csv", "out.csv");
    }

    @Test
    void keepsTheEarlierFilesWhenItFails() throws Exception {
        assign("lon,lat\n1,2\n1,x\n");
        String rejects = Files.readString(files.rejects());
        assertThatThrownBy(() -> assign("lon,lat\n" + "3,4\n".repeat(1_000_000) + "\"5"))
                .hasMessageContaining("line 1000002");
        assertThat(files.out()).content().isEqualTo(ANSWERED);
        assertThat(files.rejects()).content().isEqualTo(rejects);
        assertThat(names()).containsExactly("in.csv", "out.csv", "out.csv.rejects.csv");
    }

    @Test
    void keepsTheEarlierRejectsUntilTheOutputIsThere() throws Exception {
        Files.createDirectories(files.out().resolve("occupied"));
        Files.writeString(files.rejects(), "of an earlier run");
        assertThatThrownBy(() -> assign("lon,lat\n1,2\n")).isInstanceOf(IOException.class);
        assertThat(files.rejects()).content().isEqualTo("of an earlier run");
    }

    @Test
    void namesTheRejectsAfterTheWholeNameOfTheOutput() {
        assertThat(AssignmentFiles.rejectsOf(Path.of("a.csv"))).hasFileName("a.csv.rejects.csv");
        assertThat(AssignmentFiles.rejectsOf(Path.of("a.geojson")))
                .hasFileName("a.geojson.rejects.csv");
    }

    @Test
    void writesOverWhatAKilledRunLeft() throws Exception {
        Files.writeString(folder.resolve("out.csv.part"), "half".repeat(1000));
        Files.writeString(folder.resolve("out.csv.rejects.csv.part"), "half".repeat(1000));
        assign("lon,lat\n1,2\n");
        assertThat(files.out()).content().isEqualTo(ANSWERED);
        assertThat(names()).containsExactly("in.csv", "out.csv");
    }

    @Test
    void refusesAnOutputThatAnotherRunIsWriting() throws Exception {
        try (PartFile other = new PartFile(files.out())) {
            other.out().write("half".getBytes(UTF_8));
            assertThatThrownBy(() -> assign("lon,lat\n1,2\n"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another run is writing");
            assertThat(folder.resolve("out.csv.part")).content().isEqualTo("half");
        }
        assertThat(names()).containsExactly("in.csv");
    }

    @Test
    void refusesFilesThatAreOne() throws Exception {
        Files.writeString(files.in(), "lon,lat\n1,2\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), files.in());
        Path in = files.in();
        Path out = files.out();
        for (AssignmentFiles same :
                List.of(
                        new AssignmentFiles(in, in, out),
                        new AssignmentFiles(in, link, out),
                        new AssignmentFiles(in, out, in),
                        new AssignmentFiles(in, out, out),
                        new AssignmentFiles(in, folder, out))) {
            assertThatThrownBy(same::check).as(same.toString()).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(
                        new AssignmentFiles(folder.resolve("missing"), out, files.rejects())::check)
                .isInstanceOf(IOException.class);
        assertThat(in).content().isEqualTo("lon,lat\n1,2\n");
    }
}
