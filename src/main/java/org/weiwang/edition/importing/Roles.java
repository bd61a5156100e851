package org.weiwang.edition.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weiwang.edition.ImportException;

/** Which layer each file of a hand-over is, by its name or by what was said of it. */
final class Roles {
    record Role(Layer layer, LayerFile file) {}

    private final List<Role> known = new ArrayList<>();
    private final List<LayerFile> unknown = new ArrayList<>();

    /**
     * @throws ImportException when a file is named that is not there, or is there more than once
     */
    Roles(ImportRequest request, List<LayerFile> files) throws ImportException {
        for (Map.Entry<Layer, Path> said : request.layers().entrySet()) {
            known.add(new Role(said.getKey(), said(said.getKey(), said.getValue())));
        }
        for (Map.Entry<Layer, String> named : request.named().entrySet()) {
            known.add(new Role(named.getKey(), named(named.getKey(), named.getValue(), files)));
        }
        List<LayerFile> said = known.stream().map(Role::file).toList();
        for (LayerFile file : files) {
            if (said.stream().anyMatch(file::isSame)) {
                continue;
            }
            if (file.layer() == null || request.isSaid(file.layer())) {
                unknown.add(file);
            } else {
                known.add(new Role(file.layer(), file));
            }
        }
    }

    /** What was said comes first. Several may be of one layer. */
    List<Role> known() {
        return known;
    }

    List<LayerFile> unknown() {
        return unknown;
    }

    /** A file of this machine; behind that of a GeoPackage, as if it were a folder, a table. */
    private static LayerFile said(Layer layer, Path path) throws ImportException {
        Path file = isGeoPackage(path.getParent()) ? path.getParent() : path;
        if (!isGeoPackage(file)) {
            return LayerFile.of(path, path.toString());
        }
        try {
            return named(layer, path.toString(), LayerFile.tables(file, file.toString()));
        } catch (IOException e) {
            throw new ImportException(e.getMessage());
        }
    }

    private static boolean isGeoPackage(Path path) {
        return path != null
                && LayerFile.extension(path).equals("gpkg")
                && Files.isRegularFile(path);
    }

    private static LayerFile named(Layer layer, String name, List<LayerFile> files)
            throws ImportException {
        List<LayerFile> meant = files.stream().filter(file -> file.isMeantBy(name)).toList();
        if (meant.size() != 1) {
            throw new ImportException(
                    "%s is to be %s, but %s; there are %s"
                            .formatted(
                                    layer.id(),
                                    name,
                                    meant.isEmpty()
                                            ? "there is no such file"
                                            : meant.size() + " files are called so",
                                    files.stream().map(LayerFile::name).toList()));
        }
        return meant.get(0);
    }
}
