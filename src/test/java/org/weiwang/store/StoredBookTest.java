package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.store.SmallDistrict.EAST;
import static org.weiwang.store.SmallDistrict.WEST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.address.AddressMatch.Kind;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.address.index.AddressBook;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Matchers;
import org.weiwang.edition.Edition;

@Tag("store")
class StoredBookTest {
    @TempDir private Path folder;
    @TempDir private Path cache;
    private SmallDistrict district;
    private JdbcAtlasSource source;
    private Atlas first;

    @BeforeEach
    void open() throws Exception {
        district = new SmallDistrict(folder);
        source = source();
        district.publish(district.draft(EAST));
        first = source.load(List.of());
    }

    @AfterEach
    void close() {
        district.close();
    }

    private JdbcAtlasSource source() {
        return new JdbcAtlasSource(
                district.dataSource(), district.forLoading(), new AddressBooks(cache));
    }

    private static DistrictPart part(Atlas atlas) {
        return atlas.parts().iterator().next();
    }

    private static AddressBook book(Atlas atlas) {
        return part(atlas).addresses().orElseThrow();
    }

    private static Kind match(Atlas atlas, String text) {
        return atlas.find(text).match().kind();
    }

    @Test
    void aBookHasTheAddressesAndTheNamesOfTheDistrict() {
        assertThat(book(first).size()).isEqualTo(1);
        assertThat(book(first).names())
                .contains(new PlaceName(ElementKind.DISTRICT, "试验县", "510999", null))
                .anyMatch(name -> name.kind() == ElementKind.TOWN)
                .anyMatch(name -> name.kind() == ElementKind.COMMUNITY && name.town() != null);
        assertThat(match(first, "东路1号")).isEqualTo(Kind.EXACT);
        assertThat(first.find("东路1号").placement().point().lon()).isEqualTo(103.5101);
    }

    @Test
    void otherDataSetsLeaveTheBookAndWhatFindsInIt() throws Exception {
        district.alone("responders.csv");
        Atlas next = source.load(first.parts());
        assertThat(part(next)).isNotSameAs(part(first));
        assertThat(book(next)).isSameAs(book(first));
        Matchers matchers = new Matchers();
        assertThat(matchers.of(next.parts())).isSameAs(matchers.of(first.parts()));
    }

    @Test
    void anotherEditionOfTheSameNamesHasTheSameBook() throws Exception {
        district.publish(district.draftWithoutAddresses());
        assertThat(book(source.load(first.parts()))).isSameAs(book(first));
    }

    @Test
    void aDistrictWithoutAddressesHasABookOfItsNames(@TempDir Path other) throws Exception {
        try (SmallDistrict without = new SmallDistrict(other)) {
            without.publish(without.draftWithoutAddresses());
            Atlas atlas =
                    new JdbcAtlasSource(
                                    without.dataSource(),
                                    without.forLoading(),
                                    new AddressBooks(cache))
                            .load(List.of());
            assertThat(book(atlas).size()).isZero();
            assertThat(book(atlas).names()).isNotEmpty();
            assertThat(match(atlas, "东路1号")).isEqualTo(Kind.NOT_FOUND);
        }
    }

    @Test
    void otherAddressesMakeAnotherBookBesideTheOneInForce() throws Exception {
        Edition second = district.draft(WEST);
        DistrictPart prepared =
                source.part(
                                new DistrictPart.Version(
                                        first.history().id(),
                                        second,
                                        Map.of("address", dataSetOf(second))),
                                first.parts())
                        .orElseThrow();
        assertThat(prepared.addresses().orElseThrow()).isNotSameAs(book(first));
        assertThat(match(first, "东路1号")).isEqualTo(Kind.EXACT);
        district.publish(second);
        Atlas next = source.load(first.parts());
        assertThat(match(next, "西路1号")).isEqualTo(Kind.EXACT);
        assertThat(match(next, "东路1号")).isNotEqualTo(Kind.EXACT);
        district.publish(new Edition(second.district(), 1));
        Atlas rolledBack = source.load(next.parts());
        assertThat(match(rolledBack, "东路1号")).isEqualTo(Kind.EXACT);
    }

    private long dataSetOf(Edition edition) throws Exception {
        return Long.parseLong(
                district.query(
                                "SELECT version FROM data_set WHERE name = 'address' AND edition = '"
                                        + edition.id()
                                        + "'")
                        .get(0));
    }

    @Test
    void theGridsOfAnEditionAloneHaveNone() {
        DistrictPart grids =
                source.part(
                                DistrictPart.Version.withoutDataSets(
                                        first.history().id(), part(first).edition()),
                                List.of())
                        .orElseThrow();
        assertThat(grids.addresses()).isEmpty();
    }

    @Test
    void theCacheIsUsedAgainAndMadeAgainWhenItIsDeleted() throws Exception {
        List<Path> made = files();
        assertThat(made).isNotEmpty();
        assertThat(match(source().load(List.of()), "东路1号")).isEqualTo(Kind.EXACT);
        assertThat(files()).isEqualTo(made);
        for (Path file : made) {
            Files.delete(file);
        }
        assertThat(match(source().load(List.of()), "东路1号")).isEqualTo(Kind.EXACT);
        assertThat(files()).isNotEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
