package org.weiwang.edition.comparing.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.weiwang.edition.comparing.Comparison;

/** The forms in which a comparison is written, all in UTF-8. */
public enum ComparisonFormat {
    /** All of it but the shapes. */
    JSON("application/json") {
        @Override
        public void write(Comparison comparison, OutputStream out) throws IOException {
            ComparisonJson.write(comparison, out);
        }
    },
    /** A row for each change and each flow of addresses, for spreadsheets. */
    CSV("text/csv; charset=UTF-8") {
        @Override
        public void write(Comparison comparison, OutputStream out) throws IOException {
            ComparisonCsv.write(comparison, out);
        }
    },
    /** The places that changed, as a layer. */
    GEOJSON("application/geo+json") {
        @Override
        public void write(Comparison comparison, OutputStream out) throws IOException {
            ComparisonGeoJson.write(comparison, out);
        }
    };

    private final String contentType;

    ComparisonFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The format of a name such as {@code csv}; empty when there is none of that name. */
    public static Optional<ComparisonFormat> of(String name) {
        return Arrays.stream(values()).filter(format -> format.id().equals(name)).findFirst();
    }

    /** Such as {@code csv}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String contentType() {
        return contentType;
    }

    /** Writes all of it and flushes; does not close. */
    public abstract void write(Comparison comparison, OutputStream out) throws IOException;
}
