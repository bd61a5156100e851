package org.weiwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.edition.importing.ZippedHandOver;
import org.weiwang.store.postgres.EmbeddedPostgres;

/**
 * The program killed (SIGKILL) at random moments, with the PostgreSQL server that it runs, or
 * without. Set {@code -Dweiwang.test.seed} to replay a run, and {@code -Dweiwang.test.kills} for
 * more of them.
 */
@Tag("store")
class KillTest {
    private static final int KILLS = Integer.getInteger("weiwang.test.kills", 24);
    private static final int KILLS_OF_IMPORT = KILLS / 3;
    private static final int KILLS_OF_PUBLISHING = KILLS / 3;
    private static final int KILLS_OF_UPLOADING = KILLS / 6;
    private static final int KILLS_OF_SERVING =
            KILLS - KILLS_OF_IMPORT - KILLS_OF_PUBLISHING - KILLS_OF_UPLOADING;
    private static final int KILLS_BETWEEN_NEWS = 50;
    private static final long SEED = Long.getLong("weiwang.test.seed", System.nanoTime());

    /**
     * Every edition is whole, and every data set in force is the one that the edition in force came
     * with, whole, its addresses placed. What is not in force waits to be removed.
     */
    private static final String WHOLE =
            """
            SELECT (SELECT count(*) FROM edition) AS editions,
                   (SELECT count(*) FROM publication) AS publications,
                   (SELECT number FROM edition_in_force) AS in_force,
                   (SELECT count(*) FROM audit WHERE action = 'EDITION_PUBLISHED') AS on_record,
                   (SELECT count(*) FROM data_set JOIN data_set_in_force USING (version)
                    WHERE edition = (SELECT id FROM edition_in_force)) AS data_sets,
                   (SELECT count(*) FROM data_set) AS data_sets_kept,
                   (SELECT count(*) FROM grid) AS grids,
                   (SELECT count(outcome) FROM address_in_force) AS addresses,
                   (SELECT count(*) FROM responder JOIN data_set_in_force ON version = data_set)
                    AS responders
            """;

    private static final int EDITIONS = 0;
    private static final int PUBLICATIONS = 1;
    private static final int IN_FORCE = 2;
    private static final int DATA_SETS_KEPT = 5;
    private static final int GRIDS = 6;
    private static final int ADDRESSES = 7;
    private static final int RESPONDERS = 8;

    /** How many the hand-over has, and what is found in its edition. */
    private static final long DATA_SETS = 7;

    /** What is kept, be it in force or not. */
    private static final String KEPT =
            """
            SELECT (SELECT count(*) FROM data_set) AS data_sets,
                   (SELECT count(*) FROM address) AS addresses,
                   (SELECT count(*) FROM assignment) AS assignments,
                   (SELECT count(*) FROM responder) AS responders
            """;

    private static final List<String> IMPORT =
            List.of(
                    "import",
                    "--district",
                    "510131",
                    "--publish",
                    ServedDemoCounty.FOLDER.toString());
    private static final List<String> SERVE = List.of("serve");
    private static final List<String> CREATE_TOKEN =
            List.of("token", "create", "--name", "uploads", "--role", "planner");

    /** In milliseconds; so long that the first is likely to end by itself, from which we learn. */
    private static final long UNKNOWN_LIFE = 60_000;

    private final SplittableRandom random = new SplittableRandom(SEED);
    @TempDir private Path data;
    private int kills;
    private int serversKilled;

    @Test
    void nothingIsHalfWrittenAndTheNextStartAnswers() throws Exception {
        System.out.printf("KillTest: %d kills, seed %d%n", KILLS, SEED);
        runToItsEnd(IMPORT);
        long grids = query(WHOLE).get(GRIDS);
        List<Long> kept = query(KEPT);
        killAnywhere(KILLS_OF_IMPORT, grids, before -> before.get(EDITIONS) + 1, wanted -> IMPORT);
        killAnywhere(
                KILLS_OF_PUBLISHING,
                grids,
                before -> before.get(IN_FORCE) == 1 ? before.get(EDITIONS) : 1,
                wanted -> List.of("publish", "510131-" + wanted));
        long sealed = query(WHOLE).get(EDITIONS);
        List<Long> before = killWhileUploading(grids);
        long drafts = before.get(EDITIONS) - sealed;
        for (int i = 0; i < KILLS_OF_SERVING; i++) {
            ProgramRun serve = start(SERVE);
            assertAnswers(serve.uri());
            kill(serve);
            assertThat(query(WHOLE)).isEqualTo(before);
        }
        runToItsEnd(IMPORT);
        long editions = query(WHOLE).get(EDITIONS);
        List<Long> after = query(KEPT);
        assertThat(after.get(0)).isEqualTo(editions * kept.get(0));
        assertThat(after.get(1)).isEqualTo(editions * kept.get(1));
        assertThat(after.get(2) % kept.get(2)).as("every assignment is of a whole pair").isZero();
        assertThat(after.get(2) / kept.get(2))
                .as("pairs in force, of drafts and perhaps those that were in force lately")
                .isBetween(1 + drafts, editions);
        assertThat(after.get(3)).isEqualTo(editions * kept.get(3));
        assertThat(serversKilled).isGreaterThanOrEqualTo(KILLS_OF_SERVING / 2);
    }

    /**
     * Kills a command so many times, each time anywhere in its life. What was there before is there
     * still, or else with one publication more, whole; where the command ended by itself, which
     * doesn't count as a kill, there is one more.
     *
     * @param wanted number of the edition to be published, perhaps a new one, after what was before
     * @param command what publishes the edition of that number
     */
    private void killAnywhere(
            int times,
            long grids,
            ToLongFunction<List<Long>> wanted,
            LongFunction<List<String>> command)
            throws Exception {
        List<Long> before = query(WHOLE);
        long life = UNKNOWN_LIFE;
        for (int killed = 0; killed < times; ) {
            long number = wanted.applyAsLong(before);
            long begin = System.nanoTime();
            ProgramRun run = start(command.apply(number));
            boolean ended = run.endsWithin(momentOf(life));
            if (ended) {
                life = millisSince(begin);
                assertThat(run.exit()).as(run.said()).isZero();
            } else {
                kill(run);
                killed++;
            }
            List<Long> now = query(WHOLE);
            long published = now.get(PUBLICATIONS) - before.get(PUBLICATIONS);
            assertThat(published).as("publications, seed %d", SEED).isBetween(ended ? 1L : 0L, 1L);
            assertThat(now)
                    .as("seed %d", SEED)
                    .isEqualTo(published == 0 ? before : withPublication(before, grids, number));
            before = now;
        }
    }

    private static List<Long> withPublication(List<Long> before, long grids, long number) {
        long editions = Math.max(before.get(EDITIONS), number);
        long publications = before.get(PUBLICATIONS) + 1;
        return List.of(
                editions,
                publications,
                number,
                publications,
                DATA_SETS,
                editions * DATA_SETS,
                editions * grids,
                before.get(ADDRESSES),
                before.get(RESPONDERS));
    }

    /**
     * A draft is there whole or not at all, and for certain where the upload was answered; what is
     * in force stays as it is.
     */
    private List<Long> killWhileUploading(long grids) throws Exception {
        byte[] zip = ZippedHandOver.of(ServedDemoCounty.FOLDER);
        String token =
                runToItsEnd(CREATE_TOKEN)
                        .lines()
                        .filter(l -> l.startsWith("wwt_"))
                        .findFirst()
                        .get();
        List<Long> now = query(WHOLE);
        long life = UNKNOWN_LIFE;
        for (int i = 0; i < KILLS_OF_UPLOADING; i++) {
            List<Long> before = now;
            ProgramRun serve = start(SERVE);
            HttpRequest request =
                    HttpRequest.newBuilder(serve.uri().resolve("/api/v1/editions?district=510131"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/zip")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(zip))
                            .build();
            long begin = System.nanoTime();
            CompletableFuture<HttpResponse<String>> answer =
                    HttpClient.newHttpClient()
                            .sendAsync(request, HttpResponse.BodyHandlers.ofString());
            boolean answered = comes(answer, momentOf(life));
            life = answered ? millisSince(begin) : life;
            kill(serve);
            now = query(WHOLE);
            List<Long> after = withOneMoreDraft(before, grids);
            if (answered) {
                assertThat(answer.join().statusCode()).as(answer.join().body()).isEqualTo(201);
                assertThat(now).as("seed %d", SEED).isEqualTo(after);
            } else {
                assertThat(now).as("seed %d", SEED).isIn(before, after);
            }
        }
        return now;
    }

    private static boolean comes(CompletableFuture<?> answer, long millis) throws Exception {
        try {
            answer.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Any moment of a life, in milliseconds, also when this one is somewhat longer. */
    private long momentOf(long life) {
        return random.nextLong(life * 11 / 10);
    }

    private static long millisSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private static List<Long> withOneMoreDraft(List<Long> before, long grids) {
        List<Long> after = new ArrayList<>(before);
        after.set(EDITIONS, before.get(EDITIONS) + 1);
        after.set(DATA_SETS_KEPT, before.get(DATA_SETS_KEPT) + DATA_SETS);
        after.set(GRIDS, before.get(GRIDS) + grids);
        return after;
    }

    private ProgramRun start(List<String> arguments) throws IOException {
        return ProgramRun.start(data, arguments.toArray(String[]::new));
    }

    /** Returns what it says. */
    private String runToItsEnd(List<String> arguments) throws Exception {
        try (ProgramRun run = start(arguments)) {
            assertThat(run.exit()).as(run.said()).isZero();
            return run.said();
        }
    }

    /** Kills it, every other time with the PostgreSQL server that it uses. */
    private void kill(ProgramRun run) throws Exception {
        run.kill();
        Path pidFile = data.resolve("postgres/cluster/data/postmaster.pid");
        if (kills % 2 == 0 && Files.exists(pidFile)) {
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            serversKilled +=
                    ProcessHandle.of(pid).filter(ProcessHandle::destroyForcibly).isPresent()
                            ? 1
                            : 0;
        }
        kills++;
        if (kills % KILLS_BETWEEN_NEWS == 0) {
            System.out.printf("KillTest: %d of %d kills, seed %d%n", kills, KILLS, SEED);
        }
    }

    private static void assertAnswers(URI uri) throws IOException, InterruptedException {
        HttpResponse<String> response =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                uri.resolve(
                                                        "/api/v1/lookup?lon=103.5065&lat=30.1968"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"outcome\":\"INSIDE\"");
    }

    /** The one row of the query, read after the database has recovered. */
    private List<Long> query(String sql) throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data.resolve("postgres"));
                Connection connection =
                        DriverManager.getConnection(
                                postgres.connection().url(),
                                postgres.connection().user(),
                                postgres.connection().password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO weiwang, public");
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                List<Long> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(row.getLong(i));
                }
                return values;
            }
        }
    }
}
