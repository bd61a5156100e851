package org.weiwang.feature.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new folder for the files of one writing, gone with them when closed. */
final class WorkFolder implements AutoCloseable {
    private final Path path;

    WorkFolder(Path parent) throws IOException {
        this.path = Files.createTempDirectory(parent, "layer");
    }

    Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }
}
