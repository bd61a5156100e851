package org.weiwang.edition.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.NoRoomException;

/** Unpacks a hand-over that came as a zip file, within bounds. */
final class ZipFolder {
    /**
     * How much of a zip file is unpacked.
     *
     * @param bytes of all files together, unpacked
     */
    record Bounds(int files, long bytes) {
        static final Bounds USUAL = new Bounds(1_000, 8L << 30);
    }

    /** Names that are not marked as UTF-8 are in the charset of a Chinese Windows. */
    private static final Charset NAMES = Charset.forName("GB18030");

    private final Path zip;
    private final Path folder;
    private final Bounds bounds;
    private long left;

    private ZipFolder(Path zip, Path folder, Bounds bounds) {
        this.zip = zip;
        this.folder = folder;
        this.bounds = bounds;
        this.left = bounds.bytes();
    }

    /**
     * @throws ImportException when an entry leads out of the folder or there is too much of it
     * @throws NoRoomException when the folder can't take it
     * @throws IOException when the file is no zip, or names its entries as no file can be named
     */
    static void unpack(Path zip, Path folder, Bounds bounds) throws ImportException, IOException {
        new ZipFolder(zip, folder, bounds).unpack();
    }

    private void unpack() throws IOException, ImportException {
        try (ZipFile file = new ZipFile(zip.toFile(), NAMES)) {
            if (file.size() > bounds.files()) {
                throw refused(
                        "holds %d files; at most %d are read"
                                .formatted(file.size(), bounds.files()));
            }
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                unpack(file, all.nextElement());
            }
        }
    }

    private void unpack(ZipFile file, ZipEntry entry) throws IOException, ImportException {
        Path target = target(entry);
        if (entry.isDirectory()) {
            return;
        }
        if (Files.exists(target)) {
            throw refused("holds " + entry.getName() + " twice");
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = file.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                left -= n;
                if (left < 0) {
                    throw refused("unpacks to more than " + bounds.bytes() + " bytes");
                }
                write(out, buffer, n);
            }
        }
    }

    private void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw noRoom(zip, folder, e);
        }
    }

    /** The fault of the disk, not of whoever handed it over. */
    static NoRoomException noRoom(Path zip, Path folder, IOException e) {
        return new NoRoomException(
                "there is no room in %s to unpack %s".formatted(folder, zip.getFileName()), e);
    }

    private Path target(ZipEntry entry) throws ImportException {
        try {
            Path target = folder.resolve(entry.getName()).normalize();
            if (target.startsWith(folder)) {
                return target;
            }
        } catch (InvalidPathException e) {
            throw refused("the name of an entry can't be used: " + e.getReason());
        }
        throw refused("the entry " + entry.getName() + " leads out of the zip's own folder");
    }

    private ImportException refused(String reason) {
        return new ImportException(zip.getFileName() + ": " + reason);
    }
}
