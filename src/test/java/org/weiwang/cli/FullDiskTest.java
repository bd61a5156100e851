package org.weiwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.ZippedHandOver;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/** The disk that is written to is full, for which a limit on the size of files stands in. */
@Tag("store")
class FullDiskTest {
    private static final int LIMIT_KIBIBYTES = 1_024;
    private static final String ROW = "103.5065,30.1968\n";
    private static final String FEW = "lon,lat\n" + ROW;
    private static final String TOO_MANY = "lon,lat\n" + ROW.repeat(50_000);

    private static ConnectionSettings database;

    /** Where the addresses' books are already, which are larger. */
    @TempDir private static Path folder;

    @BeforeAll
    static void importing() throws Exception {
        database = ServedDemoCounty.get().database();
        Path in = Files.writeString(folder.resolve("few.csv"), FEW);
        String[] assign = {"assign", in.toString(), folder + "/few-with-grids.csv"};
        try (ProgramRun run = ProgramRun.start(folder, database, 0, assign)) {
            assertThat(run.exit()).as(run.said()).isZero();
        }
    }

    @Test
    void whereThereIsNoRoomForTheBooksOfAddressesNothingIsAssigned(@TempDir Path other)
            throws Exception {
        Path in = Files.writeString(other.resolve("in.csv"), FEW);
        String[] assign = {"assign", in.toString(), other + "/out.csv"};
        try (ProgramRun run = ProgramRun.start(other, database, LIMIT_KIBIBYTES, assign)) {
            assertThat(run.exit()).as(run.said()).isEqualTo(1);
            assertThat(run.said())
                    .contains("the addresses of the district 510131 can't be kept in ")
                    .contains("File too large")
                    .doesNotContain("\tat ");
        }
        assertThat(other.resolve("out.csv")).doesNotExist();
    }

    @Test
    void assignNamesTheFileAndLeavesNothing() throws Exception {
        Path work = Files.createDirectory(folder.resolve("assigning"));
        Files.writeString(work.resolve("in.csv"), TOO_MANY);
        Files.writeString(work.resolve("out.csv"), "earlier");
        try (ProgramRun assign = run("assign", work + "/in.csv", work + "/out.csv")) {
            assertThat(assign.exit()).as(assign.said()).isEqualTo(1);
            assertThat(assign.said()).contains(work + "/out.csv.part: File too large");
        }
        assertThat(names(work)).containsExactly("in.csv", "out.csv");
        assertThat(work.resolve("out.csv")).hasContent("earlier");
    }

    @Test
    void backupNamesTheFileAndLeavesNothing() throws Exception {
        Path work = Files.createDirectory(folder.resolve("backing-up"));
        try (ProgramRun backup = run("backup", work + "/weiwang.backup")) {
            assertThat(backup.exit()).as(backup.said()).isEqualTo(1);
            assertThat(backup.said())
                    .contains(work + "/weiwang.backup.part: pg_dump ended with exit code");
        }
        assertThat(names(work)).isEmpty();
    }

    @Test
    void aServerRefusesTheBatchWhoseAnswersDoNotFitAndGoesOn() throws Exception {
        try (ProgramRun serve = run("serve")) {
            URI lookup = serve.uri().resolve("/api/v1/lookup");
            for (int i = 0; i < 6; i++) { // More than are answered at a time.
                HttpResponse<String> refused = post(lookup, TOO_MANY);
                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(507);
                assertThat(refused.body())
                        .contains("urn:weiwang:problem:no-room")
                        .doesNotContain(folder.toString());
            }
            assertThat(post(lookup, FEW).statusCode()).isEqualTo(200);
            assertThat(serve.said()).contains("a file in " + folder, "File too large");
        }
    }

    @Test
    void importNamesTheFolderThatTheZipDoesNotFitIn() throws Exception {
        Path zip = Files.write(folder.resolve("hand-over.zip"), tooLargeUnpacked());
        try (ProgramRun run = run("import", "--district", "510999", zip.toString())) {
            assertThat(run.exit()).as(run.said()).isEqualTo(1);
            assertThat(run.said())
                    .contains("there is no room in ", "to unpack hand-over.zip: File too large")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aServerRefusesTheUploadThatDoesNotFitUnpackedAndGoesOn() throws Exception {
        ConnectionSettings empty = TestDatabase.fresh();
        String[] token = {"token", "create", "--name", "uploads", "--role", "planner"};
        String secret;
        try (ProgramRun create = ProgramRun.start(folder, empty, 0, token)) {
            assertThat(create.exit()).as(create.said()).isZero();
            secret = create.said().lines().filter(l -> l.startsWith("wwt_")).findFirst().get();
        }
        Path fits = Files.createDirectory(folder.resolve("fits"));
        new SmallHandOver(fits).write();
        try (ProgramRun serve = ProgramRun.start(folder, empty, LIMIT_KIBIBYTES, "serve")) {
            URI uploads = serve.uri().resolve("/api/v1/editions?district=510999");
            HttpResponse<String> refused = upload(uploads, secret, tooLargeUnpacked());
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(507);
            assertThat(refused.body())
                    .contains("urn:weiwang:problem:no-room")
                    .doesNotContain(folder.toString());
            assertThat(folder.resolve("uploads")).isEmptyDirectory();
            assertThat(serve.said()).contains("no room in " + folder, "File too large");
            HttpResponse<String> taken = upload(uploads, secret, ZippedHandOver.of(fits));
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        }
    }

    /** Small as it is sent. */
    private byte[] tooLargeUnpacked() throws IOException {
        Path addresses = folder.resolve("addresses.csv");
        Files.write(addresses, new byte[(LIMIT_KIBIBYTES + 1) << 10]);
        return ZippedHandOver.of(List.of(addresses));
    }

    private static HttpResponse<String> upload(URI uri, String secret, byte[] zip)
            throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + secret)
                                .header("Content-Type", "application/zip")
                                .POST(BodyPublishers.ofByteArray(zip))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private ProgramRun run(String... arguments) throws IOException {
        return ProgramRun.start(folder, database, LIMIT_KIBIBYTES, arguments);
    }

    private static HttpResponse<String> post(URI uri, String rows) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString(rows))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
