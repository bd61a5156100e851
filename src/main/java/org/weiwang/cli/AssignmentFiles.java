package org.weiwang.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.weiwang.assigning.AssignmentException;
import org.weiwang.assigning.BadRows;
import org.weiwang.assigning.BulkAssignment;
import org.weiwang.assigning.InputOptions;
import org.weiwang.assigning.Progress;
import org.weiwang.assigning.Tally;

/**
 * The files of one bulk assignment. The output and the rejects have their names only when they are
 * whole; an earlier file of that name stands until then.
 */
record AssignmentFiles(Path in, Path out, Path rejects) {
    /** The file of rejects that goes with an output of this name. */
    static Path rejectsOf(Path out) {
        return out.resolveSibling(out.getFileName() + ".rejects.csv");
    }

    /**
     * @throws IOException when the input is missing, one is not a file, or two are the same. A pipe
     *     can be read, but not be written under its own name
     */
    void check() throws IOException {
        refuseSame(in, out);
        refuseSame(in, PartFile.partOf(out));
        refuseSame(in, rejects);
        refuseSame(in, PartFile.partOf(rejects));
        if (out.toAbsolutePath().normalize().equals(rejects.toAbsolutePath().normalize())) {
            throw new IOException(out + ": the output and the rejects would be one file");
        }
        for (Path file : List.of(in, out, rejects)) {
            boolean usable = file.equals(in) ? !Files.isDirectory(file) : Files.isRegularFile(file);
            if (Files.exists(file) && !usable) {
                throw new IOException(file + ": is not a file");
            }
        }
        if (!Files.exists(in)) {
            throw new NoSuchFileException(in.toString());
        }
    }

    /** The size of the input; -1 where it is a pipe, or another thing without a size. */
    long bytesIn() throws IOException {
        return Files.isRegularFile(in) ? Files.size(in) : -1;
    }

    Tally assign(BulkAssignment assignment, InputOptions options, Progress progress)
            throws AssignmentException, IOException {
        try (InputStream source = Files.newInputStream(in);
                PartFile answers = new PartFile(out);
                PartFile bad = new PartFile(rejects)) {
            BufferedOutputStream badRows = new BufferedOutputStream(bad.out());
            Tally tally =
                    assignment.run(
                            options, source, answers.out(), BadRows.writtenTo(badRows), progress);
            badRows.flush();
            if (tally.rejected() > 0) {
                bad.publish();
            }
            answers.publish();
            if (tally.rejected() == 0) {
                Files.deleteIfExists(rejects);
            }
            return tally;
        }
    }

    private static void refuseSame(Path in, Path written) throws IOException {
        if (Files.exists(in) && Files.exists(written) && Files.isSameFile(in, written)) {
            throw new IOException(in + ": would be read and written at once");
        }
    }
}
