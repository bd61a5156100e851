package org.weiwang.geo.file;

import java.io.IOException;
import java.nio.file.Path;
import org.weiwang.geo.CrsException;

/**
 * A file of features that cannot be read. The message names the file and, where there is one, the
 * record (counted from 1).
 */
public final class FeatureFileException extends IOException {
    private static final long serialVersionUID = 1;

    FeatureFileException(Path file, String message) {
        super(file.getFileName() + " " + message);
    }

    FeatureFileException(Path file, String message, Throwable cause) {
        super(file.getFileName() + " " + message, cause);
    }

    FeatureFileException(Path file, long record, String reason, Exception cause) {
        super(file.getFileName() + ", record " + record + ": " + reason, cause);
    }

    /** Of a file that says nothing of its reference system. */
    static FeatureFileException withoutCrs(Path file, String what) {
        return new FeatureFileException(file, what + "; give the reference system with --crs");
    }

    static FeatureFileException unusableCrs(Path file, CrsException cause) {
        return new FeatureFileException(
                file,
                "names no reference system that can be used: "
                        + cause.getMessage()
                        + "; if it is known, give it with --crs",
                cause);
    }
}
