package org.weiwang.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.address.Address;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.address.index.AddressBook;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.address.index.BookKey;
import org.weiwang.address.index.BookSource;
import org.weiwang.circle.Facility;
import org.weiwang.edition.Edition;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Responder;

/** One grid, whose addresses, facilities and responders come anew with each version. */
class FormerAtlasesTest {
    private static final UUID HISTORY = UUID.randomUUID();
    private static final LonLat MIDDLE = new LonLat(0.5, 0.5);

    @TempDir private Path folder;
    private Instant now = Instant.EPOCH;
    private final FormerAtlases formers = new FormerAtlases(() -> now);

    private static final class OneAddress implements BookSource {
        @Override
        public List<PlaceName> divisions() {
            return List.of(new PlaceName(ElementKind.DISTRICT, "试验区", "510999", null));
        }

        @Override
        public List<Alias> aliases() {
            return List.of();
        }

        @Override
        public void forEachAddress(Consumer<Address> taker) {
            taker.accept(new Address("东路1号", MIDDLE, null));
        }

        @Override
        public void forEachFacility(BiConsumer<String, LonLat> taker) {}
    }

    private Atlas atlas(UUID history, long version, DistrictPart former) {
        return new Atlas(
                version, new History(history, List.of()), List.of(part(history, version, former)));
    }

    private DistrictPart part(UUID history, long version, DistrictPart former) {
        Polygon square = (Polygon) Wgs84.FACTORY.toGeometry(new Envelope(0, 1, 0, 1));
        AddressBook addresses =
                new AddressBooks(folder)
                        .book(new BookKey(history, "510999", version, 0), new OneAddress());
        return new DistrictPart(
                new DistrictPart.Version(
                        history, new Edition("510999", 1), Map.of("address", version)),
                new DistrictPart.Content(
                        new District("510999", "试验区"),
                        List.of(),
                        List.of(
                                new Grid(
                                        "001",
                                        Level.MICRO,
                                        "网格",
                                        null,
                                        "parent",
                                        1,
                                        Wgs84.FACTORY.createMultiPolygon(new Polygon[] {square}))),
                        List.of(new Responder("001", "网格员", "全部", null)),
                        List.of(new Facility("F1", "学校", "school", MIDDLE, null)),
                        addresses),
                former);
    }

    private static DistrictPart part(Atlas atlas) {
        return atlas.part("510999").orElseThrow();
    }

    @Test
    void eachIsKeptForTenMinutesAfterItWasReplaced() {
        for (long version = 2; version <= 100; version += 2) {
            formers.keep(atlas(HISTORY, version, null), atlas(HISTORY, version + 2, null));
        }
        assertThat(formers.size()).isEqualTo(50);
        now = now.plus(Duration.ofMinutes(9));
        formers.keep(atlas(HISTORY, 102, null), atlas(HISTORY, 104, null));
        assertThat(formers.of(HISTORY, 2)).isPresent();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(formers.of(HISTORY, 2)).isEmpty();
        assertThat(formers.of(HISTORY, 102)).isPresent();
        assertThat(formers.size()).isEqualTo(1);
        now = now.plus(Duration.ofMinutes(9));
        formers.letGo();
        assertThat(formers.size()).isZero();
    }

    @Test
    void theirLayersAreWhatTheyWere() {
        Atlas first = atlas(HISTORY, 2, null);
        formers.keep(first, atlas(HISTORY, 4, part(first)));
        Atlas kept = formers.of(HISTORY, 2).orElseThrow();
        assertThat(part(kept).version()).isEqualTo(part(first).version());
        assertThat(kept.editions()).isEqualTo(first.editions());
        for (Level level : Level.values()) {
            assertThat(part(kept).layer(level)).isSameAs(part(first).layer(level));
        }
        assertThat(part(kept).facilities()).isSameAs(part(first).facilities());
        assertThat(kept.place(MIDDLE).responders()).isEmpty();
        assertThat(first.find("东路1号").match().kind()).isEqualTo(AddressMatch.Kind.EXACT);
        assertThat(kept.find("东路1号").match().kind()).isEqualTo(AddressMatch.Kind.NOT_FOUND);
    }

    @Test
    void addressesOfDataSetsThatWereReplacedAreNotHeld() {
        Atlas[] atlases = {atlas(HISTORY, 2, null), null};
        atlases[1] = atlas(HISTORY, 4, part(atlases[0]));
        formers.keep(atlases[0], atlases[1]);
        WeakReference<AddressBook> book =
                new WeakReference<>(part(atlases[0]).addresses().orElseThrow());
        atlases[0] = null;
        System.gc();
        assertThat(book.refersTo(null)).isTrue();
        assertThat(formers.of(HISTORY, 2)).isPresent();
    }

    @Test
    void nothingOfAHistoryThatHasEndedIsKept() {
        UUID other = UUID.randomUUID();
        formers.keep(atlas(HISTORY, 2, null), atlas(HISTORY, 4, null));
        formers.keep(atlas(HISTORY, 4, null), atlas(other, 4, null));
        assertThat(formers.of(HISTORY, 2)).isEmpty();
        assertThat(formers.of(HISTORY, 4)).isEmpty();
        formers.keep(atlas(other, 4, null), atlas(other, 6, null));
        assertThat(formers.of(other, 4)).isPresent();
        assertThat(formers.of(HISTORY, 4)).isEmpty();
    }
}
