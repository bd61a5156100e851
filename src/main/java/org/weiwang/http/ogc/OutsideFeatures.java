package org.weiwang.http.ogc;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Point;
import org.weiwang.atlas.Feature;
import org.weiwang.edition.AddressId;
import org.weiwang.edition.Assignments;
import org.weiwang.edition.Assignments.OutsideAddress;
import org.weiwang.edition.Assignments.OutsideAddresses;
import org.weiwang.edition.Edition;
import org.weiwang.geo.GeoJson;
import org.weiwang.geo.Wgs84;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.ItemsQuery;

/** The addresses outside the grids, as features from the store. */
record OutsideFeatures(Assignments assignments) implements FeatureSource<OutsideAddress> {
    @Override
    public Page<OutsideAddress> page(ItemsQuery query) {
        OutsideAddresses found =
                assignments.outside(query.bbox(), query.afterAddress(), query.limit());
        return new Page<>(
                found.version(),
                editions(found),
                found.total(),
                found.page().stream().map(OutsideFeatures::feature).toList(),
                found.more());
    }

    @Override
    public Optional<Feature<OutsideAddress>> feature(String id, AsOf asOf) {
        return AddressId.parse(id).flatMap(assignments::outside).map(OutsideFeatures::feature);
    }

    @Override
    public boolean hasPast() {
        return false;
    }

    private static List<Edition> editions(OutsideAddresses found) {
        return found.page().stream()
                .map(OutsideAddress::edition)
                .distinct()
                .sorted(Comparator.comparing(Edition::district))
                .toList();
    }

    private static Feature<OutsideAddress> feature(OutsideAddress found) {
        Point point = Wgs84.point(found.address().point());
        return new Feature<>(
                found.id().toString(), found, found.edition(), point, GeoJson.encode(point));
    }
}
