package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.edition.Edition;
import org.weiwang.edition.layer.LayerSource;
import org.weiwang.edition.layer.PagesGoneException;
import org.weiwang.edition.layer.Selection;
import org.weiwang.edition.layer.StoredLayer;
import org.weiwang.edition.layer.StoredLayers.Page;
import org.weiwang.feature.Row;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.CrsBox;

/** Pages of what the small district has, while other data sets and editions take its place. */
@Tag("store")
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoredPagesTest {
    private static final int COUNT = 40;

    @TempDir private Path folder;
    private SmallDistrict district;
    private JdbcStoredLayers layers;
    private JdbcAtlasSource atlases;

    @BeforeEach
    void open() throws Exception {
        district = new SmallDistrict(folder, Leftovers.KEPT_FOR);
        layers = new JdbcStoredLayers(district.dataSource());
        atlases =
                new JdbcAtlasSource(
                        district.dataSource(),
                        district.forLoading(),
                        new AddressBooks(folder.resolve("books")));
        district.publish(district.draft(addresses(0)));
    }

    @AfterEach
    void close() {
        district.close();
    }

    /** Half of them lie outside, and one nowhere. */
    private static String[] addresses(int generation) {
        return IntStream.rangeClosed(0, COUNT)
                .mapToObj(i -> "第%d代%d号,%s,%d".formatted(generation, i, place(i), generation))
                .toArray(String[]::new);
    }

    private static String place(int number) {
        return number == 0 ? "," : number % 2 == 0 ? "103.5101,30.1961" : "104.5,30.1961";
    }

    private LayerSource source(StoredLayer layer) {
        return atlases.load(List.of()).source(layer);
    }

    private List<Row> pages(StoredLayer layer, LayerSource source, int limit) {
        List<Row> rows = new ArrayList<>();
        Page page = layers.page(layer, source, Selection.ALL, null, limit);
        rows.addAll(page.rows());
        while (page.more()) {
            String last = rows.get(rows.size() - 1).id();
            page = layers.page(layer, source, Selection.ALL, last, limit);
            rows.addAll(page.rows());
        }
        return rows;
    }

    private void removeLeftovers() throws Exception {
        try (Connection connection = district.connection()) {
            connection.setAutoCommit(false);
            new Leftovers(Duration.ZERO).remove(connection);
        }
    }

    @Test
    void anAddressWithoutLocationIsThereAndLiesInNoBox() {
        LayerSource source = source(StoredLayer.ADDRESSES);
        Selection everywhere = within(new Bbox(-180, -90, 180, 90));
        Row nowhere = layers.feature(StoredLayer.ADDRESSES, source, "1-1").orElseThrow();
        assertThat((Object) nowhere.geometry()).isNull();
        assertThat(layers.count(StoredLayer.ADDRESSES, source, Selection.ALL)).isEqualTo(COUNT + 1);
        assertThat(layers.count(StoredLayer.ADDRESSES, source, everywhere)).isEqualTo(COUNT);
    }

    private static Selection within(Bbox box) {
        return new Selection(CrsBox.of(box).polygon(), null);
    }

    @Test
    void addressesOutsideAreThoseInNoGrid() {
        StoredLayer layer = StoredLayer.OUTSIDE_ADDRESSES;
        LayerSource source = source(layer);
        List<Row> rows = pages(layer, source, 7);
        assertThat(rows).hasSize(COUNT / 2).allMatch(row -> row.geometry().getCoordinate().x > 104);
        assertThat(layers.count(layer, source, Selection.ALL)).isEqualTo(COUNT / 2);
        assertThat(layers.extent(layer, source)).contains(new Bbox(104.5, 30.1961, 104.5, 30.1961));
        assertThat(layers.feature(layer, source, rows.get(0).id())).isPresent();
        assertThat(layers.feature(layer, source, "1-1")).as("it has no location").isEmpty();
        assertThat(layers.feature(layer, source, "1-3")).as("it lies in a grid").isEmpty();
        for (double west : new double[] {104.5, 104.6}) {
            Selection inBox = within(new Bbox(west, 30, 105, 31));
            int expected = west == 104.5 ? COUNT / 2 : 0;
            assertThat(layers.page(layer, source, inBox, null, 100).rows()).hasSize(expected);
            assertThat(layers.count(layer, source, inBox)).isEqualTo(expected);
        }
    }

    @Test
    void pagesGoOnWithWhatTheFirstOneWasOf() throws Exception {
        for (StoredLayer layer : List.of(StoredLayer.ADDRESSES, StoredLayer.OUTSIDE_ADDRESSES)) {
            LayerSource before = source(layer);
            Page first = layers.page(layer, before, Selection.ALL, null, 10);
            district.addressesAlone(addresses(1));
            assertThat(source(layer)).isNotEqualTo(before);
            String last = first.rows().get(9).id();
            Page second = layers.page(layer, before, Selection.ALL, last, 10);
            assertThat(second.rows()).hasSize(10).allMatch(row -> of(row) == of(first, 0));
            removeLeftovers();
            assertThatThrownBy(() -> layers.page(layer, before, Selection.ALL, last, 10))
                    .isInstanceOf(PagesGoneException.class);
            assertThatThrownBy(() -> layers.count(layer, before, Selection.ALL))
                    .isInstanceOf(PagesGoneException.class);
            assertThatThrownBy(() -> layers.feature(layer, before, last))
                    .isInstanceOf(PagesGoneException.class);
            assertThat(layers.page(layer, source(layer), Selection.ALL, null, 10).rows())
                    .hasSize(10);
        }
    }

    @Test
    void addressesOutsideStayThoseOfTheEditionThatWasInForce() throws Exception {
        LayerSource before = source(StoredLayer.OUTSIDE_ADDRESSES);
        district.publish(district.draftWithoutAddresses());
        assertThat(pages(StoredLayer.OUTSIDE_ADDRESSES, before, 7))
                .hasSize(COUNT / 2)
                .allMatch(row -> row.value(3).equals("510999-1"));
        removeLeftovers();
        assertThatThrownBy(() -> pages(StoredLayer.OUTSIDE_ADDRESSES, before, 7))
                .isInstanceOf(PagesGoneException.class);
        assertThat(pages(StoredLayer.ADDRESSES, before, 7)).hasSize(COUNT + 1);
    }

    @Test
    void roadsGoOnToo() throws Exception {
        district.publishVillage();
        LayerSource before = source(StoredLayer.ROADS);
        List<Row> all = pages(StoredLayer.ROADS, before, 1_000);
        district.alone("roads.shp");
        assertThat(pages(StoredLayer.ROADS, before, 1)).hasSameSizeAs(all).hasSizeGreaterThan(1);
        removeLeftovers();
        assertThatThrownBy(() -> pages(StoredLayer.ROADS, before, 1))
                .isInstanceOf(PagesGoneException.class);
    }

    /** Whoever reads while data sets come has whole sets of pages, each of one data set. */
    @Test
    void noSetOfPagesMixesDataSets() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Set<Integer>> reading =
                CompletableFuture.supplyAsync(
                        () -> {
                            Set<Integer> generations = new HashSet<>();
                            while (!ended.get()) {
                                generations.add(wholeSet());
                            }
                            return generations;
                        });
        for (int generation = 1; generation <= 8; generation++) {
            district.addressesAlone(addresses(generation));
        }
        ended.set(true);
        assertThat(reading.get()).hasSizeGreaterThan(1);
    }

    private int wholeSet() {
        List<Row> rows = pages(StoredLayer.ADDRESSES, source(StoredLayer.ADDRESSES), 3);
        assertThat(rows).hasSize(COUNT + 1);
        assertThat(rows.stream().map(StoredPagesTest::of).distinct()).hasSize(1);
        return of(rows.get(0));
    }

    private static int of(Row row) {
        return (Integer) row.value(1);
    }

    private static int of(Page page, int index) {
        return of(page.rows().get(index));
    }

    @Test
    void whoTakesThemAllIsToldWhenTheyAreGone() throws Exception {
        LayerSource before = source(StoredLayer.ADDRESSES);
        Page first = layers.page(StoredLayer.ADDRESSES, before, Selection.ALL, null, 5);
        Iterator<Row> rows =
                new LayerPages(
                        first,
                        after ->
                                layers.page(
                                        StoredLayer.ADDRESSES, before, Selection.ALL, after, 5));
        for (int i = 0; i < 10; i++) {
            rows.next();
        }
        district.addressesAlone(addresses(1));
        removeLeftovers();
        assertThatThrownBy(rows::next).isInstanceOf(PagesGoneException.class);
    }

    @Test
    void whatAnotherHistoryNumberedIsNotRead() {
        LayerSource source = source(StoredLayer.ADDRESSES);
        LayerSource elsewhere = new LayerSource(UUID.randomUUID(), source.dataSets());
        assertThatThrownBy(
                        () ->
                                layers.page(
                                        StoredLayer.ADDRESSES, elsewhere, Selection.ALL, null, 10))
                .isInstanceOf(PagesGoneException.class);
    }

    @Test
    void idsOfOtherLayersAndSourcesAreToldApart() {
        LayerSource source = source(StoredLayer.ADDRESSES);
        assertThatThrownBy(
                        () ->
                                layers.page(
                                        StoredLayer.ADDRESSES,
                                        source,
                                        Selection.ALL,
                                        "510999001",
                                        10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("510999001 is no id of addresses");
        assertThatThrownBy(
                        () -> layers.page(StoredLayer.ADDRESSES, source, Selection.ALL, "77-1", 10))
                .isInstanceOf(PagesGoneException.class);
    }

    @Test
    void whereNothingIsInForceNothingIsThere() {
        LayerSource nothing = new LayerSource(source(StoredLayer.ROADS).history(), Map.of());
        for (StoredLayer layer : StoredLayer.values()) {
            assertThat(pages(layer, nothing, 10)).isEmpty();
            assertThat(layers.count(layer, nothing, Selection.ALL)).isZero();
            assertThat(layers.extent(layer, nothing)).isEmpty();
        }
    }

    @Test
    void severalDistrictsFollowOneAnother() throws Exception {
        LayerSource one = source(StoredLayer.ADDRESSES);
        district.addressesAlone(addresses(1));
        LayerSource other = source(StoredLayer.ADDRESSES);
        Edition edition = one.dataSets().keySet().iterator().next();
        LayerSource both =
                new LayerSource(
                        one.history(),
                        Map.of(
                                edition,
                                one.dataSets().get(edition),
                                new Edition("510998", 1),
                                other.dataSets().get(edition)));
        List<Row> rows = pages(StoredLayer.ADDRESSES, both, 10);
        assertThat(rows).hasSize(2 * (COUNT + 1));
        assertThat(rows.subList(0, COUNT + 1)).allMatch(row -> row.value(2).equals("510999"));
        assertThat(rows.subList(COUNT + 1, rows.size()))
                .allMatch(row -> row.value(2).equals("510998"));
        assertThat(rows.stream().map(Row::id)).doesNotHaveDuplicates();
        assertThat(layers.count(StoredLayer.ADDRESSES, both, Selection.ALL)).isEqualTo(rows.size());
    }
}
