package org.weiwang.edition.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.weiwang.circle.Road;
import org.weiwang.circle.osm.OsmRoads;
import org.weiwang.edition.ImportException;
import org.weiwang.geo.Lattice;

/**
 * The ways of an OpenStreetMap file that can be walked, as rows of {@link Layer#ROADS} on the
 * {@link Lattice}: one for each part between two places where it joins another.
 */
final class OsmTable implements Table {
    private final Path path;

    OsmTable(Path path, ImportRequest request) throws ImportException {
        this.path = path;
        for (String field : request.fields().keySet()) {
            if (field.startsWith(Layer.ROADS.id() + ".")) {
                throw new ImportException(
                        "%s: --field %s names an attribute, and the tags of OpenStreetMap have names of their own"
                                .formatted(path.getFileName(), field));
            }
        }
    }

    @Override
    public List<String> columns() {
        return List.of("code", "name", "kind", "layer", "steps", "noded");
    }

    @Override
    public String encoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public String crs() {
        return "EPSG:4326";
    }

    @Override
    public void forEach(RowTaker taker) throws ImportException {
        Numbering numbering = new Numbering(taker);
        OsmRoads.Outcome outcome;
        try {
            outcome = OsmRoads.read(path, numbering::take);
        } catch (IOException e) {
            throw new ImportException(e.getMessage());
        }
        if (outcome.ways() == 0) {
            throw new ImportException(path.getFileName() + ": holds no way that can be walked");
        }
        if (outcome.missing() > 0) {
            taker.reject(
                    numbering.number + 1,
                    "the ways name "
                            + outcome.missing()
                            + " positions that the file lacks; they are broken there");
        }
    }

    private static final class Numbering {
        private final RowTaker taker;
        private long number;

        Numbering(RowTaker taker) {
            this.taker = taker;
        }

        void take(Road road) {
            number++;
            Map<String, String> values =
                    Map.of(
                            "code", road.code(),
                            "name", road.name(),
                            "kind", road.kind(),
                            "layer", Integer.toString(road.layer()),
                            "steps", Boolean.toString(road.isSteps()),
                            "noded", Boolean.toString(road.isNoded()));
            taker.take(new Row(number, Lattice.snap(road.geometry()), values));
        }
    }

    @Override
    public void close() {
        // The file is open only while it is read.
    }
}
