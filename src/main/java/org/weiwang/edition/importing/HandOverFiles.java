package org.weiwang.edition.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.weiwang.edition.ImportException;
import org.weiwang.feature.file.TemporaryFolder;

/** The files of one hand-over that may be layers, unpacked where they came as a zip file. */
final class HandOverFiles implements AutoCloseable {
    private final List<LayerFile> files = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<TemporaryFolder> unpacked = new ArrayList<>();

    /**
     * @param folder in which zip files are unpacked
     * @throws ImportException when a source is not there or a zip can't be unpacked
     * @throws org.weiwang.edition.NoRoomException when there is no room to unpack a zip
     */
    HandOverFiles(List<Path> sources, Path folder) throws ImportException {
        try {
            for (Path source : sources) {
                add(source, folder);
            }
        } catch (ImportException | RuntimeException e) {
            close();
            throw e;
        }
    }

    List<LayerFile> all() {
        return files;
    }

    /** What can't be a layer, such as a zip file within a zip file. */
    List<String> ignored() {
        return ignored;
    }

    /** Of the GeoPackages whose tables can't be listed, a sentence each. */
    List<String> faults() {
        return faults;
    }

    private void add(Path source, Path folder) throws ImportException {
        if (Files.isDirectory(source)) {
            addFolder(source, source.toString());
        } else if (!Files.isRegularFile(source)) {
            throw new ImportException(source + ": there is no such file or folder");
        } else if (LayerFile.extension(source).equals("zip")) {
            addFolder(unpack(source, folder), null);
        } else {
            addFile(source, shown(source, folder));
        }
    }

    /** What lies in the folder that is ours is called without it, and a zip by its name. */
    static String shown(Path source, Path folder) {
        return source.startsWith(folder) || LayerFile.extension(source).equals("zip")
                ? source.getFileName().toString()
                : source.toString();
    }

    private Path unpack(Path zip, Path parent) throws ImportException {
        Path folder = folderFor(zip, parent);
        try {
            ZipFolder.unpack(zip, folder, ZipFolder.Bounds.USUAL);
            return folder;
        } catch (IOException e) {
            throw new ImportException(zip.getFileName() + ": can't be unpacked: " + e.getMessage());
        }
    }

    private Path folderFor(Path zip, Path parent) {
        try {
            unpacked.add(new TemporaryFolder(parent, "weiwang-import"));
        } catch (IOException e) {
            throw ZipFolder.noRoom(zip, parent, e);
        }
        return unpacked.get(unpacked.size() - 1).path();
    }

    /**
     * @param shown what the folder is called; null to call its files by their way within it
     */
    private void addFolder(Path folder, String shown) throws ImportException {
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ImportException(
                    "%s: can't be listed: %s".formatted(shown == null ? "zip" : shown, e));
        }
        for (Path file : inside) {
            String name = shown == null ? folder.relativize(file).toString() : file.toString();
            if (LayerFile.extension(file).equals("zip")) {
                ignored.add(file.getFileName().toString());
            } else if (Layer.EXTENSIONS.contains(LayerFile.extension(file))) {
                addFile(file, name);
            }
        }
    }

    private void addFile(Path file, String name) {
        if (isHidden(file)) {
            ignored.add(file.getFileName().toString());
        } else if (LayerFile.extension(file).equals("gpkg")) {
            addTables(file, name);
        } else {
            files.add(LayerFile.of(file, name));
        }
    }

    /** Such as the ._ doubles that a Mac puts into zips. */
    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private void addTables(Path file, String name) {
        try {
            List<LayerFile> tables = LayerFile.tables(file, name);
            files.addAll(tables);
            if (tables.isEmpty()) {
                ignored.add(file.getFileName().toString());
            }
        } catch (IOException e) {
            faults.add(e.getMessage());
        }
    }

    /** Removes what was unpacked. */
    @Override
    public void close() {
        for (TemporaryFolder folder : unpacked) {
            try {
                folder.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
