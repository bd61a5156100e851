package org.weiwang.address.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.weiwang.address.Address;
import org.weiwang.address.AddressText;
import org.weiwang.address.Alias;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.ParsedAddress;
import org.weiwang.address.PlaceName;
import org.weiwang.address.Reading;

/**
 * Writes a book: an index of one segment with a document for each address, in the natural order of
 * their texts, and behind them one for each facility. So what lies side by side is asked for
 * together, and what is found first is to be suggested first.
 */
final class BookMaking {
    private static final double BUFFER_MEGABYTES = 64;
    private static final Comparator<Address> BY_TEXT =
            Comparator.comparing(Address::text, new NaturalOrder());

    private final String district;
    private final List<Alias> aliases;
    private final List<Address> addresses = new ArrayList<>();
    private final List<Address> facilities = new ArrayList<>();
    private final Set<PlaceName> names;
    private final Set<Reading> ofAll = new LinkedHashSet<>();

    BookMaking(String district, BookSource source) {
        this.district = district;
        aliases = source.aliases();
        names = new LinkedHashSet<>(source.divisions());
        for (PlaceName division : names) {
            if (division.kind() == ElementKind.DISTRICT) {
                ofAll.add(Reading.itself(ElementKind.DISTRICT, division.name()));
            }
        }
        source.forEachAddress(addresses::add);
        source.forEachFacility(
                (name, point) -> {
                    facilities.add(new Address(name, point, null));
                    names.add(new PlaceName(ElementKind.LANDMARK, name, district, null));
                });
        addresses.sort(BY_TEXT);
        facilities.sort(BY_TEXT);
    }

    /**
     * Writes into an empty folder.
     *
     * @param parsing makes what parses, of the names that are known before any address is read
     */
    void write(Path folder, Parsing parsing) throws IOException {
        Function<String, ParsedAddress> parser = parsing.of(List.copyOf(names), aliases);
        BookDocuments documents = new BookDocuments(ofAll);
        long[] hashes = new long[addresses.size() + facilities.size()];
        // The folder is locked, and nobody else's until it has its name.
        try (Directory directory = new MMapDirectory(folder, NoLockFactory.INSTANCE)) {
            try (IndexWriter writer = new IndexWriter(directory, config())) {
                int row = 0;
                for (Address address : addresses) {
                    ParsedAddress parsed = parser.apply(address.text());
                    mine(parsed);
                    writer.addDocument(documents.address(parsed, address.point()));
                    hashes[row++] = hash(address);
                }
                for (Address facility : facilities) {
                    writer.addDocument(documents.facility(facility.text(), facility.point()));
                    hashes[row++] = hash(facility);
                }
                writer.forceMerge(1);
                writer.commit();
            }
            KeyTable.write(directory, hashes);
            new BookNames(district, addresses.size(), names, aliases).write(directory);
            directory.sync(List.of(KeyTable.FILE, BookNames.FILE));
            directory.syncMetaData();
        }
    }

    /** What parses addresses, of the names and aliases that are known. */
    interface Parsing {
        Function<String, ParsedAddress> of(Collection<PlaceName> names, List<Alias> aliases);
    }

    /** Keeps the roads and estates that only the addresses name. */
    private void mine(ParsedAddress parsed) {
        String town = null;
        for (Element element : parsed.elements()) {
            Reading reading = element.first();
            if (reading.kind() == ElementKind.TOWN) {
                town = reading.value();
            }
        }
        for (Element element : parsed.elements()) {
            Reading reading = element.first();
            if (reading.kind() == ElementKind.ROAD || reading.kind() == ElementKind.ESTATE) {
                names.add(new PlaceName(reading.kind(), reading.value(), district, town));
            }
        }
    }

    private static long hash(Address address) {
        return KeyHash.of(AddressText.key(address.text()));
    }

    /** Merges keep the order of documents, and are over when the writer says so. */
    private static IndexWriterConfig config() {
        return new IndexWriterConfig()
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergePolicy(new LogDocMergePolicy())
                .setMergeScheduler(new SerialMergeScheduler())
                .setUseCompoundFile(false);
    }
}
