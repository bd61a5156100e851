package org.weiwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/** The commands, each in a process of its own: what they say, and their exit codes. */
@Tag("store")
class EditionCommandsTest {
    private final ConnectionSettings database = TestDatabase.fresh();
    @TempDir private Path folder;

    private record Ended(int code, String words) {}

    @Test
    void anEditionIsPublishedAndADraftDiscarded() throws Exception {
        new SmallHandOver(folder).write();
        for (int i = 0; i < 2; i++) {
            assertThat(run("import", "--district", "510999", folder.toString()).code()).isZero();
        }
        assertThat(run("publish", "510999-1", "--replaces", "510999-2"))
                .isEqualTo(
                        new Ended(
                                1,
                                "nothing is in force now, not edition 510999-2; nothing was published\n"));
        Ended published = run("publish", "510999-1", "--replaces", "none");
        assertThat(published.words()).contains("edition 510999-1: in force from 20");
        assertThat(published.code()).isZero();
        assertThat(run("audit", "--limit", "1").words())
                .contains("510999-1 (none before, 510999-1 after)");
        assertThat(run("discard", "510999-1"))
                .isEqualTo(
                        new Ended(1, "edition 510999-1 is sealed; only drafts can be discarded\n"));
        assertThat(run("publish", "510999-1").words()).contains("510999-1 is in force at");
        assertThat(run("publish", "510999-2", "--at", "2020-01-01T00:00:00+08:00").words())
                .contains("the time 2019-12-31T16:00:00Z has passed");
        assertThat(run("editions").words().lines().map(line -> line.replaceAll(" +", " ")))
                .hasSize(3)
                .anyMatch(line -> line.equals("510999-2 DRAFT - - 1 1 2 0 试验县"))
                .anyMatch(line -> line.matches("510999-1 PUBLISHED 20\\S+ \\S+ 1 1 2 0 试验县"));
        assertThat(run("discard", "510999-2"))
                .isEqualTo(new Ended(0, "edition 510999-2: discarded\n"));
        assertThat(run("discard", "510999-2"))
                .isEqualTo(new Ended(1, "there is no edition 510999-2\n"));
        assertThat(run("editions", "--district", "510999").words().lines()).hasSize(2);
        assertThat(run("editions", "--district", "510998").words().lines()).hasSize(1);
    }

    @Test
    void wordsThatAreOff() throws Exception {
        Ended time = run("publish", "510999-1", "--at", "tomorrow");
        assertThat(time.code()).isEqualTo(2);
        assertThat(time.words()).contains("not a time like 2026-12-01T00:00:00+08:00: tomorrow");
        assertThat(run("publish").code()).isEqualTo(2);
        Ended district = run("editions", "--district", "51099");
        assertThat(district.code()).isEqualTo(2);
        assertThat(district.words()).contains("--district must be 6 digits: 51099");
        assertThat(run("publish", "510999-1"))
                .isEqualTo(new Ended(1, "there is no edition 510999-1\n"));
    }

    @Test
    void aTimeWithoutAnOffsetIsOneOfThisMachine() {
        TimeOption option = new TimeOption();
        assertThat(option.convert("2026-12-01T00:00:00+08:00"))
                .isEqualTo(Instant.parse("2026-11-30T16:00:00Z"));
        Instant local = option.convert("2026-12-01T00:00");
        assertThat(local.atZone(ZoneId.systemDefault()).toLocalDateTime())
                .hasToString("2026-12-01T00:00");
        assertThat(option.convert(TimeOption.show(local))).isEqualTo(local);
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        try (ProgramRun run = ProgramRun.start(folder, database, 0, arguments)) {
            return new Ended(run.exit(), run.said());
        }
    }
}
