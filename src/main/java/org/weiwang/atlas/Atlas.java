package org.weiwang.atlas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.locationtech.jts.geom.Envelope;
import org.weiwang.address.Suggestion;
import org.weiwang.address.match.AddressMatcher;
import org.weiwang.edition.Edition;
import org.weiwang.edition.layer.LayerSource;
import org.weiwang.edition.layer.StoredLayer;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.CrsBox;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Member;
import org.weiwang.grid.Place;
import org.weiwang.grid.Placer;

/**
 * Everything in force in the city at one moment, or the grids that were, in memory. Immutable and
 * thread-safe; a newer version is another atlas.
 */
public final class Atlas {
    private final Instant madeAt = Instant.now();
    private final long version;
    private final History history;
    private final SortedMap<String, DistrictPart> parts = new TreeMap<>();
    private final AddressMatcher addresses;
    private final Placer placer;
    private final Finder finder = new Finder(this::place);
    private final Map<CityLayer<?>, List<?>> layers = new ConcurrentHashMap<>();

    public Atlas(long version, History history, Collection<DistrictPart> parts) {
        this(version, history, parts, new Matchers());
    }

    /**
     * @param matchers of earlier atlases, with which what finds addresses is shared
     */
    public Atlas(long version, History history, Collection<DistrictPart> parts, Matchers matchers) {
        this(version, history, parts, matchers.of(parts));
    }

    private Atlas(
            long version,
            History history,
            Collection<DistrictPart> parts,
            AddressMatcher addresses) {
        this.version = version;
        this.history = history;
        parts.forEach(part -> this.parts.put(part.district().code(), part));
        this.addresses = addresses;
        this.placer = new Placer(parts.stream().map(DistrictPart::grids).toList());
    }

    /** An atlas of other grids, with the addresses of this one. */
    Atlas withGridsOf(Collection<DistrictPart> others) {
        CRC32 checksum = new CRC32();
        checksum.update(history.id().toString().getBytes(UTF_8));
        others.forEach(part -> checksum.update((part.edition().id() + ",").getBytes(UTF_8)));
        return new Atlas(checksum.getValue(), history, others, addresses);
    }

    /**
     * This atlas without addresses and responders, of which each data set has its own, so that
     * their memory is free once nothing else needs them.
     */
    public Atlas layersAlone() {
        return new Atlas(
                version, history, parts.values().stream().map(DistrictPart::layersAlone).toList());
    }

    /** The grids of the edition alone, if it is one of this atlas. */
    Optional<DistrictPart> gridsOf(Edition edition) {
        return part(edition.district())
                .filter(part -> part.edition().equals(edition))
                .map(DistrictPart::withoutDataSets);
    }

    /**
     * The number of what is in force; it goes up with every change of that. The number before it is
     * of the same editions with other data sets. Of an atlas of the past a number made from its
     * editions and their history.
     */
    public long version() {
        return version;
    }

    public History history() {
        return history;
    }

    /** Ordered by district. */
    public List<Edition> editions() {
        return parts.values().stream().map(DistrictPart::edition).toList();
    }

    /** When it was put together, by the clock of this process. */
    public Instant madeAt() {
        return madeAt;
    }

    /** The districts with an edition, ordered by code. */
    public Collection<DistrictPart> parts() {
        return parts.values();
    }

    public Optional<DistrictPart> part(String districtCode) {
        return Optional.ofNullable(parts.get(districtCode));
    }

    /** What a layer that is read from the store is of, as long as it is this atlas that answers. */
    public LayerSource source(StoredLayer layer) {
        Map<Edition, Long> dataSets = new HashMap<>();
        for (DistrictPart part : parts.values()) {
            Long version = part.version().dataSets().get(layer.dataSet());
            if (version != null) {
                dataSets.put(part.edition(), version);
            }
        }
        return new LayerSource(history.id(), dataSets);
    }

    /** The grid of this atlas that has this code. */
    public Optional<Member> grid(String code) {
        return parts.values().stream()
                .flatMap(part -> part.grids().grid(code).stream())
                .findFirst();
    }

    /** The part that the grid belongs to. */
    public DistrictPart partOf(Member grid) {
        return parts.get(grid.set().district().code());
    }

    /**
     * Places a point by the rule of {@link Placer}. Where districts meet, a dedicated grid may
     * belong to another district than the chain; the edition is then the dedicated grid's, the
     * district the chain's.
     */
    public Placement place(LonLat point) {
        Place place = placer.place(point);
        Member responsible = place.responsible();
        Member chain = first(place.community(), place.general(), responsible);
        Member lowest = first(responsible, place.general(), place.community());
        DistrictPart part = lowest == null ? null : partOf(lowest);
        return new Placement(
                place,
                point,
                chain == null ? null : chain.set().district(),
                responsible == null ? List.of() : part.responders(responsible),
                part == null ? null : part.edition());
    }

    /** Places a point as {@link #place} does, and tells its grids alone. */
    public Place locate(LonLat point) {
        return placer.place(point);
    }

    /**
     * The micro and dedicated grids, but those that the point is in, whose outlines are within 30
     * metres of it: the five nearest, the nearest first.
     *
     * @param placement of a point
     */
    public List<Neighbour> neighbours(Placement placement) {
        return new Neighbours(placement.point()).in(this, placement.place());
    }

    /** Looks an address up by its text, however it is written, and places it. */
    public Found find(String address) {
        return finder.found(addresses.match(address));
    }

    /** As {@link AddressMatcher#suggest}. */
    public List<Suggestion> suggest(String text, LonLat near, int limit) {
        return addresses.suggest(text, near, limit);
    }

    /** All features of a layer, ordered by id; put together when they are first asked for. */
    public <T> List<Feature<T>> all(CityLayer<T> layer) {
        @SuppressWarnings("unchecked") // Under each layer lie features of its own type.
        List<Feature<T>> known =
                (List<Feature<T>>)
                        layers.computeIfAbsent(
                                layer, same -> merged(part -> layer.in(part).all().stream()));
        return known;
    }

    /** The features that share a point with the box, ordered by id. */
    public <T> List<Feature<T>> within(CityLayer<T> layer, CrsBox box) {
        return box.surelyCovers(extent(layer))
                ? all(layer)
                : merged(part -> layer.in(part).within(box).stream());
    }

    /** The features whose own box shares a point with the box, ordered by id. */
    public <T> List<Feature<T>> near(CityLayer<T> layer, Bbox box) {
        return merged(part -> layer.in(part).near(box));
    }

    /** The feature of a layer that has this id. */
    public <T> Optional<Feature<T>> feature(CityLayer<T> layer, String id) {
        return parts.values().stream()
                .flatMap(part -> layer.in(part).feature(id).stream())
                .findFirst();
    }

    /** The box around all features of a layer; empty when there are none. */
    public Optional<Bbox> bbox(CityLayer<?> layer) {
        Envelope extent = extent(layer);
        return extent.isNull() ? Optional.empty() : Optional.of(Bbox.of(extent));
    }

    private Envelope extent(CityLayer<?> layer) {
        Envelope extent = new Envelope();
        for (DistrictPart part : parts.values()) {
            extent.expandToInclude(layer.in(part).extent());
        }
        return extent;
    }

    /** What the districts have in the order of ids, in that order; soon done, as they have it. */
    private <T> List<Feature<T>> merged(Function<DistrictPart, Stream<Feature<T>>> ofDistrict) {
        return parts.values().stream()
                .flatMap(ofDistrict)
                .sorted(Comparator.comparing(Feature::id))
                .toList();
    }

    private static Member first(Member... members) {
        for (Member member : members) {
            if (member != null) {
                return member;
            }
        }
        return null;
    }
}
