package org.weiwang.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.checking.Sentence;
import org.weiwang.edition.importing.PolygonLayer;
import org.weiwang.geo.Crs;
import org.weiwang.grid.check.Finding;
import org.weiwang.grid.check.LayerCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weiwang check}: what is wrong with the polygons of a file. Needs no database. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Say what is wrong with the polygons of a file: invalid and empty ones, gaps, overlaps and separate parts, a line each, with the place in longitude and latitude.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:there are no errors",
            "1:the file can't be read",
            "2:the command's words are off",
            "3:there are errors"
        })
final class CheckCommand implements Callable<Integer> {
    private static final int ERRORS = 3;

    @Parameters(
            paramLabel = "FILE",
            description = "A shapefile, perhaps zipped, GeoJSON, GeoPackage or FlatGeobuf.")
    private Path file;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "Which table of a GeoPackage, where it has several.")
    private String table;

    @Option(
            names = "--encoding",
            paramLabel = "CHARSET",
            description = "Charset of all text; else as .cpg or the file itself tells.")
    private Charset encoding;

    @Option(
            names = "--crs",
            paramLabel = "EPSG",
            converter = ImportCommand.CrsConverter.class,
            description = "Reference system, such as 4544; else as the file tells.")
    private Crs crs;

    @Override
    public Integer call() throws ImportException {
        PolygonLayer layer =
                PolygonLayer.read(
                        file, table, Path.of(System.getProperty("java.io.tmpdir")), encoding, crs);
        List<Finding> findings = LayerCheck.check(layer.labels(), layer.polygons());
        findings.forEach(CheckCommand::print);
        long errors = findings.stream().filter(Finding::isError).count();
        System.out.printf(
                Locale.ROOT,
                "%s: %d polygons in %s, %d errors, %d warnings%n",
                layer.file(),
                layer.polygons().size(),
                layer.crs(),
                errors,
                findings.size() - errors);
        return errors == 0 ? ExitCode.OK : ERRORS;
    }

    private static void print(Finding finding) {
        String place =
                finding.at() == null
                        ? "nowhere"
                        : String.format(
                                Locale.ROOT, "%.7f,%.7f", finding.at().lon(), finding.at().lat());
        System.out.printf(
                Locale.ROOT,
                "%-7s %-18s %s  %s%n",
                finding.kind().severity(),
                finding.kind(),
                place,
                Sentence.english(finding));
    }
}
