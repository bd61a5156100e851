package org.weiwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.edition.importing.Importer;
import org.weiwang.edition.importing.RedrawnHandOver;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.store.Database;
import org.weiwang.store.JdbcEditionStore;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/** The program as a process of its own. */
@Tag("store")
class CompareCommandTest {
    private final ConnectionSettings database = TestDatabase.fresh();

    @TempDir private Path folder;

    /** What the last run has said. */
    private String said;

    @BeforeEach
    void bringIn() throws Exception {
        RedrawnHandOver.writeBefore(folder.resolve("before"));
        RedrawnHandOver.writeAfter(folder.resolve("after"));
        try (Database opened = Database.open(Optional.of(database), folder)) {
            Importer importer =
                    new Importer(new JdbcEditionStore(opened.dataSource(), opened.forLongWork()));
            for (String files : List.of("before", "after")) {
                importer.run(
                        ServedDemoCounty.request(
                                SmallHandOver.DISTRICT,
                                files.equals("before"),
                                folder.resolve(files)));
            }
        }
    }

    private int run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("compare"));
        command.addAll(List.of(arguments));
        try (ProgramRun run =
                ProgramRun.start(folder, database, 0, command.toArray(String[]::new))) {
            int exit = run.exit();
            said = run.said();
            return exit;
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void saysInAFewLinesWhatDiffersOrWritesAllOfItToAFile() throws Exception {
        assertThat(run("510999-1", "510999-2")).as(said).isZero();
        assertThat(said)
                .contains("510999 试验县: from 510999-1 to 510999-2")
                .containsPattern("level +added +removed +reshaped +renamed +parent")
                .containsPattern("MICRO +3 +2 +2 +0 +1 +1 +1\n")
                .contains("addresses: 8 of 11 move, with 46 households")
                .contains(
                        "2 with 10 households: 510999002001001002 丁 -> 510999002001001004 戊\n",
                        "1 with 4 households: outside -> 510999002001001005 己\n");
        assertThat(run("510999-1", "510999-2", "--format", "csv", "--out", file("changes.csv")))
                .as(said)
                .isZero();
        assertThat(folder.resolve("changes.csv")).content().startsWith("\ufeffchange,level,code");
        assertThat(folder.resolve("changes.csv.part")).doesNotExist();
    }

    @Test
    void explainsWhatIsOff() throws Exception {
        assertThat(run("510999-1", "510999-7", "--out", file("none"))).isEqualTo(1);
        assertThat(said).contains("there is no edition 510999-7").doesNotContain("\tat ");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(run("510999-1", "510999-2", "--format", "xml")).isEqualTo(2);
        assertThat(said).contains("not a format: xml");
    }
}
