package org.weiwang.edition.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.check.Finding;
import org.weiwang.grid.check.FindingKind;

class AddressCheckTest {
    private static final Grid WEST = grid("W", 0, 1);
    private static final Grid EAST = grid("E", 1, 2);

    @Test
    void addressesMoveFromGridToGrid() {
        AddressCheck check =
                new AddressCheck(
                        List.of(grid("W", 0, 1.5), grid("E", 1.5, 2)), List.of(WEST, EAST));
        check.add(new LonLat(0.5, 0.5));
        check.add(new LonLat(1.2, 0.5));
        check.add(new LonLat(1.3, 0.5));
        List<Finding> findings = check.findings();
        assertThat(findings).hasSize(1);
        Finding moved = findings.get(0);
        assertThat(moved.kind()).isEqualTo(FindingKind.ADDRESSES_MOVE);
        assertThat(moved.grids()).containsExactly("E", "W");
        assertThat(moved.count()).isEqualTo(2);
        assertThat(moved.at()).isEqualTo(new LonLat(1.2, 0.5));
    }

    @Test
    void whereNothingIsInForceNothingMoves() {
        AddressCheck check = new AddressCheck(List.of(WEST), List.of());
        check.add(new LonLat(0.5, 0.5));
        assertThat(check.findings()).isEmpty();
    }

    @Test
    void addressesOutsideAreToldOneByOneUpToALimitAndCountedBeyond() {
        AddressCheck check = new AddressCheck(List.of(WEST), List.of(WEST, EAST));
        for (int i = 0; i < AddressCheck.LISTED + 3; i++) {
            check.add(new LonLat(1.5, 0.5));
        }
        List<Finding> findings = check.findings();
        assertThat(findings).hasSize(AddressCheck.LISTED + 1);
        assertThat(findings)
                .allMatch(finding -> finding.kind() == FindingKind.ADDRESS_OUTSIDE)
                .allMatch(finding -> finding.grids().isEmpty());
        Finding rest = findings.get(AddressCheck.LISTED);
        assertThat(rest.at()).isNull();
        assertThat(rest.count()).isEqualTo(3);
    }

    private static Grid grid(String code, double west, double east) {
        Polygon box = (Polygon) Wgs84.FACTORY.toGeometry(new Envelope(west, east, 0, 1));
        return new Grid(
                code,
                Level.MICRO,
                code,
                null,
                "G",
                60,
                Wgs84.FACTORY.createMultiPolygon(new Polygon[] {box}));
    }
}
