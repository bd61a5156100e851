package org.weiwang.address.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.address.Address;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.geo.LonLat;

class AddressBooksTest {
    private final RandomDistrict district = new RandomDistrict(1, 500, new Random(1));
    @TempDir private Path folder;

    @Test
    void makesABookOnce() {
        AddressBook made = books().book(district.key(), district);
        AddressBook opened = books().book(district.key(), district);
        assertThat(district.readings).isEqualTo(1);
        for (AddressBook book : List.of(made, opened)) {
            assertThat(book.size()).isEqualTo(500);
            assertThat(book.names()).containsAll(district.divisions);
            assertThat(book.names())
                    .contains(
                            new PlaceName(
                                    ElementKind.LANDMARK,
                                    district.facilities.get(0).text(),
                                    district.code,
                                    null));
            assertFindsAll(book);
        }
        assertThat(opened.names()).containsExactlyElementsOf(made.names());
    }

    @Test
    void letsNobodyElseReadAddresses() throws IOException {
        Path fresh = folder.resolve("addresses");
        new AddressBooks(fresh).book(district.key(), district);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                .isEqualTo("rwx------");
    }

    @Test
    void namesTheRoadsOfEachTown() {
        AddressBook book = books().book(district.key(), district);
        for (Address address : district.addresses) {
            String text = address.text();
            int road = text.indexOf('路');
            if (road > 0) {
                String town = text.substring(district.name.length(), text.indexOf('镇') + 1);
                String name = text.substring(text.indexOf('镇') + 1, road + 1);
                assertThat(book.names())
                        .contains(new PlaceName(ElementKind.ROAD, name, district.code, town));
            }
        }
    }

    @Test
    void keepsAliases() {
        Alias whole =
                new Alias(
                        ElementKind.DISTRICT,
                        district.code,
                        district.name,
                        "旧县",
                        LocalDate.of(1950, 1, 1),
                        LocalDate.of(2020, 6, 1));
        Alias open = new Alias(ElementKind.ROAD, district.code, "东西路", "解放路", null, null);
        district.aliases.addAll(List.of(whole, open));
        books().book(district.key(), district);
        assertThat(books().book(district.key(), district).aliases()).containsExactly(whole, open);
        assertThat(district.readings).isEqualTo(1);
    }

    @Test
    void makesAnotherBookOfOtherData() throws IOException {
        BookKey key = district.key();
        books().book(key, district);
        books().book(new BookKey(UUID.randomUUID(), key.district(), 1, 1), district);
        books().book(new BookKey(key.history(), key.district(), 2, 1), district);
        books().book(new BookKey(key.history(), key.district(), 1, 2), district);
        assertThat(district.readings).isEqualTo(4);
        district.divisions.add(new PlaceName(ElementKind.TOWN, "新镇", district.code, null));
        books().book(key, district);
        assertThat(district.readings).isEqualTo(5);
        district.aliases.add(new Alias(ElementKind.TOWN, district.code, "新镇", "旧镇", null, null));
        books().book(key, district);
        assertThat(district.readings).isEqualTo(6);
    }

    @Test
    void makesAnotherBookWhenAddressesAreParsedOtherwise() {
        books().book(district.key(), district);
        AddressBooks later =
                new AddressBooks(
                        folder, (names, aliases) -> text -> PlainParser.parse(text.trim() + " "));
        later.book(district.key(), district);
        assertThat(district.readings).isEqualTo(2);
        later.book(district.key(), district);
        assertThat(district.readings).isEqualTo(2);
    }

    @Test
    void makesABookOfNothing() {
        RandomDistrict empty = new RandomDistrict(1, 0, new Random(1));
        books().book(empty.key(), empty);
        AddressBook book = books().book(empty.key(), empty);
        assertThat(empty.readings).isEqualTo(1);
        assertThat(book.size()).isZero();
        assertThat(new AddressIndex(List.of(book)).withKey("东西路1号")).isEmpty();
    }

    @Test
    void makesABookAnewThatIsDamaged() throws IOException {
        books().book(district.key(), district);
        int made = 1;
        for (String file : files()) {
            for (Damage damage : DAMAGES) {
                damage.to(bookFolder().resolve(file));
                assertFindsAll(books().book(district.key(), district));
                assertThat(district.readings).as("%s of %s", damage, file).isEqualTo(++made);
            }
        }
        assertThat(made).isGreaterThan(20);
    }

    /** Something that happens to a file. */
    private interface Damage {
        void to(Path file) throws IOException;
    }

    private static final List<Damage> DAMAGES =
            List.of(
                    Files::delete,
                    file -> Files.write(file, new byte[0]),
                    file -> {
                        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
                            opened.setLength(opened.length() / 2);
                        }
                    },
                    file -> {
                        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
                            opened.seek(opened.length() / 2);
                            int there = opened.read();
                            opened.seek(opened.length() / 2);
                            opened.write(there ^ 1);
                        }
                    });

    @Test
    void goesOnWhenTheFolderIsDeleted() throws IOException {
        AddressBook book = books().book(district.key(), district);
        IOUtils.rm(folder);
        assertFindsAll(book);
        assertFindsAll(books().book(district.key(), district));
        assertThat(district.readings).isEqualTo(2);
    }

    @Test
    void leavesNothingWhenRowsCanNotBeRead() throws IOException {
        BookSource failing =
                new FailingSource(
                        district,
                        taker -> {
                            taker.accept(new Address("东西路1号", null, null));
                            throw new IllegalStateException("the database is away");
                        });
        assertThatThrownBy(() -> books().book(district.key(), failing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the database is away");
        assertThat(folders()).isEmpty();
        assertFindsAll(books().book(district.key(), district));
    }

    @Test
    void namesAFolderThatCanNotBeUsed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        AddressBooks books = new AddressBooks(file, (names, aliases) -> PlainParser::parse);
        assertThatThrownBy(() -> books.book(district.key(), district))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("can't be kept in " + file);
    }

    @Test
    void removesBooksThatNobodyNeeds() throws IOException {
        List<Path> made = new ArrayList<>();
        for (int version = 1; version <= 6; version++) {
            BookKey key = new BookKey(RandomDistrict.HISTORY, district.code, version, 1);
            books().book(key, district);
            folders().stream().filter(each -> !made.contains(each)).forEach(made::add);
            setOpened(made.get(version - 1), Duration.ofHours(12 - version));
        }
        assertThat(folders()).containsExactlyInAnyOrderElementsOf(made.subList(2, 6));
        setOpened(made.get(3), Duration.ofHours(25));
        books().book(new BookKey(RandomDistrict.HISTORY, district.code, 3, 1), district);
        assertThat(folders()).containsExactlyInAnyOrder(made.get(2), made.get(4), made.get(5));
        assertThat(district.readings).isEqualTo(6);
    }

    @Test
    void leavesOtherDistrictsAlone() throws IOException {
        RandomDistrict other = new RandomDistrict(2, 10, new Random(1));
        books().book(other.key(), other);
        setOpened(folders().get(0), Duration.ofDays(30));
        books().book(district.key(), district);
        assertThat(folders()).hasSize(2);
    }

    @Test
    void manyThreadsMakeABookOnceAndSearchIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                AddressBooks books = books();
                all.add(threads.submit(() -> assertFindsAll(books.book(district.key(), district))));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(district.readings).isEqualTo(1);
    }

    private void assertFindsAll(AddressBook book) {
        AddressIndex index = new AddressIndex(List.of(book));
        for (Address address : district.addresses) {
            assertThat(index.withKey(address.text()))
                    .singleElement()
                    .satisfies(found -> assertThat(found.text()).isEqualTo(address.text()))
                    .satisfies(found -> assertThat(found.point()).isEqualTo(address.point()))
                    .satisfies(found -> assertThat(found.isFacility()).isFalse());
        }
    }

    private AddressBooks books() {
        return new AddressBooks(folder, (names, aliases) -> PlainParser::parse);
    }

    private static void setOpened(Path book, Duration ago) throws IOException {
        Files.setLastModifiedTime(book, FileTime.from(Instant.now().minus(ago)));
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private Path bookFolder() throws IOException {
        return folders().get(0);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(bookFolder())) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** The rows of a source, but for those of addresses. */
    private record FailingSource(BookSource source, Consumer<Consumer<Address>> rows)
            implements BookSource {
        @Override
        public List<PlaceName> divisions() {
            return source.divisions();
        }

        @Override
        public List<Alias> aliases() {
            return source.aliases();
        }

        @Override
        public void forEachAddress(Consumer<Address> taker) {
            rows.accept(taker);
        }

        @Override
        public void forEachFacility(BiConsumer<String, LonLat> taker) {
            source.forEachFacility(taker);
        }
    }
}
