package org.weiwang.atlas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.weiwang.address.AddressBook;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Responder;

/**
 * Everything in force in the city at one moment, in memory. Immutable and thread-safe; a newer
 * version is another atlas.
 */
public final class Atlas {
    private final long version;
    private final SortedMap<String, DistrictPart> parts = new TreeMap<>();

    public Atlas(long version, Collection<DistrictPart> parts) {
        this.version = version;
        parts.forEach(part -> this.parts.put(part.district().code(), part));
    }

    public long version() {
        return version;
    }

    /** The districts with an edition in force, ordered by code. */
    public Collection<DistrictPart> parts() {
        return parts.values();
    }

    public Optional<DistrictPart> part(String districtCode) {
        return Optional.ofNullable(parts.get(districtCode));
    }

    public Optional<Located> grid(String code) {
        return parts.values().stream()
                .flatMap(
                        part ->
                                part
                                        .grid(code)
                                        .map(grid -> new Located(part, grid, false))
                                        .stream())
                .findFirst();
    }

    /**
     * Places a point. The micro grid and the dedicated grid are those that cover it, each the one
     * with the smallest code where several do. Upper levels follow the codes of parents; a level is
     * located by itself only where nothing below it covers the point. Where districts meet, a
     * dedicated grid may belong to another district than the chain; the edition is then the
     * dedicated grid's, the district the chain's.
     */
    public Placement place(LonLat point) {
        Located micro = locate(Level.MICRO, point);
        Located dedicated = locate(Level.DEDICATED, point);
        Located general = micro == null ? locate(Level.GENERAL, point) : parent(micro);
        Located community = general == null ? locate(Level.COMMUNITY, point) : parent(general);
        Located responsible = dedicated == null ? micro : dedicated;
        Located chain = first(community, general, responsible);
        Located lowest = first(responsible, general, community);
        return new Placement(
                outcome(micro, dedicated),
                point,
                grid(responsible),
                grid(micro),
                grid(general),
                grid(community),
                community == null
                        ? null
                        : community.part().town(community.grid().parentCode()).orElse(null),
                chain == null ? null : chain.part().district(),
                grid(dedicated),
                responders(responsible),
                lowest == null ? null : lowest.part().edition());
    }

    /**
     * Looks an address up by its text and places it.
     *
     * @return one placement for each district that has the address
     */
    public List<Placement> find(String address) {
        List<Placement> found = new ArrayList<>();
        for (DistrictPart part : parts.values()) {
            for (AddressBook.Entry entry : part.addresses().find(address)) {
                found.add(entry.point() == null ? Placement.noLocation() : place(entry.point()));
            }
        }
        return found;
    }

    /**
     * The features of a layer of all districts, ordered by id.
     *
     * @param box null for everywhere
     */
    public <T> List<Feature<T>> features(Function<DistrictPart, FeatureLayer<T>> layer, Bbox box) {
        List<List<Feature<T>>> lists =
                parts.values().stream()
                        .map(layer)
                        .map(features -> box == null ? features.all() : features.within(box))
                        .filter(features -> !features.isEmpty())
                        .toList();
        return lists.size() == 1
                ? lists.get(0)
                : lists.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(Feature::id))
                        .toList();
    }

    /** The feature of a layer that has this id. */
    public <T> Optional<Feature<T>> feature(
            Function<DistrictPart, FeatureLayer<T>> layer, String id) {
        return parts.values().stream()
                .flatMap(part -> layer.apply(part).feature(id).stream())
                .findFirst();
    }

    private Located locate(Level level, LonLat point) {
        return parts.values().stream()
                .flatMap(
                        part ->
                                part
                                        .locate(level, point)
                                        .map(c -> new Located(part, c.grid(), c.onBoundary()))
                                        .stream())
                .min(Comparator.comparing(located -> located.grid().code()))
                .orElse(null);
    }

    private static Located parent(Located child) {
        return child.part()
                .grid(child.grid().parentCode())
                .map(grid -> new Located(child.part(), grid, false))
                .orElse(null);
    }

    private static Outcome outcome(Located micro, Located dedicated) {
        if (micro == null && dedicated == null) {
            return Outcome.OUTSIDE;
        }
        boolean onBoundary =
                (micro != null && micro.onBoundary())
                        || (dedicated != null && dedicated.onBoundary());
        return onBoundary ? Outcome.ON_BOUNDARY : Outcome.INSIDE;
    }

    private static Located first(Located... located) {
        return Stream.of(located).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static Grid grid(Located located) {
        return located == null ? null : located.grid();
    }

    private static List<Responder> responders(Located located) {
        return located == null ? List.of() : located.part().responders(located.grid().code());
    }
}
