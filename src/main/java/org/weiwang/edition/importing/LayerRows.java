package org.weiwang.edition.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.ImportReport;
import org.weiwang.edition.ImportReport.LayerReport;
import org.weiwang.edition.ImportReport.Rejection;
import org.weiwang.edition.Rows;

/** The rows of one file as what they mean, with account of those that can't be taken. */
final class LayerRows<T> implements Rows<T> {
    /** Makes a row into what it means, or says why it can't be taken. */
    @FunctionalInterface
    interface Converter<T> {
        T convert(Row row) throws Row.Unusable;
    }

    private final Layer layer;
    private final Path path;
    private final ImportRequest request;
    private final Converter<T> converter;
    private final List<Rejection> rejections = new ArrayList<>();
    private String encoding;
    private String crs;
    private long read;
    private long rejected;

    LayerRows(Layer layer, Path path, ImportRequest request, Converter<T> converter) {
        this.layer = layer;
        this.path = path;
        this.request = request;
        this.converter = converter;
    }

    @Override
    public void forEach(Consumer<? super T> consumer) throws ImportException {
        try (Table table = open()) {
            encoding = table.encoding();
            crs = table.crs();
            table.forEach(
                    new Table.RowTaker() {
                        @Override
                        public void take(Row row) {
                            T converted;
                            try {
                                converted = converter.convert(row);
                            } catch (Row.Unusable e) {
                                reject(row.number(), e.getMessage());
                                return;
                            }
                            read++;
                            consumer.accept(converted);
                        }

                        @Override
                        public void reject(long number, String reason) {
                            read++;
                            rejected++;
                            if (rejections.size() < ImportReport.LISTED) {
                                rejections.add(new Rejection(number, reason));
                            }
                        }
                    });
        }
    }

    private Table open() throws ImportException {
        if (layer.isTable()) {
            return new CsvTable(path, layer, request);
        }
        return Layer.isOpenStreetMap(path)
                ? new OsmTable(path, request)
                : new ShapefileTable(path, layer, request);
    }

    /** All rows. A row that can't be taken makes the file unusable: each is named. */
    List<T> all() throws ImportException {
        List<T> all = new ArrayList<>();
        forEach(all::add);
        if (rejected > 0) {
            throw new ImportException(
                    rejections.stream()
                            .map(
                                    rejection ->
                                            "%s: record %d: %s"
                                                    .formatted(
                                                            path.getFileName(),
                                                            rejection.line(),
                                                            rejection.reason()))
                            .toList());
        }
        return all;
    }

    /**
     * What became of the rows, after they were read.
     *
     * @throws IllegalStateException when rows got lost between reading and writing
     */
    LayerReport report(long written) {
        if (read != written + rejected) {
            throw new IllegalStateException(
                    "%s: %d rows read, but %d written and %d rejected"
                            .formatted(path.getFileName(), read, written, rejected));
        }
        return new LayerReport(
                layer.id(),
                path.getFileName().toString(),
                encoding,
                crs,
                read,
                written,
                rejected,
                List.copyOf(rejections));
    }
}
