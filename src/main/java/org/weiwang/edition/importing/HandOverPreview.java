package org.weiwang.edition.importing;

import java.util.List;

/**
 * What an import would read, as far as can be told without reading all of it.
 *
 * @param missing the layers, by id, that an edition needs and no file is
 * @param ignored files that can't be layers
 */
public record HandOverPreview(List<FilePreview> files, List<String> missing, List<String> ignored) {

    /**
     * @param file its name within the hand-over; of a GeoPackage with the table behind it
     * @param layer what it would be read as, by id; null where it would be left out
     * @param mayBe the layers, by id, that files of its format can be
     * @param encoding charset of its text; null where it can't be opened
     * @param crs reference system of its positions; null where it has none or can't be opened
     * @param rows how many there are, or were read of more
     * @param complete whether that is all of them
     * @param columns of the file, in its order
     * @param fields what the layer has, and where it comes from
     * @param samples values of the first rows, in the order of the columns, long ones cut off
     * @param faults a sentence each on why it can't be imported like this
     */
    public record FilePreview(
            String file,
            String layer,
            List<String> mayBe,
            String encoding,
            String crs,
            long rows,
            boolean complete,
            List<String> columns,
            List<FieldPreview> fields,
            List<List<String>> samples,
            List<String> faults) {}

    /**
     * @param key of the attribute
     * @param names that it usually has in files
     * @param column of the file; null where it has none
     */
    public record FieldPreview(String key, List<String> names, boolean required, String column) {}
}
