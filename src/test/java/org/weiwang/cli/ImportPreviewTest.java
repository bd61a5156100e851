package org.weiwang.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.edition.importing.ConvertedHandOver;
import picocli.CommandLine;

/** {@code weiwang import --preview}, which needs no database. */
class ImportPreviewTest {
    private static final Path COUNTY = Path.of("shapefiles/510131");

    @TempDir private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream usual = System.out;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setOut(usual);
    }

    private int run(String... args) {
        String[] all = new String[args.length + 3];
        System.arraycopy(new String[] {"--district", "510131", "--preview"}, 0, all, 0, 3);
        System.arraycopy(args, 0, all, 3, args.length);
        return new CommandLine(new ImportCommand()).execute(all);
    }

    @Test
    void aHandOverThatIsWellIsReady() {
        assertThat(run(COUNTY.toString())).isZero();
        assertThat(out.toString(UTF_8))
                .contains(
                        "micro-grids.shp: micro-grids, 1774 rows, GB18030, EPSG:4544 CGCS2000 / 3-degree",
                        "addresses.csv: addresses, more than 10000 rows, UTF-8, CGCS2000",
                        "  parentCode     上级代码",
                        "  columns: 网格代码 | 网格名称 | 上级代码 | 类型 | 户数")
                .doesNotContain("MISSING", "missing: ", "wrong: ");
    }

    @Test
    void whatIsNotKnownIsNamedWithItsTable() throws Exception {
        Path file = folder.resolve("all.gpkg");
        ConvertedHandOver.convert(COUNTY.resolve("micro-grids.shp"), "GPKG", file, "-nln", "图");
        ConvertedHandOver.convert(
                COUNTY.resolve("facilities.shp"),
                "GPKG",
                file,
                "-nln",
                "点",
                "-sql",
                "SELECT \"设施名称\" AS mc FROM facilities");
        assertThat(run(file.toString())).isZero();
        assertThat(out.toString(UTF_8))
                .contains("all.gpkg/图: not known as a layer, 1774 rows", "missing: micro-grids");
        out.reset();
        assertThat(
                        run(
                                "--layer",
                                "micro-grids=" + file.resolve("图"),
                                "--layer",
                                "facilities=" + file.resolve("点")))
                .isEqualTo(1);
        assertThat(out.toString(UTF_8))
                .contains(
                        "all.gpkg/图: micro-grids, 1774 rows",
                        "name           MISSING; name it with --field facilities.name=NAME");
        out.reset();
        run("--layer", "roads=" + file);
        assertThat(out.toString(UTF_8)).isEmpty();
    }
}
