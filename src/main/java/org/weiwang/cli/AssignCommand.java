package org.weiwang.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.weiwang.app.Backend;
import org.weiwang.assigning.BulkAssignment;
import org.weiwang.assigning.FileFormat;
import org.weiwang.assigning.InputOptions;
import org.weiwang.assigning.Quoting;
import org.weiwang.assigning.RowOutcome;
import org.weiwang.assigning.Tally;
import org.weiwang.atlas.Atlas;
import org.weiwang.config.SettingsReader;
import org.weiwang.geo.Datum;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code weiwang assign}: a file of addresses or positions becomes the same with their grids. */
@Command(
        name = "assign",
        mixinStandardHelpOptions = true,
        description =
                "Add to each row of a file the codes of the grids that its position or its address is in. Rows keep their order; blank lines are left out.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything was written",
            "1:nothing was written",
            "2:the command's words are off",
            "3:written, but for some rows that were rejected"
        })
final class AssignCommand implements Callable<Integer> {
    private static final int SOME_REJECTED = 3;

    @Parameters(index = "0", paramLabel = "IN", description = "The file to read.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write.")
    private Path out;

    @Option(
            names = "--format",
            converter = FormatConverter.class,
            description =
                    "csv, ndjson, geojson or json (an array of objects); else as IN's extension tells.")
    private FileFormat format;

    @Option(
            names = "--encoding",
            paramLabel = "CHARSET",
            description = "Of CSV: UTF-8, GBK or GB18030; else as the file itself tells.")
    private Charset encoding;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            converter = DelimiterConverter.class,
            description = "Of CSV: , ; | or tab; else the most frequent in the first line.")
    private Character delimiter;

    @Option(
            names = "--quote",
            paramLabel = "MARK",
            converter = QuotingConverter.class,
            defaultValue = "double",
            description =
                    "Of CSV, what fields may be enclosed in: double, single, or none where quotes are characters like any other (default: ${DEFAULT-VALUE}).")
    private Quoting quoting;

    @Option(
            names = "--header",
            paramLabel = "yes|no",
            converter = YesNoConverter.class,
            description = "Whether the first row names the columns; else as it looks.")
    private Boolean header;

    @Option(
            names = "--lon",
            paramLabel = "COLUMN",
            description = "Name, or number from 1, of the column of longitudes.")
    private String lon;

    @Option(
            names = "--lat",
            paramLabel = "COLUMN",
            description = "Name, or number from 1, of the column of latitudes.")
    private String lat;

    @Option(
            names = "--address",
            paramLabel = "COLUMN",
            description =
                    "Name, or number from 1, of the column of address texts, which decide where a row has no position.")
    private String address;

    @Option(
            names = "--datum",
            paramLabel = "DATUM",
            defaultValue = "wgs84",
            converter = ImportCommand.DatumConverter.class,
            description =
                    "Datum of the positions: wgs84, cgcs2000, gcj02 or bd09 (default: ${DEFAULT-VALUE}).")
    private Datum datum;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description =
                    "Where rows go that can't be understood, with line and reason (default: OUT with .rejects.csv behind).")
    private Path rejects;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        AssignmentFiles files =
                new AssignmentFiles(
                        in, out, rejects == null ? AssignmentFiles.rejectsOf(out) : rejects);
        InputOptions options =
                new InputOptions(
                        format(), encoding, delimiter, quoting, header, lon, lat, address, datum);
        files.check();
        Tally tally = assign(files, options, atlas());
        print(tally, files);
        return tally.rejected() == 0 ? ExitCode.OK : SOME_REJECTED;
    }

    private FileFormat format() {
        if (format != null) {
            return format;
        }
        return FileFormat.ofFile(in.getFileName().toString())
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "the extension of "
                                                + in
                                                + " tells no format; give --format"));
    }

    private static Atlas atlas() throws Exception {
        try (Backend backend = new Backend(SettingsReader.read(System.getenv()))) {
            Atlas atlas = backend.atlasSource().load(List.of());
            if (atlas.parts().isEmpty()) {
                throw new IOException("no edition is in force; import one with --publish");
            }
            return atlas;
        } catch (UncheckedIOException e) { // There is no room for the addresses.
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Tally assign(AssignmentFiles files, InputOptions options, Atlas atlas)
            throws Exception {
        int workers = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try (ProgressLine progress = new ProgressLine(files.bytesIn())) {
            BulkAssignment assignment =
                    new BulkAssignment(atlas::locate, atlas::find, pool, workers);
            return files.assign(assignment, options, progress);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void print(Tally tally, AssignmentFiles files) {
        System.out.printf(
                "rows in %d = rows out %d + rejects %d%n",
                tally.rowsIn(), tally.rowsOut(), tally.rejected());
        for (Map.Entry<RowOutcome, Long> outcome : tally.outcomes().entrySet()) {
            System.out.printf("  %-12s %d%n", outcome.getKey(), outcome.getValue());
        }
        if (tally.rejected() > 0) {
            System.out.println("rejects: " + files.rejects());
        }
        if (!tally.reading().isEmpty()) {
            System.out.println("read as " + tally.reading());
        }
    }

    static final class FormatConverter implements ITypeConverter<FileFormat> {
        @Override
        public FileFormat convert(String text) {
            return FileFormat.of(text)
                    .orElseThrow(() -> new TypeConversionException("not a format: " + text));
        }
    }

    static final class DelimiterConverter implements ITypeConverter<Character> {
        @Override
        public Character convert(String text) {
            return switch (text) {
                case ",", ";", "|", "\t" -> text.charAt(0);
                case "tab", "\\t" -> '\t';
                default -> throw new TypeConversionException("not a delimiter: " + text);
            };
        }
    }

    static final class QuotingConverter implements ITypeConverter<Quoting> {
        @Override
        public Quoting convert(String text) {
            return switch (text) {
                case "double", "\"" -> Quoting.DOUBLE;
                case "single", "'" -> Quoting.SINGLE;
                case "none" -> Quoting.NONE;
                default -> throw new TypeConversionException("not a quote: " + text);
            };
        }
    }

    static final class YesNoConverter implements ITypeConverter<Boolean> {
        @Override
        public Boolean convert(String text) {
            return switch (text) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw new TypeConversionException("neither yes nor no: " + text);
            };
        }
    }
}
