package org.weiwang.geo.shapefile;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A shapefile that cannot be read or written as asked. The message names the file and, where there
 * is one, the record (counted from 1) and the field.
 */
public class ShapefileException extends IOException {
    ShapefileException(Path file, String message) {
        super(file.getFileName() + " " + message);
    }

    ShapefileException(Path file, String message, Throwable cause) {
        super(file.getFileName() + " " + message, cause);
    }

    ShapefileException(Path file, int record, String message) {
        super(file.getFileName() + ", record " + record + ": " + message);
    }

    ShapefileException(Path file, int record, String field, String message) {
        super(file.getFileName() + ", record " + record + ", field " + field + ": " + message);
    }
}
