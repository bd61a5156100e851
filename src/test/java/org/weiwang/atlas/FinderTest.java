package org.weiwang.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.AddressMatch.Kind;
import org.weiwang.address.CheckedElement;
import org.weiwang.address.CheckedElement.State;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Fault;
import org.weiwang.address.Fault.Code;
import org.weiwang.address.StoredAddress;
import org.weiwang.edition.Edition;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Outcome;
import org.weiwang.grid.Town;

/** Two micro grids side by side, and a dedicated one over the east of the eastern. */
class FinderTest {
    private static final LonLat WEST = new LonLat(0.5, 0.5);
    private static final LonLat ALSO_WEST = new LonLat(0.25, 0.25);
    private static final LonLat BORDER = new LonLat(1, 0.5);
    private static final LonLat EAST = new LonLat(1.25, 0.5);
    private static final LonLat DEDICATED = new LonLat(1.75, 0.5);
    private static final LonLat OUTSIDE = new LonLat(2.5, 0.5);

    private final Atlas atlas = atlas();
    private final Finder finder = new Finder(atlas::place);

    private static Atlas atlas() {
        UUID history = UUID.randomUUID();
        DistrictPart part =
                new DistrictPart(
                        new DistrictPart.Version(history, new Edition("510999", 1), Map.of()),
                        new DistrictPart.Content(
                                new District("510999", "试验区"),
                                List.of(new Town("510999001", "试验镇")),
                                List.of(
                                        grid("community", Level.COMMUNITY, "510999001", 0, 2),
                                        grid("general", Level.GENERAL, "community", 0, 2),
                                        grid("001", Level.MICRO, "general", 0, 1),
                                        grid("002", Level.MICRO, "general", 1, 2),
                                        grid("Z01", Level.DEDICATED, "community", 1.5, 2)),
                                List.of(),
                                List.of(),
                                null),
                        null);
        return new Atlas(2, new History(history, List.of()), List.of(part));
    }

    private static Grid grid(String code, Level level, String parent, double west, double east) {
        Polygon box = (Polygon) Wgs84.FACTORY.toGeometry(new Envelope(west, east, 0, 1));
        return new Grid(
                code,
                level,
                "试验社区",
                null,
                parent,
                null,
                Wgs84.FACTORY.createMultiPolygon(new Polygon[] {box}));
    }

    private Found found(Kind kind, int meant, int total, LonLat... points) {
        return found(kind, List.of(), meant, total, points);
    }

    private Found found(
            Kind kind, List<CheckedElement> elements, int meant, int total, LonLat... points) {
        List<AddressMatch.Candidate> candidates = new ArrayList<>();
        for (LonLat point : points) {
            candidates.add(
                    new AddressMatch.Candidate(
                            new StoredAddress(
                                    "路" + candidates.size() + "号", point, "510999", false),
                            0.5));
        }
        return finder.found(
                new AddressMatch(
                        kind, 0.71449, elements, faults(elements), candidates, meant, total));
    }

    /** As there is one for all that the address does not say. */
    private static List<Fault> faults(List<CheckedElement> elements) {
        return elements.stream()
                .filter(element -> element.state() == State.UNCHECKED)
                .map(each -> new Fault(Code.NOT_RECORDED, each.kind(), each.text(), null))
                .toList();
    }

    private static String responsible(Found found) {
        return found.placement().place().responsible().code();
    }

    @Test
    void theOneThatIsMeantIsWhereItIs() {
        Found found = found(Kind.EXACT, 1, 1, WEST);
        assertThat(found.address()).isEqualTo("路0号");
        assertThat(found.score()).isEqualTo(0.714);
        assertThat(responsible(found)).isEqualTo("001");
        assertThat(found.placement().point()).isEqualTo(WEST);
        assertThat(found.oneGrid()).isTrue();
    }

    @Test
    void theOneThatIsMeantMayLieOutsideOrNowhere() {
        Found outside = found(Kind.CORRECTED, 1, 1, OUTSIDE);
        assertThat(outside.placement().place().outcome()).isEqualTo(Outcome.OUTSIDE);
        assertThat(outside.oneGrid()).isNull();
        Found nowhere = found(Kind.EXACT, 1, 1, (LonLat) null);
        assertThat(nowhere.placement().place().outcome()).isEqualTo(Outcome.NO_LOCATION);
        assertThat(nowhere.address()).isEqualTo("路0号");
        assertThat(nowhere.oneGrid()).isNull();
    }

    @Test
    void whatIsSuggestedOnlyDoesNotCount() {
        Found found = found(Kind.PARTIAL, 1, 1, WEST, EAST);
        assertThat(responsible(found)).isEqualTo("001");
        Found none = found(Kind.PARTIAL, 0, 0, WEST);
        assertThat(none.placement()).isNull();
        assertThat(none.oneGrid()).isNull();
        assertThat(none.address()).isNull();
    }

    /** What the address itself does not say, such as of a facility. */
    @ParameterizedTest
    @CsvSource({
        "TOWN, 试验镇, true",
        "TOWN, 别的镇, false",
        "COMMUNITY, 试验社区, true",
        "COMMUNITY, 别的社区, false",
        "ROOM, 501, true"
    })
    void whatIsElsewhereThanTheTextSaysIsSuggestedOnly(
            ElementKind kind, String value, boolean certain) {
        List<CheckedElement> unsaid =
                List.of(new CheckedElement(kind, value, value, 0, 1, State.UNCHECKED));
        assertThat(found(Kind.PARTIAL, unsaid, 1, 1, WEST).placement() != null).isEqualTo(certain);
        Found several = found(Kind.PARTIAL, unsaid, 2, 2, WEST, ALSO_WEST);
        assertThat(several.placement() != null).isEqualTo(certain);
        assertThat(several.match().meant()).isEqualTo(certain ? 2 : 0);
        assertThat(several.match().candidates()).hasSize(2);
        assertThat(found(Kind.PARTIAL, unsaid, 1, 1, OUTSIDE).placement()).isNotNull();
    }

    @Test
    void severalInOneGridMakeItCertain() {
        Found found = found(Kind.AMBIGUOUS, 2, 2, WEST, ALSO_WEST);
        assertThat(responsible(found)).isEqualTo("001");
        assertThat(found.placement().place().outcome()).isEqualTo(Outcome.INSIDE);
        assertThat(found.placement().point()).isNull();
        assertThat(found.placement().edition()).isEqualTo(new Edition("510999", 1));
        assertThat(found.oneGrid()).isTrue();
        assertThat(found.address()).isNull();
        assertThat(found(Kind.PARTIAL, 2, 2, WEST, BORDER).placement().place().outcome())
                .isEqualTo(Outcome.ON_BOUNDARY);
    }

    @Test
    void severalInDifferentGridsDoNot() {
        for (LonLat other : new LonLat[] {WEST, DEDICATED, OUTSIDE}) {
            Found found = found(Kind.AMBIGUOUS, 2, 2, EAST, other);
            assertThat(found.placement()).isNull();
            assertThat(found.oneGrid()).isFalse();
        }
        assertThat(found(Kind.AMBIGUOUS, 2, 2, OUTSIDE, OUTSIDE).placement()).isNull();
        assertThat(found(Kind.AMBIGUOUS, 2, 2, OUTSIDE, OUTSIDE).oneGrid()).isFalse();
    }

    @Test
    void itIsNotCertainWhileOneThatMayBeMeantIsNotKnown() {
        Found more = found(Kind.AMBIGUOUS, 2, 3, WEST, ALSO_WEST);
        assertThat(more.placement()).isNull();
        assertThat(more.oneGrid()).isNull();
        Found nowhere = found(Kind.AMBIGUOUS, 2, 2, WEST, null);
        assertThat(nowhere.placement()).isNull();
        assertThat(nowhere.oneGrid()).isNull();
        assertThat(found(Kind.AMBIGUOUS, 3, 3, WEST, null, EAST).oneGrid()).isFalse();
        assertThat(found(Kind.AMBIGUOUS, 2, 2, null, null).oneGrid()).isNull();
    }

    @Test
    void gridsThatComeNearAreToldWithTheirMetres() {
        LonLat near = new LonLat(1 - 0.0002, 0.5);
        assertThat(atlas.neighbours(atlas.place(near)))
                .singleElement()
                .satisfies(
                        neighbour -> {
                            assertThat(neighbour.grid().code()).isEqualTo("002");
                            // geod of PROJ: from 0.9998 0.5 to 1 0.5
                            assertThat(neighbour.metres())
                                    .isCloseTo(22.2630, org.assertj.core.data.Offset.offset(0.001));
                        });
        assertThat(atlas.neighbours(atlas.place(new LonLat(1 - 0.0003, 0.5)))).isEmpty();
        assertThat(atlas.neighbours(atlas.place(BORDER)))
                .singleElement()
                .satisfies(neighbour -> assertThat(neighbour.metres()).isZero());
        assertThat(atlas.neighbours(atlas.place(new LonLat(1.5001, 0.5)))).isEmpty();
        assertThat(atlas.neighbours(atlas.place(new LonLat(1.4999, 0.5))))
                .extracting(neighbour -> neighbour.grid().code())
                .containsExactly("Z01");
        assertThat(atlas.neighbours(atlas.place(new LonLat(-0.0001, -0.0001))))
                .extracting(neighbour -> neighbour.grid().code())
                .containsExactly("001");
    }
}
