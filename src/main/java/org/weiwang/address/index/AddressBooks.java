package org.weiwang.address.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.weiwang.address.parse.AddressParser;
import org.weiwang.address.parse.Gazetteer;

/**
 * The books of addresses on the local disk: a cache, which may be deleted while no server runs.
 * Thread-safe; several processes may share one folder.
 */
public final class AddressBooks {
    /** After all days of aliases: what a book has does not depend on the day of its making. */
    private static final Clock ANY_DAY =
            Clock.fixed(Instant.parse("9999-01-01T00:00:00Z"), ZoneOffset.UTC);

    /** One for each lock file of ours: the system's locks are between processes only. */
    private static final Map<Path, Object> HELD_HERE = new ConcurrentHashMap<>();

    static {
        // Lucene's other way to map files, on later Javas, needs each to be closed by hand.
        System.setProperty("org.apache.lucene.store.MMapDirectory.enableMemorySegments", "false");
    }

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final BookMaking.Parsing parsing;

    public AddressBooks(Path folder) {
        this(
                folder,
                (names, aliases) ->
                        new AddressParser(new Gazetteer(names, aliases, ANY_DAY))::parseStored);
    }

    AddressBooks(Path folder, BookMaking.Parsing parsing) {
        this.folder = folder;
        this.parsing = parsing;
    }

    /**
     * Opens the book, and makes it before where it is not there. Books of the district that nobody
     * has opened in a day are removed, and of the others all but a few.
     *
     * @throws UncheckedIOException when the disk can't be used
     */
    public AddressBook book(BookKey key, BookSource source) {
        try {
            Path real = Files.createDirectories(folder, OWNER_ONLY).toRealPath();
            DistrictShelf shelf = new DistrictShelf(real, key.district());
            synchronized (HELD_HERE.computeIfAbsent(shelf.lockFile(), file -> new Object())) {
                try (FileChannel lockFile =
                        FileChannel.open(
                                shelf.lockFile(),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE)) {
                    lockFile.lock();
                    return shelf.book(BookName.of(key, source, parsing), source, parsing);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the addresses of the district "
                            + key.district()
                            + " can't be kept in "
                            + folder
                            + ": "
                            + e,
                    e);
        }
    }
}
