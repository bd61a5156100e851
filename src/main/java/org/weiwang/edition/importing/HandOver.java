package org.weiwang.edition.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.weiwang.edition.ImportException;
import org.weiwang.feature.file.TemporaryFolder;

/** The files of one hand-over, each recognised as a layer by its name or by what was said of it. */
final class HandOver implements AutoCloseable {
    private final Map<Layer, Path> layers = new EnumMap<>(Layer.class);
    private final List<String> ignored = new ArrayList<>();
    private final List<TemporaryFolder> unpacked = new ArrayList<>();

    /**
     * @param folder in which zip files are unpacked
     * @throws ImportException when a source is not there, a zip can't be unpacked, two files stand
     *     for one layer, or no layer is found at all
     * @throws org.weiwang.edition.NoRoomException when there is no room to unpack a zip
     */
    HandOver(ImportRequest request, Path folder) throws ImportException {
        try {
            request.layers().forEach(layers::put);
            for (Path source : request.sources()) {
                add(source, request, folder);
            }
            if (layers.isEmpty()) {
                throw new ImportException(
                        "no layer found in %s%s; files are known by their names (such as %s or 微网格.shp), or name them with --layer"
                                .formatted(
                                        request.sources().stream().map(this::named).toList(),
                                        ignored.isEmpty() ? "" : " (ignored: " + ignored + ")",
                                        Layer.MICRO_GRIDS.id() + ".shp"));
            }
        } catch (ImportException | RuntimeException e) {
            close();
            throw e;
        }
    }

    Optional<Path> file(Layer layer) {
        return Optional.ofNullable(layers.get(layer));
    }

    /** Shapefiles, CSV and OpenStreetMap files in which no layer was recognised. */
    List<String> ignored() {
        return ignored;
    }

    private void add(Path source, ImportRequest request, Path folder) throws ImportException {
        if (Files.isDirectory(source)) {
            addFolder(source, request);
        } else if (!Files.isRegularFile(source)) {
            throw new ImportException(source + ": there is no such file or folder");
        } else if (extension(source).equals("zip")) {
            addFolder(unpack(source, folder), request);
        } else {
            addFile(source, request);
        }
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

    /** As whoever handed it over knows it: not by the folder that a zip was unpacked to. */
    private String named(Path file) {
        for (TemporaryFolder folder : unpacked) {
            if (file.startsWith(folder.path())) {
                return folder.path().relativize(file).toString();
            }
        }
        return extension(file).equals("zip") ? file.getFileName().toString() : file.toString();
    }

    private void addFolder(Path folder, ImportRequest request) throws ImportException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ImportException(folder + ": can't be listed: " + e);
        }
        for (Path file : files) {
            if (List.of("shp", "csv", Layer.OPEN_STREET_MAP).contains(extension(file))) {
                addFile(file, request);
            }
        }
    }

    /** Such as the ._ doubles that a Mac puts into zips. */
    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private void addFile(Path file, ImportRequest request) throws ImportException {
        if (request.layers().containsValue(file)) {
            return;
        }
        Optional<Layer> layer = Layer.ofFile(file.getFileName().toString());
        if (isHidden(file) || layer.isEmpty() || request.layers().containsKey(layer.get())) {
            ignored.add(file.getFileName().toString());
            return;
        }
        Path other = layers.putIfAbsent(layer.get(), file);
        if (other != null) {
            throw new ImportException(
                    "%s and %s both stand for %s; name the right one with --layer %s=FILE"
                            .formatted(
                                    named(other), named(file), layer.get().id(), layer.get().id()));
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
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
