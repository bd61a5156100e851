package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.weiwang.ServedDemoCounty;
import org.weiwang.atlas.Atlas;
import org.weiwang.edition.ImportException;
import org.weiwang.geo.Datum;

/** Runs bulk assignments in memory over the demo county. */
final class Runs {
    /** In the demo county: a micro grid of its own and no dedicated grid. */
    static final String INSIDE =
            "510131001001001001,510131001001001,510131001001,510131001,,INSIDE";

    static final String AT = "103.5028953,30.1961031";
    static final String ADDRESS = "蒲江县鹤山街道魁星路410号世纪小区1栋1单元";

    private static final ExecutorService WORKERS =
            Executors.newFixedThreadPool(
                    3,
                    task -> {
                        Thread thread = new Thread(task, "worker");
                        thread.setDaemon(true);
                        return thread;
                    });

    record Run(byte[] bytes, String rejects, Tally tally) {
        String out() {
            return out(UTF_8);
        }

        String out(Charset charset) {
            return new String(bytes, charset);
        }
    }

    private Runs() {}

    static InputOptions options(FileFormat format, String lon, String lat, String address) {
        return new InputOptions(
                format, null, null, Quoting.DOUBLE, null, lon, lat, address, Datum.WGS84);
    }

    static Atlas atlas() {
        try {
            return ServedDemoCounty.get().atlas();
        } catch (IOException | ImportException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Run csv(String text) throws AssignmentException, IOException {
        return run(InputOptions.of(FileFormat.CSV), text.getBytes(UTF_8), 1 << 20);
    }

    static Run run(InputOptions options, byte[] input, int blockSize)
            throws AssignmentException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();
        Tally tally =
                assignment(blockSize)
                        .run(
                                options,
                                new ByteArrayInputStream(input),
                                out,
                                BadRows.writtenTo(rejects),
                                (bytes, rows) -> {});
        return new Run(out.toByteArray(), rejects.toString(UTF_8), tally);
    }

    static Run inPlace(InputOptions options, byte[] input, int blockSize)
            throws AssignmentException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Tally tally =
                assignment(blockSize)
                        .run(
                                options,
                                new ByteArrayInputStream(input),
                                out,
                                BadRows.answeredInPlace(),
                                (bytes, rows) -> {});
        return new Run(out.toByteArray(), "", tally);
    }

    static BulkAssignment assignment(int blockSize) {
        Atlas atlas = atlas();
        return new BulkAssignment(atlas::locate, atlas::find, WORKERS, 4, blockSize);
    }
}
