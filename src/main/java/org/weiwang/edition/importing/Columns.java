package org.weiwang.edition.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.weiwang.edition.ImportException;

/** Which column of a file holds which attribute of its layer. */
final class Columns {
    private final Map<String, String> columnOfKey = new LinkedHashMap<>();

    private Columns() {}

    /** For a file whose columns are the keys of its layer, and perhaps more. */
    static Columns ofKeys(List<String> keys) {
        Columns columns = new Columns();
        keys.forEach(key -> columns.columnOfKey.put(key, key));
        return columns;
    }

    /**
     * @param present the file's columns
     * @param overrides names given for this import, by {@code layer.key}
     * @throws ImportException when a required attribute, or one that was named, has no column
     */
    Columns(String file, Layer layer, List<String> present, Map<String, String> overrides)
            throws ImportException {
        List<String> faults = new ArrayList<>();
        for (Layer.Field field : layer.fields()) {
            String named = overrides.get(name(layer, field));
            Optional<String> column = find(layer, field, present, overrides);
            if (column.isPresent()) {
                columnOfKey.put(field.key(), column.get());
            } else if (field.required() || named != null) {
                faults.add(missing(file, layer, field, named, present));
            }
        }
        if (!faults.isEmpty()) {
            throw new ImportException(faults);
        }
    }

    /** The column that holds an attribute of a layer, if any does. */
    static Optional<String> find(
            Layer layer, Layer.Field field, List<String> present, Map<String, String> overrides) {
        String named = overrides.get(name(layer, field));
        Stream<String> candidates =
                named == null
                        ? Stream.concat(field.names().stream(), Stream.of(field.key()))
                        : Stream.of(named);
        return candidates
                .flatMap(name -> present.stream().filter(name::equalsIgnoreCase))
                .findFirst();
    }

    private static String name(Layer layer, Layer.Field field) {
        return layer.id() + "." + field.key();
    }

    /** The row with its values under the keys of the layer. */
    Row pick(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        columnOfKey.forEach((key, column) -> values.put(key, row.values().get(column)));
        return new Row(row.number(), row.geometry(), values);
    }

    private static String missing(
            String file, Layer layer, Layer.Field field, String named, List<String> present) {
        return "%s: no attribute %s for %s; it has %s. Name it with --field %s.%s=NAME; if the names look garbled, give --encoding"
                .formatted(
                        file,
                        named == null ? String.join(" or ", field.names()) : named,
                        field.key(),
                        String.join(", ", present),
                        layer.id(),
                        field.key());
    }
}
