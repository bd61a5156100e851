package org.weiwang.address.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.address.Address;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Reading;
import org.weiwang.address.StoredAddress;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Nearness;

/** What the index finds, beside what a look at every address finds. */
class AddressIndexTest {
    private static final long SEED = Long.getLong("weiwang.test.seed", new Random().nextLong());
    private static final Random RANDOM = new Random(SEED);
    private static final List<StoredAddress> ALL = new ArrayList<>();
    private static final Map<String, String> NAMES = new HashMap<>();
    private static final Map<StoredAddress, List<List<Reading>>> ELEMENTS = new HashMap<>();
    private static AddressIndex index;

    @TempDir private static Path folder;

    @BeforeAll
    static void make() {
        System.out.println("AddressIndexTest: -Dweiwang.test.seed=" + SEED);
        AddressBooks books = new AddressBooks(folder, (names, aliases) -> PlainParser::parse);
        List<AddressBook> opened = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            RandomDistrict district = new RandomDistrict(i, i == 2 ? 0 : 2_000, RANDOM);
            opened.add(books.book(district.key(), district));
            NAMES.put(district.code, district.name);
            ALL.addAll(stored(district.addresses, district.code, false));
            ALL.addAll(stored(district.facilities, district.code, true));
        }
        index = new AddressIndex(opened);
    }

    private static List<StoredAddress> stored(
            List<Address> addresses, String district, boolean areFacilities) {
        return addresses.stream()
                .sorted(Comparator.comparing(Address::text, new NaturalOrder()))
                .map(a -> new StoredAddress(a.text(), a.point(), district, areFacilities))
                .toList();
    }

    @Test
    void findsEveryAddressByItsKey() {
        for (StoredAddress address : ALL) {
            assertThat(index.withKey(" 四川省 " + address.text()))
                    .containsExactlyElementsOf(which(other -> other.text().equals(address.text())));
        }
        assertThat(index.withKey("甲江县")).isEmpty();
        assertThat(index.withKey("")).isEmpty();
    }

    @Test
    void findsThoseThatHaveAllElements() {
        int found = 0;
        for (int i = 0; i < 300; i++) {
            List<List<Reading>> elements = someElements(oneOf(ALL));
            List<StoredAddress> expected = which(address -> hasAll(address, elements));
            found += expected.size();
            AddressIndex.Found all = index.having(elements, "", 100_000);
            assertThat(all.addresses()).as("%s", elements).containsExactlyElementsOf(expected);
            assertThat(all.total()).isEqualTo(expected.size());
            int limit = 1 + RANDOM.nextInt(20);
            AddressIndex.Found few = index.having(elements, "", limit);
            assertThat(few.addresses())
                    .containsExactlyElementsOf(
                            expected.subList(0, Math.min(limit, expected.size())));
            assertThat(few.total())
                    .isBetween(Math.min(expected.size(), limit + 1), expected.size());
        }
        assertThat(found).isGreaterThan(300);
    }

    @Test
    void ordersThoseThatHaveAllElementsByBigrams() {
        for (int i = 0; i < 300; i++) {
            List<List<Reading>> elements = someElements(oneOf(ALL));
            String like = oneOf(ALL).text().replaceAll("[0-9]", "");
            Comparator<StoredAddress> moreBigrams =
                    Comparator.comparingInt(address -> -bigramsOf(address, like));
            List<StoredAddress> expected =
                    which(address -> hasAll(address, elements)).stream()
                            .sorted(moreBigrams)
                            .toList();
            List<StoredAddress> found = index.having(elements, like, 10).addresses();
            assertThat(found)
                    .as("%s like %s", elements, like)
                    .containsExactlyElementsOf(expected.subList(0, Math.min(10, expected.size())));
        }
    }

    @Test
    void findsTheNumbersBesideANumber() {
        int both = 0;
        for (int i = 0; i < 300; i++) {
            StoredAddress some = oneOf(ALL);
            List<List<Reading>> elements = new ArrayList<>(elements(some));
            elements.removeIf(
                    element ->
                            element.get(0).kind().ordinal() >= ElementKind.NUMBER.ordinal()
                                    || RANDOM.nextInt(3) == 0);
            int number = RANDOM.nextInt(130);
            if (elements.isEmpty()) {
                assertThat(index.beside(elements, number)).isEmpty();
                continue;
            }
            TreeMap<Integer, List<StoredAddress>> byNumber = new TreeMap<>();
            for (StoredAddress address : which(address -> hasAll(address, elements))) {
                numberOf(address)
                        .filter(n -> n % 2 == number % 2)
                        .ifPresent(
                                n ->
                                        byNumber.computeIfAbsent(n, x -> new ArrayList<>())
                                                .add(address));
            }
            List<StoredAddress> expected = new ArrayList<>();
            if (byNumber.lowerEntry(number) != null) {
                expected.addAll(byNumber.lowerEntry(number).getValue());
            }
            if (byNumber.higherEntry(number) != null) {
                both += expected.isEmpty() ? 0 : 1;
                expected.addAll(byNumber.higherEntry(number).getValue());
            }
            assertThat(index.beside(elements, number))
                    .as("%s beside %s", elements, number)
                    .containsExactlyElementsOf(expected);
        }
        assertThat(both).isGreaterThan(20);
    }

    @Test
    void findsNumbersByTheirBeginning() {
        for (int i = 0; i < 300; i++) {
            List<List<Reading>> elements = new ArrayList<>(someElements(oneOf(ALL)));
            elements.removeIf(element -> element.get(0).kind() == ElementKind.NUMBER);
            String begun = String.valueOf(1 + RANDOM.nextInt(30));
            List<StoredAddress> expected =
                    which(
                            address ->
                                    hasAll(address, elements)
                                            && readings(address).stream()
                                                    .anyMatch(
                                                            reading ->
                                                                    reading.kind()
                                                                                    == ElementKind
                                                                                            .NUMBER
                                                                            && reading.value()
                                                                                    .startsWith(
                                                                                            begun)));
            List<Reading> number = List.of(Reading.itself(ElementKind.NUMBER, begun));
            assertThat(index.beginning(elements, number, null, 100_000))
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void findsTheNearest() {
        for (int i = 0; i < 100; i++) {
            List<List<Reading>> elements = someElements(oneOf(ALL));
            LonLat near = new LonLat(103 + RANDOM.nextDouble(), 30 + RANDOM.nextDouble());
            Nearness nearness = new Nearness(near);
            List<StoredAddress> expected =
                    which(address -> hasAll(address, elements)).stream()
                            .sorted(Comparator.comparingDouble(each -> nearness.of(each.point())))
                            .limit(7)
                            .toList();
            assertThat(index.beginning(elements, List.of(), near, 7))
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void countsTheAddressesOfADistrict() {
        for (int i = 0; i < 300; i++) {
            List<List<Reading>> elements = someElements(oneOf(ALL));
            String district = oneOf(ALL).district();
            assertThat(index.count(elements, district))
                    .isEqualTo(
                            which(
                                            address ->
                                                    address.district().equals(district)
                                                            && !address.isFacility()
                                                            && hasAll(address, elements))
                                    .size());
        }
    }

    @Test
    void findsTheMostLikeFirst() {
        for (int i = 0; i < 300; i++) {
            StoredAddress sought = oneOf(ALL);
            List<StoredAddress> found =
                    index.like(elements(sought), sought.text().replaceAll("[0-9]", ""), 5);
            assertThat(found).isNotEmpty().hasSizeLessThanOrEqualTo(5);
            assertThat(elements(found.get(0))).containsAll(elements(sought));
        }
        assertThat(index.like(List.of(), "", 5)).isEmpty();
        assertThat(index.like(List.of(), "鑫鑫", 5)).isEmpty();
    }

    private static <T> T oneOf(List<T> all) {
        return all.get(RANDOM.nextInt(all.size()));
    }

    private static List<StoredAddress> which(Predicate<StoredAddress> wanted) {
        return ALL.stream().filter(wanted).toList();
    }

    /** Of the address, some with another reading beside. */
    private static List<List<Reading>> someElements(StoredAddress address) {
        List<List<Reading>> some = new ArrayList<>();
        for (List<Reading> element : elements(address)) {
            if (RANDOM.nextInt(3) > 0) {
                List<Reading> others = oneOf(elements(oneOf(ALL)));
                some.add(RANDOM.nextInt(4) > 0 ? element : List.of(others.get(0), element.get(0)));
            }
        }
        return some.isEmpty() ? elements(address) : some;
    }

    private static List<List<Reading>> elements(StoredAddress address) {
        return ELEMENTS.computeIfAbsent(address, AddressIndexTest::parsed);
    }

    /** A facility is of its district, as an address that does not say so would be. */
    private static List<List<Reading>> parsed(StoredAddress address) {
        if (address.isFacility()) {
            return List.of(
                    List.of(Reading.itself(ElementKind.DISTRICT, NAMES.get(address.district()))),
                    List.of(Reading.itself(ElementKind.LANDMARK, address.text())));
        }
        return PlainParser.parse(address.text()).elements().stream()
                .map(Element::readings)
                .toList();
    }

    private static List<Reading> readings(StoredAddress address) {
        return elements(address).stream().flatMap(List::stream).toList();
    }

    private static Optional<Integer> numberOf(StoredAddress address) {
        return readings(address).stream()
                .filter(reading -> reading.kind() == ElementKind.NUMBER)
                .map(reading -> Integer.valueOf(reading.value()))
                .findFirst();
    }

    private static boolean hasAll(StoredAddress address, List<List<Reading>> elements) {
        List<List<Reading>> has = elements(address);
        for (List<Reading> element : elements) {
            if (has.stream().noneMatch(readings -> element.contains(readings.get(0)))) {
                return false;
            }
        }
        return true;
    }

    private static int bigramsOf(StoredAddress address, String like) {
        List<String> has = new ArrayList<>();
        for (Reading reading : readings(address)) {
            if (reading.kind().isName() && reading.kind() != ElementKind.DISTRICT) {
                has.addAll(ElementTerms.bigrams(reading.value()));
            }
        }
        return (int) ElementTerms.bigrams(like).stream().filter(has::contains).count();
    }
}
