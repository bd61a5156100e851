package org.weiwang.address.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders of a district's books, each named as what it is made from. Whoever uses it holds the
 * lock, so that what is not whole yet is always the leftover of one who died.
 */
final class DistrictShelf {
    private static final Logger LOG = LoggerFactory.getLogger(DistrictShelf.class);
    private static final String UNFINISHED = ".unfinished";

    /**
     * Earlier books that are kept, since the editions that they were in force with may come back,
     * and those of another database that shares the folder may be asked for. Removing one that is
     * open does no harm: it stays until it is closed.
     */
    private static final int EARLIER = 3;

    private static final Duration KEPT = Duration.ofDays(1);

    private final Path folder;
    private final String district;

    DistrictShelf(Path folder, String district) {
        this.folder = folder;
        this.district = district;
    }

    Path lockFile() {
        return folder.resolve(BookName.prefix(district) + "lock");
    }

    AddressBook book(String name, BookSource source, BookMaking.Parsing parsing)
            throws IOException {
        Path place = folder.resolve(name);
        AddressBook book = Files.isDirectory(place) ? openOrRemove(place) : null;
        if (book == null) {
            removeUnfinished();
            make(place, source, parsing);
            book = AddressBook.open(place);
        }
        noteOpened(place);
        removeEarlier(place);
        return book;
    }

    /** On a disk that refuses it the book is as good, and only sooner taken for one not needed. */
    private static void noteOpened(Path book) {
        try {
            Files.setLastModifiedTime(book, FileTime.from(Instant.now()));
        } catch (IOException e) {
            LOG.warn("Can't note that {} is in use: {}", book, e.toString());
        }
    }

    private AddressBook openOrRemove(Path place) throws IOException {
        try {
            return AddressBook.open(place);
        } catch (IOException | RuntimeException e) {
            LOG.warn("Making {} anew, which can't be read: {}", place, e.toString());
            IOUtils.rm(place);
            return null;
        }
    }

    private void make(Path place, BookSource source, BookMaking.Parsing parsing)
            throws IOException {
        Path unfinished = folder.resolve(place.getFileName() + UNFINISHED);
        try {
            Files.createDirectory(unfinished);
            new BookMaking(district, source).write(unfinished, parsing);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
            IOUtils.fsync(folder, true);
        } catch (IOException | RuntimeException | Error e) {
            removeAfter(e, unfinished);
            throw e;
        }
    }

    private static void removeAfter(Throwable failure, Path unfinished) {
        try {
            IOUtils.rm(unfinished);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void removeUnfinished() throws IOException {
        for (Path other : books()) {
            if (other.toString().endsWith(UNFINISHED)) {
                IOUtils.rm(other);
            }
        }
    }

    private void removeEarlier(Path inUse) throws IOException {
        List<Path> earlier = books();
        earlier.remove(inUse);
        earlier.sort(Comparator.comparing(DistrictShelf::lastOpened).reversed());
        Instant kept = Instant.now().minus(KEPT);
        for (int i = 0; i < earlier.size(); i++) {
            Path book = earlier.get(i);
            if (i >= EARLIER || lastOpened(book).isBefore(kept)) {
                try {
                    IOUtils.rm(book);
                } catch (IOException e) {
                    LOG.warn("Can't remove {}, which nobody needs: {}", book, e.toString());
                }
            }
        }
    }

    private List<Path> books() throws IOException {
        String prefix = BookName.prefix(district);
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(
                    all.filter(path -> path.getFileName().toString().startsWith(prefix))
                            .filter(Files::isDirectory)
                            .toList());
        }
    }

    private static Instant lastOpened(Path book) {
        try {
            return Files.getLastModifiedTime(book).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
