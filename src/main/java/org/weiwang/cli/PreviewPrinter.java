package org.weiwang.cli;

import org.weiwang.edition.importing.HandOverPreview;
import org.weiwang.edition.importing.HandOverPreview.FieldPreview;
import org.weiwang.edition.importing.HandOverPreview.FilePreview;

/** Says what an import would read, and as what. */
final class PreviewPrinter {
    private PreviewPrinter() {}

    static void print(HandOverPreview preview) {
        preview.files().forEach(PreviewPrinter::print);
        preview.ignored().forEach(file -> System.out.println("ignored: " + file));
        preview.missing().forEach(layer -> System.out.println("missing: " + layer));
    }

    /** Whether nothing is wrong with what there is; layers may come without the others. */
    static boolean isReady(HandOverPreview preview) {
        return preview.files().stream()
                .filter(file -> file.layer() != null)
                .allMatch(
                        file ->
                                file.faults().isEmpty()
                                        && file.fields().stream()
                                                .noneMatch(PreviewPrinter::isMissing));
    }

    private static void print(FilePreview file) {
        System.out.printf(
                "%s: %s, %s%d rows, %s%s%n",
                file.file(),
                file.layer() == null ? "not known as a layer" : file.layer(),
                file.complete() ? "" : "more than ",
                file.rows(),
                file.encoding(),
                file.crs() == null ? "" : ", " + file.crs());
        file.faults().forEach(fault -> System.out.println("  wrong: " + fault));
        for (FieldPreview field : file.fields()) {
            System.out.printf(
                    "  %-14s %s%n",
                    field.key(),
                    isMissing(field)
                            ? "MISSING; name it with --field %s.%s=NAME"
                                    .formatted(file.layer(), field.key())
                            : field.column() == null ? "-" : field.column());
        }
        System.out.println("  columns: " + String.join(" | ", file.columns()));
        file.samples()
                .forEach(row -> System.out.println("     such as: " + String.join(" | ", row)));
    }

    private static boolean isMissing(FieldPreview field) {
        return field.required() && field.column() == null;
    }
}
