package org.weiwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.weiwang.Main",
                                "compare"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("WEIWANG_"));
        builder.environment().put("WEIWANG_DB_URL", database.url());
        builder.environment().put("WEIWANG_DB_USER", database.user());
        builder.environment().put("WEIWANG_DB_PASSWORD", database.password());
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start()
                .waitFor();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    @Test
    void saysInAFewLinesWhatDiffersOrWritesAllOfItToAFile() throws Exception {
        assertThat(run("510999-1", "510999-2")).as(log()).isZero();
        assertThat(log())
                .contains("510999 试验县: from 510999-1 to 510999-2")
                .containsPattern("level +added +removed +reshaped +renamed +parent")
                .containsPattern("MICRO +3 +2 +2 +0 +1 +1 +1\n")
                .contains("addresses: 8 of 11 move, with 46 households")
                .contains(
                        "2 with 10 households: 510999002001001002 丁 -> 510999002001001004 戊\n",
                        "1 with 4 households: outside -> 510999002001001005 己\n");
        assertThat(run("510999-1", "510999-2", "--format", "csv", "--out", "changes.csv"))
                .as(log())
                .isZero();
        assertThat(folder.resolve("changes.csv")).content().startsWith("\ufeffchange,level,code");
        assertThat(folder.resolve("changes.csv.part")).doesNotExist();
    }

    @Test
    void explainsWhatIsOff() throws Exception {
        assertThat(run("510999-1", "510999-7", "--out", "none")).isEqualTo(1);
        assertThat(log()).contains("there is no edition 510999-7").doesNotContain("\tat ");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(run("510999-1", "510999-2", "--format", "xml")).isEqualTo(2);
        assertThat(log()).contains("not a format: xml");
    }
}
