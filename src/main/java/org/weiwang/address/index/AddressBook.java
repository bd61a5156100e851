package org.weiwang.address.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.weiwang.address.Alias;
import org.weiwang.address.PlaceName;

/** The addresses and facilities of a district, on disk, with the names in them. Thread-safe. */
public final class AddressBook {
    private final BookNames names;
    private final KeyTable keys;
    private final DirectoryReader reader;

    private AddressBook(BookNames names, KeyTable keys, DirectoryReader reader) {
        this.names = names;
        this.keys = keys;
        this.reader = reader;
    }

    /**
     * Opens a book, and reads all of it once to see that it is sound. Nothing closes it: it may be
     * in use for as long as anybody refers to it, and its memory map is released when nobody does.
     *
     * @throws IOException when it is not sound
     */
    static AddressBook open(Path folder) throws IOException {
        Directory directory = new MMapDirectory(folder, NoLockFactory.INSTANCE);
        BookNames names = BookNames.read(directory);
        KeyTable keys = KeyTable.open(directory);
        DirectoryReader reader = DirectoryReader.open(directory);
        for (LeafReaderContext leaf : reader.leaves()) {
            leaf.reader().checkIntegrity();
        }
        if (reader.maxDoc() != keys.size() || reader.leaves().size() > 1) {
            throw new CorruptIndexException("not of one making", folder.toString());
        }
        return new AddressBook(names, keys, reader);
    }

    /** Of addresses, without facilities. */
    public int size() {
        return names.addresses();
    }

    /** Divisions, and the roads, estates and facilities that the addresses name. */
    public Collection<PlaceName> names() {
        return names.names();
    }

    public List<Alias> aliases() {
        return names.aliases();
    }

    String district() {
        return names.district();
    }

    KeyTable keys() {
        return keys;
    }

    DirectoryReader reader() {
        return reader;
    }
}
