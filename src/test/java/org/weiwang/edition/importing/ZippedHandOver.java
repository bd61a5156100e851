package org.weiwang.edition.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A hand-over as it is uploaded. */
public final class ZippedHandOver {
    private ZippedHandOver() {}

    /** All files of the folder. */
    public static byte[] of(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return of(files.sorted().toList());
        }
    }

    public static byte[] of(List<Path> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
            }
        }
        return bytes.toByteArray();
    }
}
