package org.weiwang.atlas;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;
import org.weiwang.address.index.AddressBook;
import org.weiwang.circle.Facility;
import org.weiwang.edition.Edition;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.GridSet;
import org.weiwang.grid.Level;
import org.weiwang.grid.Member;
import org.weiwang.grid.Outline;
import org.weiwang.grid.Responder;
import org.weiwang.grid.Town;

/**
 * All that is in force in one district. Immutable and thread-safe, so that the versions of an
 * {@link Atlas} share the parts that did not change.
 */
public final class DistrictPart {
    private static final FeatureLayer<Facility> NO_FACILITIES =
            new FeatureLayer<>(null, List.of(), Facility::code, facility -> null, null);

    private final Version version;
    private final GridSet grids;
    private final Map<Member, List<Responder>> responders;
    private final Map<Level, FeatureLayer<Grid>> layers = new EnumMap<>(Level.class);
    private final FeatureLayer<Outline> towns;
    private final FeatureLayer<Outline> districtOutline;
    private final FeatureLayer<Facility> facilities;
    private final AddressBook addresses;

    /**
     * What a part is made from; parts of equal version are equal.
     *
     * @param history in which they are numbered, as {@link History#id}
     * @param dataSets the version of each data set by its name
     */
    public record Version(UUID history, Edition edition, Map<String, Long> dataSets) {
        /** The grids of the edition alone. */
        public static Version withoutDataSets(UUID history, Edition edition) {
            return new Version(history, edition, Map.of());
        }

        /** Whether both have the same grids, whatever their data sets are. */
        public boolean isOfEditionOf(Version other) {
            return history.equals(other.history) && edition.equals(other.edition);
        }
    }

    /**
     * The rows that a part is made from, in any order.
     *
     * @param addresses null for none
     */
    public record Content(
            District district,
            Collection<Town> towns,
            List<Grid> grids,
            List<Responder> responders,
            List<Facility> facilities,
            AddressBook addresses) {}

    /**
     * @param former an earlier part of the district, with which this one shares the memory of all
     *     grids and outlines that are the same; null for none
     */
    public DistrictPart(Version version, Content content, DistrictPart former) {
        this.version = version;
        this.grids =
                former == null
                        ? new GridSet(content.district(), content.towns(), content.grids())
                        : new GridSet(
                                content.district(),
                                content.towns(),
                                former.takenOver(content.grids()),
                                former.grids);
        this.responders = byGrid(content.responders());
        for (Level level : Level.values()) {
            layers.put(
                    level,
                    new FeatureLayer<>(
                            edition(),
                            grids.grids(level),
                            Grid::code,
                            Grid::geometry,
                            former == null ? null : former.layer(level)));
        }
        Outlines outlines = new Outlines(grids, former);
        List<Outline> ofTowns = outlines.towns(content.towns());
        this.towns = layer(ofTowns, former == null ? null : former.towns);
        this.districtOutline =
                layer(outlines.district(ofTowns), former == null ? null : former.districtOutline);
        this.facilities =
                new FeatureLayer<>(
                        edition(),
                        content.facilities(),
                        facility -> district().code() + "-" + facility.code(),
                        facility -> Wgs84.point(facility.point()),
                        former == null ? null : former.facilities);
        this.addresses = content.addresses();
    }

    private FeatureLayer<Outline> layer(List<Outline> outlines, FeatureLayer<Outline> former) {
        return new FeatureLayer<>(edition(), outlines, Outline::code, Outline::geometry, former);
    }

    /** By identity, which takes fewer touches of memory for each look-up than codes. */
    private Map<Member, List<Responder>> byGrid(Collection<Responder> all) {
        return all.stream()
                .filter(responder -> grids.grid(responder.gridCode()).isPresent())
                .collect(
                        groupingBy(
                                responder -> grids.grid(responder.gridCode()).orElseThrow(),
                                IdentityHashMap::new,
                                toList()));
    }

    /** With the grids of the other, without responders and addresses. */
    private DistrictPart(DistrictPart other, Version version, FeatureLayer<Facility> facilities) {
        this.version = version;
        this.grids = other.grids;
        this.responders = Map.of();
        this.layers.putAll(other.layers);
        this.towns = other.towns;
        this.districtOutline = other.districtOutline;
        this.facilities = facilities;
        this.addresses = null;
    }

    /** The grids, with what they have in common with those of this part taken from there. */
    private List<Grid> takenOver(List<Grid> others) {
        return others.stream()
                .map(
                        other ->
                                grids.grid(other.code())
                                        .map(member -> other.sharing(member.grid()))
                                        .orElse(other))
                .toList();
    }

    /** The grids of this part alone, which the two share. */
    DistrictPart withoutDataSets() {
        return new DistrictPart(
                this, Version.withoutDataSets(version.history(), edition()), NO_FACILITIES);
    }

    /** The layers of this part, which the two share, without responders and addresses. */
    DistrictPart layersAlone() {
        return new DistrictPart(this, version, facilities);
    }

    public Version version() {
        return version;
    }

    /** Whether this is what would be made from the version. */
    public boolean isOf(Version other) {
        return version.equals(other);
    }

    public Edition edition() {
        return version.edition();
    }

    public District district() {
        return grids.district();
    }

    /** The box around the district's community grids; at 0, 0 when there are none. */
    public Bbox bbox() {
        Envelope extent = layers.get(Level.COMMUNITY).extent();
        return extent.isNull() ? new Bbox(0, 0, 0, 0) : Bbox.of(extent);
    }

    public GridSet grids() {
        return grids;
    }

    /** Those who serve a grid of this part. */
    public List<Responder> responders(Member grid) {
        return responders.getOrDefault(grid, List.of());
    }

    public FeatureLayer<Grid> layer(Level level) {
        return layers.get(level);
    }

    /** The outlines of the towns that have community grids. */
    public FeatureLayer<Outline> towns() {
        return towns;
    }

    /** The outline of the district, alone in its layer; none when it has no community grids. */
    public FeatureLayer<Outline> districtOutline() {
        return districtOutline;
    }

    public FeatureLayer<Facility> facilities() {
        return facilities;
    }

    /** Empty for the grids or the layers of a part alone. */
    public Optional<AddressBook> addresses() {
        return Optional.ofNullable(addresses);
    }
}
