package org.weiwang.edition.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.weiwang.geo.file.GeoPackages;

/**
 * Where the rows of a layer are: a file, or one table of a GeoPackage.
 *
 * @param name as whoever handed it over knows it, without the folder that a zip was unpacked to
 * @param table null for a file of one layer
 * @param layer what it is by its name; null where that tells none or several
 */
record LayerFile(Path path, String name, String table, Layer layer) {
    static LayerFile of(Path path, String name) {
        Layer layer = Layer.ofFile(path.getFileName().toString()).orElse(null);
        return new LayerFile(path, name, null, layer);
    }

    /**
     * A table, known by its own name; where it is alone and that tells nothing, by its file's.
     *
     * @param name of the file
     */
    private static LayerFile of(Path path, String name, String table, boolean isAlone) {
        Optional<Layer> layer = Layer.ofFile(table + "." + extension(path));
        if (layer.isEmpty() && isAlone) {
            layer = Layer.ofFile(path.getFileName().toString());
        }
        return new LayerFile(path, name + "/" + table, table, layer.orElse(null));
    }

    /** In small letters, without the dot. */
    static String extension(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    String extension() {
        return extension(path);
    }

    /** What reports and faults call it: without folders. */
    String shortName() {
        String file = path.getFileName().toString();
        return table == null ? file : file + "/" + table;
    }

    /** Whether it is the same, by whatever name. */
    boolean isSame(LayerFile other) {
        return path.equals(other.path) && Objects.equals(table, other.table);
    }

    /** Whether a text that names a file among others, or the file of this table, may mean this. */
    boolean isMeantBy(String text) {
        return isCalled(text) || table != null && isCalled(text + "/" + table);
    }

    private boolean isCalled(String text) {
        return name.equals(text) || name.endsWith("/" + text);
    }

    /** Each table of features that a GeoPackage has. */
    static List<LayerFile> tables(Path path, String name) throws IOException {
        List<String> tables = GeoPackages.featureTables(path);
        return tables.stream().map(table -> of(path, name, table, tables.size() == 1)).toList();
    }
}
