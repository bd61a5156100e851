package org.weiwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/** {@code weiwang backup} and {@code weiwang restore}, with their words and exit codes. */
@Tag("store")
class BackupCommandTest {
    @TempDir private Path folder;

    @Test
    void theDemoCountyIsBackedUpAndRestored() throws Exception {
        ConnectionSettings full = ServedDemoCounty.get().database();
        ConnectionSettings empty = TestDatabase.fresh();
        String file = folder.resolve("weiwang.backup").toString();
        expect(0, file + ": ", full, "backup", file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file))))
                .isEqualTo("rw-------");
        expect(1, file + ": is there already", full, "backup", file);
        expect(1, "no-such-file: there is no such file", empty, "restore", "no-such-file");
        expect(0, file + " is restored", empty, "restore", file);
        expect(1, "--replace replaces all that is in it", empty, "restore", file);
        expect(0, file + " is restored", empty, "restore", "--replace", file);
        Path in = Files.writeString(folder.resolve("in.csv"), "lon,lat\n103.5065,30.1968\n");
        for (ConnectionSettings database : new ConnectionSettings[] {full, empty}) {
            expect(0, "INSIDE", database, "assign", in.toString(), in + "." + database.hashCode());
        }
        assertThat(Path.of(in + "." + empty.hashCode()))
                .hasSameTextualContentAs(Path.of(in + "." + full.hashCode()));
    }

    private void expect(int exit, String words, ConnectionSettings database, String... arguments)
            throws Exception {
        try (ProgramRun run = ProgramRun.start(folder, database, 0, arguments)) {
            assertThat(run.exit()).as(run.said()).isEqualTo(exit);
            assertThat(run.said()).contains(words).doesNotContain(database.password());
        }
    }
}
