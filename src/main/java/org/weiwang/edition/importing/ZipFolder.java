package org.weiwang.edition.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.NoRoomException;
import org.weiwang.feature.file.TemporaryFolder;

/** Unpacks a hand-over that came as a zip file, within bounds. */
final class ZipFolder {
    /**
     * How much of a zip file is unpacked.
     *
     * @param bytes of all files together, unpacked
     * @param ratio how many times the zip file's own size these may be, beyond what is allowed
     *     anyway
     * @param anyway bytes that are no bomb, however small the zip file
     */
    record Bounds(int files, long bytes, int ratio, long anyway) {
        /** Tables of attributes, half of them blanks, come to a hundredth at most. */
        static final Bounds USUAL = new Bounds(1_000, 8L << 30, 200, 64L << 20);

        long of(long zip) {
            return Math.min(bytes, Math.max(anyway, ratio * zip));
        }
    }

    /** Names that are not marked as UTF-8 are in the charset of a Chinese Windows. */
    private static final Charset NAMES = Charset.forName("GB18030");

    private final Path zip;
    private final Path folder;
    private final Bounds bounds;
    private long most;
    private long left;

    private ZipFolder(Path zip, Path folder, Bounds bounds) {
        this.zip = zip;
        this.folder = folder;
        this.bounds = bounds;
    }

    /**
     * @throws ImportException when an entry leads out of the folder or can't be a file in it, or
     *     there is too much of it
     * @throws NoRoomException when the folder can't take it
     * @throws IOException when the file is no zip, or names its entries as no file can be named
     */
    static void unpack(Path zip, Path folder, Bounds bounds) throws ImportException, IOException {
        new ZipFolder(zip, folder, bounds).unpack();
    }

    private void unpack() throws IOException, ImportException {
        most = bounds.of(Files.size(zip));
        left = most;
        try (ZipFile file = new ZipFile(zip.toFile(), NAMES)) {
            if (file.size() > bounds.files()) {
                throw refused(
                        "holds %d files; at most %d are read"
                                .formatted(file.size(), bounds.files()));
            }
            Optional<String> link = ZipLinks.first(zip, file.size(), NAMES);
            if (link.isPresent()) {
                throw refused("the entry " + link.get() + " is a symbolic link");
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
        try (InputStream in = file.getInputStream(entry);
                UnpackedFile out = made(entry, target)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                left -= n;
                if (left < 0) {
                    throw refused(
                            most == bounds.bytes()
                                    ? "unpacks to more than %d bytes".formatted(most)
                                    : "unpacks to more than %d times its size"
                                            .formatted(bounds.ratio()));
                }
                out.write(buffer, n);
            }
        }
    }

    private UnpackedFile made(ZipEntry entry, Path target) throws ImportException {
        try {
            Files.createDirectories(target.getParent());
            return new UnpackedFile(Files.newOutputStream(target), e -> noRoom(zip, folder, e));
        } catch (IOException e) {
            refuseFull(e);
            throw refused("%s can't be unpacked: %s".formatted(entry.getName(), reason(e)));
        }
    }

    /** Where nothing else can be made in the folder either, it is not the entry's fault. */
    private void refuseFull(IOException cause) {
        try (TemporaryFolder other = new TemporaryFolder(folder, "room")) {
            Files.write(other.path().resolve("byte"), new byte[1]);
        } catch (IOException e) {
            cause.addSuppressed(e);
            throw noRoom(zip, folder, cause);
        }
    }

    /** Without the path, which is not for whoever handed it over. */
    private static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return "another entry stands in its way";
        }
        String reason = e instanceof FileSystemException fault ? fault.getReason() : null;
        return reason == null ? e.getClass().getSimpleName() : reason;
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
