package org.weiwang.geo.shapefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that make up a shapefile: one name, several endings. */
final class Siblings {
    private Siblings() {}

    /** The path with the ending in place of .shp. */
    static Path of(Path shp, String extension) {
        String name = shp.getFileName().toString().replaceFirst("(?i)\\.shp$", "");
        return shp.resolveSibling(name + "." + extension);
    }

    /** The existing file of that name, or else of that name in another case. */
    static Optional<Path> find(Path shp, String extension) throws IOException {
        Path exact = of(shp, extension);
        if (Files.exists(exact)) {
            return Optional.of(exact);
        }
        String name = exact.getFileName().toString();
        try (Stream<Path> files = Files.list(shp.toAbsolutePath().getParent())) {
            return files.filter(file -> file.getFileName().toString().equalsIgnoreCase(name))
                    .sorted()
                    .findFirst();
        }
    }
}
