package org.weiwang.edition.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weiwang.edition.ImportException;

/** The files of one hand-over, at most one for each layer. */
final class HandOver implements AutoCloseable {
    private final Map<Layer, LayerFile> layers = new EnumMap<>(Layer.class);
    private final HandOverFiles files;
    private final List<String> ignored;

    /**
     * @param folder in which zip files are unpacked
     * @throws ImportException when a source is not there, a zip can't be unpacked, two files stand
     *     for one layer, or no layer is found at all
     * @throws org.weiwang.edition.NoRoomException when there is no room to unpack a zip
     */
    HandOver(ImportRequest request, Path folder) throws ImportException {
        files = new HandOverFiles(request.sources(), folder);
        ignored = new ArrayList<>(files.ignored());
        try {
            if (!files.faults().isEmpty()) {
                throw new ImportException(files.faults());
            }
            Roles roles = new Roles(request, files.all());
            for (Roles.Role role : roles.known()) {
                add(role);
            }
            roles.unknown().forEach(file -> ignored.add(file.shortName()));
            if (layers.isEmpty()) {
                throw new ImportException(
                        "no layer found in %s%s; files are known by their names (such as %s or 微网格.shp), or name them with --layer"
                                .formatted(
                                        request.sources().stream()
                                                .map(source -> HandOverFiles.shown(source, folder))
                                                .toList(),
                                        ignored.isEmpty() ? "" : " (ignored: " + ignored + ")",
                                        Layer.MICRO_GRIDS.id() + ".shp"));
            }
        } catch (ImportException | RuntimeException e) {
            close();
            throw e;
        }
    }

    Optional<LayerFile> file(Layer layer) {
        return Optional.ofNullable(layers.get(layer));
    }

    /** Files that could be layers, but in which none was recognised, and zip files in zip files. */
    List<String> ignored() {
        return ignored;
    }

    private void add(Roles.Role role) throws ImportException {
        LayerFile other = layers.putIfAbsent(role.layer(), role.file());
        if (other != null) {
            throw new ImportException(both(role.layer(), other, role.file()));
        }
    }

    static String both(Layer layer, LayerFile one, LayerFile other) {
        return "%s and %s both stand for %s; name the right one with --layer %s=FILE"
                .formatted(one.name(), other.name(), layer.id(), layer.id());
    }

    /** Removes what was unpacked. */
    @Override
    public void close() {
        files.close();
    }
}
