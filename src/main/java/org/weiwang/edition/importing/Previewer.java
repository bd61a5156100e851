package org.weiwang.edition.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.importing.HandOverPreview.FieldPreview;
import org.weiwang.edition.importing.HandOverPreview.FilePreview;

/** Looks into a hand-over without importing it. */
public final class Previewer {
    /** More than the micro grids of a district. */
    private static final int MOST_ROWS = 10_000;

    private static final int SAMPLES = 3;
    private static final int SAMPLE_LENGTH = 60;

    private final ImportRequest request;
    private final Roles roles;

    private Previewer(ImportRequest request, Roles roles) {
        this.request = request;
        this.roles = roles;
    }

    /**
     * @param folder in which zip files are unpacked; it is left as it was
     * @throws ImportException when nothing can be told of it at all
     * @throws org.weiwang.edition.NoRoomException when there is no room to unpack it
     */
    public static HandOverPreview preview(ImportRequest request, Path folder)
            throws ImportException {
        Importer.check(request);
        try (HandOverFiles files = new HandOverFiles(request.sources(), folder)) {
            return new Previewer(request, new Roles(request, files.all())).preview(files);
        }
    }

    private HandOverPreview preview(HandOverFiles files) {
        List<FilePreview> previews = new ArrayList<>();
        for (Roles.Role role : roles.known()) {
            previews.add(preview(role.file(), role.layer()));
        }
        for (LayerFile file : roles.unknown()) {
            previews.add(preview(file, null));
        }
        return new HandOverPreview(
                previews,
                Stream.of(Layer.COMMUNITY_GRIDS, Layer.GENERAL_GRIDS, Layer.MICRO_GRIDS)
                        .filter(layer -> roles.known().stream().noneMatch(r -> r.layer() == layer))
                        .map(Layer::id)
                        .toList(),
                Stream.concat(files.ignored().stream(), files.faults().stream()).toList());
    }

    private FilePreview preview(LayerFile file, Layer layer) {
        List<String> faults = new ArrayList<>();
        for (Roles.Role other : roles.known()) {
            if (other.layer() == layer && !other.file().isSame(file)) {
                faults.add(HandOver.both(layer, file, other.file()));
            }
        }
        First first = new First(file.shortName());
        String encoding = null;
        String crs = null;
        List<String> columns = List.of();
        try (Table table = Table.open(file, layer, request)) {
            encoding = table.encoding();
            crs = table.crs();
            columns = table.columns();
            first.columns = columns;
            table.forEach(first);
        } catch (ImportException e) {
            faults.addAll(e.faults());
        }
        if (first.fault != null) {
            faults.add(first.fault);
        }
        return new FilePreview(
                file.name(),
                layer == null ? null : layer.id(),
                Arrays.stream(Layer.values())
                        .filter(any -> any.comesAs(file))
                        .map(Layer::id)
                        .toList(),
                encoding,
                crs,
                Math.min(first.rows, MOST_ROWS),
                first.rows <= MOST_ROWS,
                columns,
                fields(file, layer, columns),
                first.samples,
                faults);
    }

    private List<FieldPreview> fields(LayerFile file, Layer layer, List<String> columns) {
        if (layer == null || Layer.isOpenStreetMap(file)) {
            return List.of();
        }
        return layer.fields().stream()
                .map(
                        field ->
                                new FieldPreview(
                                        field.key(),
                                        field.names(),
                                        field.required(),
                                        Columns.find(layer, field, columns, request.fields())
                                                .orElse(null)))
                .toList();
    }

    /** Counts the first rows, and keeps the very first. */
    private static final class First implements Table.RowTaker {
        private final String file;
        private final List<List<String>> samples = new ArrayList<>();
        private List<String> columns;
        private long rows;
        private String fault;

        First(String file) {
            this.file = file;
        }

        @Override
        public boolean take(Row row) {
            if (samples.size() < SAMPLES) {
                samples.add(columns.stream().map(c -> shortened(row.values().get(c))).toList());
            }
            rows++;
            return rows <= MOST_ROWS;
        }

        @Override
        public boolean reject(long number, String reason) {
            if (fault == null) {
                fault = "%s: record %d: %s".formatted(file, number, reason);
            }
            rows++;
            return rows <= MOST_ROWS;
        }

        private static String shortened(String value) {
            return value.codePointCount(0, value.length()) <= SAMPLE_LENGTH
                    ? value
                    : value.substring(0, value.offsetByCodePoints(0, SAMPLE_LENGTH)) + "…";
        }
    }
}
