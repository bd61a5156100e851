package org.weiwang.edition.importing;

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
    private final LayerFile file;
    private final ImportRequest request;
    private final Converter<T> converter;
    private final List<Rejection> rejections = new ArrayList<>();
    private String encoding;
    private String crs;
    private long read;
    private long rejected;

    LayerRows(Layer layer, LayerFile file, ImportRequest request, Converter<T> converter) {
        this.layer = layer;
        this.file = file;
        this.request = request;
        this.converter = converter;
    }

    @Override
    public void forEach(Consumer<? super T> consumer) throws ImportException {
        try (Table table = Table.open(file, layer, request)) {
            encoding = table.encoding();
            crs = table.crs();
            Columns columns = columns(table);
            table.forEach(
                    new Table.RowTaker() {
                        @Override
                        public boolean take(Row row) {
                            T converted;
                            try {
                                converted = converter.convert(columns.pick(row));
                            } catch (Row.Unusable e) {
                                return reject(row.number(), e.getMessage());
                            }
                            read++;
                            consumer.accept(converted);
                            return true;
                        }

                        @Override
                        public boolean reject(long number, String reason) {
                            read++;
                            rejected++;
                            if (rejections.size() < ImportReport.LISTED) {
                                rejections.add(new Rejection(number, reason));
                            }
                            return true;
                        }
                    });
        }
    }

    private Columns columns(Table table) throws ImportException {
        return Layer.isOpenStreetMap(file)
                ? Columns.ofKeys(table.columns())
                : new Columns(file.shortName(), layer, table.columns(), request.fields());
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
                                                            file.shortName(),
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
                            .formatted(file.shortName(), read, written, rejected));
        }
        return new LayerReport(
                layer.id(),
                file.shortName(),
                encoding,
                crs,
                read,
                written,
                rejected,
                List.copyOf(rejections));
    }
}
