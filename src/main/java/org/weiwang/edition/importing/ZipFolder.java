package org.weiwang.edition.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.weiwang.edition.ImportException;

/** Unpacks a hand-over that came as a zip file, within bounds. */
final class ZipFolder {
    private static final int MAX_FILES = 1_000;
    private static final long MAX_BYTES = 8L << 30;

    /** Names that are not marked as UTF-8 are in the charset of a Chinese Windows. */
    private static final Charset NAMES = Charset.forName("GB18030");

    private ZipFolder() {}

    /**
     * @throws ImportException when an entry leads out of the folder or there is too much of it
     * @throws IOException when the file is no zip or the folder can't be written
     */
    static void unpack(Path zip, Path folder) throws ImportException, IOException {
        try (ZipFile file = new ZipFile(zip.toFile(), NAMES)) {
            if (file.size() > MAX_FILES) {
                throw new ImportException(
                        zip
                                + ": holds "
                                + file.size()
                                + " files; at most "
                                + MAX_FILES
                                + " are read");
            }
            long left = MAX_BYTES;
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                left = unpack(zip, file, all.nextElement(), folder, left);
            }
        }
    }

    private static long unpack(Path zip, ZipFile file, ZipEntry entry, Path folder, long left)
            throws IOException, ImportException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new ImportException(
                    zip + ": the entry " + entry.getName() + " leads out of the zip's own folder");
        }
        if (entry.isDirectory()) {
            return left;
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = file.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                left -= n;
                if (left < 0) {
                    throw new ImportException(
                            zip + ": unpacks to more than " + MAX_BYTES + " bytes");
                }
                out.write(buffer, 0, n);
            }
        }
        return left;
    }
}
