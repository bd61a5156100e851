package org.weiwang.assigning;

import java.util.Locale;
import java.util.Optional;

/** The form in which rows come and go. */
public enum FileFormat {
    /** Rows of fields, separated by a comma, tab, semicolon or bar. */
    CSV,
    /** A JSON object on each line; positions are numbers, or texts of numbers. */
    NDJSON,
    /** A FeatureCollection of points. */
    GEOJSON,
    /** An array of such objects. */
    JSON;

    /** The format with this name in lower case, such as {@code csv}. */
    public static Optional<FileFormat> of(String name) {
        for (FileFormat format : values()) {
            if (format.id().equals(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The format that a file's extension tells. */
    public static Optional<FileFormat> ofFile(String fileName) {
        String extension =
                fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "csv", "tsv", "txt" -> Optional.of(CSV);
            case "ndjson", "jsonl" -> Optional.of(NDJSON);
            case "geojson" -> Optional.of(GEOJSON);
            case "json" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
