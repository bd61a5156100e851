package org.weiwang.cli;

import org.weiwang.edition.ImportReport;
import org.weiwang.edition.ImportReport.LayerReport;
import org.weiwang.edition.Placed;

/** Says what an import read and wrote. */
final class ReportPrinter {
    private static final int REJECTIONS_SHOWN = 20;

    private ReportPrinter() {}

    static void print(ImportReport report) {
        System.out.printf(
                "%-18s %-26s %-10s %9s %9s %9s%n",
                "layer", "file", "encoding", "read", "written", "rejected");
        for (LayerReport layer : report.layers()) {
            System.out.printf(
                    "%-18s %-26s %-10s %9d %9d %9d%n",
                    layer.layer(),
                    layer.file(),
                    layer.encoding(),
                    layer.read(),
                    layer.written(),
                    layer.rejected());
            layer.rejections().stream()
                    .limit(REJECTIONS_SHOWN)
                    .forEach(r -> System.out.printf("  line %d: %s%n", r.line(), r.reason()));
            if (layer.rejected() > REJECTIONS_SHOWN) {
                System.out.printf("  and %d more%n", layer.rejected() - REJECTIONS_SHOWN);
            }
        }
        report.ignored().forEach(file -> System.out.println("ignored: " + file));
        if (report.placed() != null) {
            Placed placed = report.placed();
            System.out.printf(
                    "addresses placed: %d inside, %d on a boundary, %d outside, %d without location%n",
                    placed.inside(), placed.onBoundary(), placed.outside(), placed.noLocation());
        }
        if (report.edition() != null) {
            System.out.printf(
                    "checked: %d errors, %d warnings%n",
                    report.findings().errors(), report.findings().warnings());
            System.out.printf(
                    "edition %s: %s%n",
                    report.edition(), report.inForce() ? "in force" : "a draft");
        }
    }
}
