package org.weiwang.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.weiwang.access.Actor;
import org.weiwang.app.Backend;
import org.weiwang.config.SettingsReader;
import org.weiwang.edition.ImportReport;
import org.weiwang.edition.importing.HandOverPreview;
import org.weiwang.edition.importing.ImportRequest;
import org.weiwang.edition.importing.Layer;
import org.weiwang.edition.importing.Previewer;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.Datum;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code weiwang import}: a hand-over becomes a draft edition, or is put in force at once. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Read a hand-over into one new edition and its data sets, all or nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything was written, or could be by its preview",
            "1:nothing was written",
            "2:the command's words are off",
            "3:written, but some rows of data sets were rejected, or the draft has errors that keep it from being published"
        })
final class ImportCommand implements Callable<Integer> {
    private static final int SOME_WRONG = 3;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "Shapefiles, GeoJSON, GeoPackages, FlatGeobuf and CSV files, folders or zip files of them; layers are known by their names.")
    private List<Path> sources = List.of();

    @Option(
            names = "--district",
            required = true,
            paramLabel = "CODE",
            description = "The district's 6-digit code, such as 510131.")
    private String district;

    @Option(names = "--publish", description = "Put the edition in force.")
    private boolean publish;

    @Option(
            names = "--preview",
            description = "Say what would be read, and as what, and write nothing.")
    private boolean preview;

    @Option(
            names = "--encoding",
            paramLabel = "CHARSET",
            description = "Charset of all text; else as .cpg or the file itself tells.")
    private Charset encoding;

    @Option(
            names = "--crs",
            paramLabel = "EPSG",
            converter = CrsConverter.class,
            description =
                    "Reference system of positions but those in CSV, such as 4544; else as the files tell.")
    private Crs crs;

    @Option(
            names = "--datum",
            paramLabel = "DATUM",
            defaultValue = "cgcs2000",
            converter = DatumConverter.class,
            description =
                    "Datum of CSV positions: wgs84, cgcs2000, gcj02 or bd09 (default: ${DEFAULT-VALUE}).")
    private Datum datum;

    @Option(
            names = "--layer",
            paramLabel = "LAYER=FILE",
            converter = LayerConverter.class,
            description =
                    "Read the file as this layer, whatever its name; a table of a GeoPackage as FILE/TABLE.")
    private Map<Layer, Path> layers = Map.of();

    @Option(
            names = "--field",
            paramLabel = "LAYER.KEY=NAME",
            description = "Name of an attribute in the file: micro-grids.code=WGDM.")
    private Map<String, String> fields = Map.of();

    @Override
    public Integer call() throws Exception {
        ImportRequest request =
                new ImportRequest(
                        district,
                        sources,
                        publish,
                        Actor.commandLine(),
                        encoding,
                        crs,
                        datum,
                        layers,
                        fields);
        if (preview) {
            HandOverPreview seen =
                    Previewer.preview(request, Path.of(System.getProperty("java.io.tmpdir")));
            PreviewPrinter.print(seen);
            return PreviewPrinter.isReady(seen) ? ExitCode.OK : ExitCode.SOFTWARE;
        }
        try (Backend backend = new Backend(SettingsReader.read(System.getenv()))) {
            ImportReport report = backend.importer().run(request);
            ReportPrinter.print(report);
            return isSound(report) ? ExitCode.OK : SOME_WRONG;
        }
    }

    private static boolean isSound(ImportReport report) {
        return report.layers().stream().allMatch(layer -> layer.rejected() == 0)
                && (report.findings() == null || report.findings().errors() == 0);
    }

    /** Makes an EPSG code, with or without the word, into a reference system. */
    static final class CrsConverter implements ITypeConverter<Crs> {
        @Override
        public Crs convert(String text) {
            String code = text.replaceFirst("(?i)^EPSG:", "");
            try {
                return Crs.epsg(Integer.parseInt(code));
            } catch (CrsException | NumberFormatException e) {
                throw new TypeConversionException("not an EPSG code: " + text);
            }
        }
    }

    static final class DatumConverter implements ITypeConverter<Datum> {
        @Override
        public Datum convert(String text) {
            return Datum.of(text)
                    .orElseThrow(() -> new TypeConversionException("not a datum: " + text));
        }
    }

    static final class LayerConverter implements ITypeConverter<Layer> {
        @Override
        public Layer convert(String text) {
            return Layer.of(text)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "%s is none of %s"
                                                    .formatted(
                                                            text,
                                                            Arrays.stream(Layer.values())
                                                                    .map(Layer::id)
                                                                    .toList())));
        }
    }
}
