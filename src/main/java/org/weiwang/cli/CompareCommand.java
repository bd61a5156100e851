package org.weiwang.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.weiwang.app.Backend;
import org.weiwang.config.SettingsReader;
import org.weiwang.edition.comparing.Comparer;
import org.weiwang.edition.comparing.Comparison;
import org.weiwang.edition.comparing.format.ComparisonFormat;
import org.weiwang.edition.comparing.format.ComparisonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code weiwang compare}: what differs between two editions of a district. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description =
                "Tell which grids were added, removed, reshaped, renamed or moved below another, and which addresses in force change hands by it.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the two were compared, whether or not they differ",
            "1:nothing was written",
            "2:the command's words are off"
        })
final class CompareCommand implements Callable<Integer> {
    /** The forms to choose from: one to read, and those that programs read. */
    enum Form {
        TEXT,
        JSON,
        CSV,
        GEOJSON;

        private void write(Comparison comparison, OutputStream out) throws IOException {
            if (this == TEXT) {
                ComparisonText.write(comparison, out);
            } else {
                ComparisonFormat.valueOf(name()).write(comparison, out);
            }
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(index = "0", paramLabel = "A", description = "The earlier edition: 510131-1.")
    private String from;

    @Parameters(index = "1", paramLabel = "B", description = "The later edition: 510131-2.")
    private String to;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = FormConverter.class,
            description =
                    "text (a summary), json, csv or geojson (the places that changed); default: ${DEFAULT-VALUE}.")
    private Form form;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write (default: the standard output).")
    private Path out;

    @Override
    public Integer call() throws Exception {
        try (Backend backend = new Backend(SettingsReader.read(System.getenv()))) {
            Comparer comparer = backend.comparer();
            write(comparer.compare(comparer.pair(from, to)));
        }
        return 0;
    }

    private void write(Comparison comparison) throws IOException {
        if (out == null) {
            form.write(comparison, System.out);
            return;
        }
        try (PartFile file = new PartFile(out)) {
            form.write(comparison, file.out());
            file.publish();
        }
    }

    /** Takes the names as they are shown, in lower case. */
    static final class FormConverter implements ITypeConverter<Form> {
        @Override
        public Form convert(String text) {
            return Arrays.stream(Form.values())
                    .filter(form -> form.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("not a format: " + text));
        }
    }
}
