package org.weiwang.grid.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.weiwang.grid.check.FindingKind.EMPTY_GEOMETRY;
import static org.weiwang.grid.check.FindingKind.GAP;
import static org.weiwang.grid.check.FindingKind.INVALID_GEOMETRY;
import static org.weiwang.grid.check.FindingKind.OVERLAP_SLIVER;
import static org.weiwang.grid.check.FindingKind.SEPARATE_PARTS;
import static org.weiwang.grid.check.SmallEdition.box;
import static org.weiwang.grid.check.SmallEdition.minus;
import static org.weiwang.grid.check.SmallEdition.plus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;

class LayerCheckTest {
    @Test
    void findsGapsOverlapsAndParts() {
        List<Finding> findings =
                LayerCheck.check(
                        List.of("west", "middle", "east", "both", "none"),
                        List.of(
                                box(0, 0, 100, 300),
                                minus(box(100, 0, 200, 300), box(100, 100, 103, 200)),
                                plus(box(200, 0, 300, 300), box(190, 299.5, 210, 300)),
                                minus(box(0, 300, 300, 400), box(100, 299, 200, 401)),
                                Wgs84.FACTORY.createMultiPolygon()));
        assertThat(findings)
                .extracting(Finding::kind, Finding::level, Finding::grids)
                .containsExactly(
                        tuple(EMPTY_GEOMETRY, null, List.of("none")),
                        tuple(GAP, null, List.of("middle", "west")),
                        tuple(OVERLAP_SLIVER, null, List.of("east", "middle")),
                        tuple(SEPARATE_PARTS, null, List.of("both")));
        assertThat(findings.get(1).squareMetres()).isCloseTo(300, within(0.1));
        assertThat(findings.get(1).width()).isCloseTo(3, within(0.1));
        assertThat(findings.get(2).squareMetres()).isCloseTo(5, within(0.1));
        assertThat(findings.get(2).width()).isCloseTo(0.5, within(0.02));
        assertThat(findings.get(3).count()).isEqualTo(2);
    }

    @Test
    void whatOnePolygonLiesAroundAloneIsNoGap() {
        MultiPolygon ring = minus(box(0, 0, 300, 300), box(100, 100, 200, 200));
        assertThat(LayerCheck.check(List.of("ring"), List.of(ring))).isEmpty();
    }

    /** Through a crack of four millimetres it would not be enclosed. */
    @Test
    void aGapIsOneWhateverIsElsewhere() {
        List<String> labels = new ArrayList<>(List.of("south", "west", "north", "east"));
        List<MultiPolygon> polygons =
                new ArrayList<>(
                        List.of(
                                box(0, 0, 300, 100),
                                box(0, 100.004, 100, 200),
                                box(0, 200, 300, 300),
                                box(200, 100, 300, 200)));
        Tuple gap = tuple(GAP, List.of("east", "north", "south", "west"));
        assertThat(LayerCheck.check(labels, polygons))
                .extracting(Finding::kind, Finding::grids)
                .containsExactly(gap);

        labels.addAll(List.of("far", "farther"));
        polygons.addAll(List.of(box(900, 0, 1000, 100), box(999.5, 0, 1100, 100)));
        List<Finding> findings = LayerCheck.check(labels, polygons);
        assertThat(findings)
                .extracting(Finding::kind, Finding::grids)
                .containsExactly(gap, tuple(OVERLAP_SLIVER, List.of("far", "farther")));
        assertThat(findings.get(0).squareMetres()).isCloseTo(10_000, within(10.0));
    }

    @Test
    void aGapAmongIslandsInAGapIsFoundOnce() {
        List<Finding> findings =
                LayerCheck.check(
                        List.of("south", "north", "west", "east", "left", "right"),
                        List.of(
                                box(0, 0, 500, 100),
                                box(0, 400, 500, 500),
                                box(0, 100, 100, 400),
                                box(400, 100, 500, 400),
                                minus(box(200, 200, 250, 300), box(230, 230, 250, 270)),
                                minus(box(250, 200, 300, 300), box(250, 230, 270, 270))));
        assertThat(findings)
                .extracting(Finding::kind, Finding::grids)
                .containsExactlyInAnyOrder(
                        tuple(GAP, List.of("east", "left", "north", "right", "south", "west")),
                        tuple(GAP, List.of("left", "right")));
    }

    @Test
    void wantsALabelForEachPolygon() {
        assertThatThrownBy(() -> LayerCheck.check(List.of(), List.of(box(0, 0, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** That these 18 are invalid and no others, GEOS says too. */
    @Test
    void findsTheInvalidOnesOfRealOutlinesAndNothingElse() throws IOException {
        Path file = Path.of("../shared/data/chengdu-counties.geojson");
        assumeThat(file).exists();
        List<String> labels = new ArrayList<>();
        List<MultiPolygon> polygons = new ArrayList<>();
        for (JsonNode feature : new ObjectMapper().readTree(file.toFile()).get("features")) {
            labels.add(feature.at("/properties/name").asText());
            polygons.add(multiPolygon(feature.get("geometry")));
        }
        List<Finding> findings = LayerCheck.check(labels, polygons);
        assertThat(findings)
                .extracting(Finding::kind, finding -> finding.grids().get(0), Finding::at)
                .containsExactlyInAnyOrder(
                        invalid("双流区", 104.0869140625, 30.2509765625),
                        invalid("大邑县", 103.5458984375, 30.4462890625),
                        invalid("崇州市", 103.8203125, 30.52734375),
                        invalid("彭州市", 104.109375, 31.0322265625),
                        invalid("成华区", 104.08984375, 30.6708984375),
                        invalid("新津县", 103.9130859375, 30.3388671875),
                        invalid("新都区", 104.1650390625, 30.734375),
                        invalid("武侯区", 103.978515625, 30.5732421875),
                        invalid("简阳市", 104.47265625, 30.150390625),
                        invalid("蒲江县", 103.4404296875, 30.1201171875),
                        invalid("邛崃市", 103.5146484375, 30.478515625),
                        invalid("郫都区", 103.978515625, 30.73046875),
                        invalid("金堂县", 104.802734375, 30.4912109375),
                        invalid("金牛区", 104.0537109375, 30.67578125),
                        invalid("锦江区", 104.0673828125, 30.6552734375),
                        invalid("青白江区", 104.2802734375, 30.7373046875),
                        invalid("青羊区", 104.0673828125, 30.6552734375),
                        invalid("龙泉驿区", 104.2216796875, 30.4755859375));
        assertThat(findings).allMatch(finding -> finding.area().isValid());
    }

    private static Tuple invalid(String label, double lon, double lat) {
        return tuple(INVALID_GEOMETRY, label, new LonLat(lon, lat));
    }

    private static MultiPolygon multiPolygon(JsonNode geometry) {
        JsonNode coordinates = geometry.get("coordinates");
        if (geometry.get("type").asText().equals("Polygon")) {
            return Wgs84.FACTORY.createMultiPolygon(new Polygon[] {polygon(coordinates)});
        }
        List<Polygon> parts = new ArrayList<>();
        coordinates.forEach(part -> parts.add(polygon(part)));
        return Wgs84.FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> read = new ArrayList<>();
        for (JsonNode ring : rings) {
            List<Coordinate> points = new ArrayList<>();
            ring.forEach(
                    point ->
                            points.add(
                                    new Coordinate(
                                            point.get(0).asDouble(), point.get(1).asDouble())));
            read.add(Wgs84.FACTORY.createLinearRing(points.toArray(Coordinate[]::new)));
        }
        return Wgs84.FACTORY.createPolygon(
                read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }
}
