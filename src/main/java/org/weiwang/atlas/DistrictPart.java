package org.weiwang.atlas;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.weiwang.address.AddressBook;
import org.weiwang.circle.Facility;
import org.weiwang.edition.Edition;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Covering;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.GridIndex;
import org.weiwang.grid.Level;
import org.weiwang.grid.Responder;
import org.weiwang.grid.Town;

/**
 * All that is in force in one district. Immutable and thread-safe, so that the versions of an
 * {@link Atlas} share the parts that did not change.
 */
public final class DistrictPart {
    private final Version version;
    private final District district;
    private final Map<String, Town> towns;
    private final Map<String, Grid> grids;
    private final Map<String, List<Grid>> children;
    private final Map<String, List<Responder>> responders;
    private final Map<Level, FeatureLayer<Grid>> layers = new EnumMap<>(Level.class);
    private final Map<Level, GridIndex> indexes = new EnumMap<>(Level.class);
    private final FeatureLayer<Facility> facilities;
    private final AddressBook addresses;

    /**
     * What a part is made from; parts of equal version are equal.
     *
     * @param dataSets the version of each data set by its name
     */
    public record Version(Edition edition, Map<String, Long> dataSets) {}

    /** The rows that a part is made from, in any order. */
    public record Content(
            District district,
            Collection<Town> towns,
            List<Grid> grids,
            List<Responder> responders,
            List<Facility> facilities,
            AddressBook addresses) {}

    public DistrictPart(Version version, Content content) {
        this.version = version;
        this.district = content.district();
        this.towns = content.towns().stream().collect(toMap(Town::code, Function.identity()));
        this.grids = content.grids().stream().collect(toMap(Grid::code, Function.identity()));
        this.children =
                content.grids().stream()
                        .sorted(Comparator.comparing(Grid::code))
                        .collect(groupingBy(Grid::parentCode));
        this.responders = content.responders().stream().collect(groupingBy(Responder::gridCode));
        Map<Level, List<Grid>> byLevel = content.grids().stream().collect(groupingBy(Grid::level));
        for (Level level : Level.values()) {
            List<Grid> ofLevel = byLevel.getOrDefault(level, List.of());
            layers.put(level, new FeatureLayer<>(edition(), ofLevel, Grid::code, Grid::geometry));
            indexes.put(level, new GridIndex(ofLevel));
        }
        this.facilities =
                new FeatureLayer<>(
                        edition(),
                        content.facilities(),
                        facility -> district.code() + "-" + facility.code(),
                        facility -> Wgs84.point(facility.point()));
        this.addresses = content.addresses();
    }

    public Version version() {
        return version;
    }

    public Edition edition() {
        return version.edition();
    }

    public District district() {
        return district;
    }

    /** The box around the district's community grids. */
    public Bbox bbox() {
        return layers.get(Level.COMMUNITY).bbox();
    }

    public Optional<Town> town(String code) {
        return Optional.ofNullable(towns.get(code));
    }

    public Optional<Grid> grid(String code) {
        return Optional.ofNullable(grids.get(code));
    }

    /** The grids of which this is the parent, ordered by code. */
    public List<Grid> children(String code) {
        return children.getOrDefault(code, List.of());
    }

    public List<Responder> responders(String gridCode) {
        return responders.getOrDefault(gridCode, List.of());
    }

    public Optional<Covering> locate(Level level, LonLat point) {
        return indexes.get(level).locate(point);
    }

    public FeatureLayer<Grid> grids(Level level) {
        return layers.get(level);
    }

    public FeatureLayer<Facility> facilities() {
        return facilities;
    }

    public AddressBook addresses() {
        return addresses;
    }
}
