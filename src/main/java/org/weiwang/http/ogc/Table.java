package org.weiwang.http.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.atlas.Feature;
import org.weiwang.edition.Edition;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Property;

/**
 * The properties of features of the atlas: what they are and where they come from. Immutable and
 * thread-safe.
 */
final class Table<T> {
    private final FeatureType type;
    private final List<Column<T>> columns;

    private record Column<T>(Property property, Function<Feature<T>, Object> value) {}

    private Table(String id, GeometryType geometry, List<Column<T>> columns) {
        this.type = new FeatureType(id, geometry, columns.stream().map(Column::property).toList());
        this.columns = List.copyOf(columns);
    }

    /** Begins one for a collection of this id. */
    static <T> Builder<T> of(String id, GeometryType geometry) {
        return new Builder<>(id, geometry);
    }

    /** Collects properties in order. Not thread-safe. */
    static final class Builder<T> {
        private final String id;
        private final GeometryType geometry;
        private final List<Column<T>> columns = new ArrayList<>();

        private Builder(String id, GeometryType geometry) {
            this.id = id;
            this.geometry = geometry;
        }

        Builder<T> with(Property property, Function<Feature<T>, Object> value) {
            columns.add(new Column<>(property, value));
            return this;
        }

        Builder<T> with(
                String name, String title, Property.Type of, Function<Feature<T>, Object> value) {
            return with(new Property(name, title, of), value);
        }

        Table<T> build() {
            return new Table<>(id, geometry, columns);
        }
    }

    FeatureType type() {
        return type;
    }

    Item item(Feature<T> feature) {
        return new OfAtlas<>(feature, columns);
    }

    private record OfAtlas<T>(Feature<T> feature, List<Column<T>> columns) implements Item {
        @Override
        public String id() {
            return feature.id();
        }

        @Override
        public Geometry geometry() {
            return feature.geometry();
        }

        @Override
        public Object value(int index) {
            return columns.get(index).value().apply(feature);
        }

        @Override
        public Edition edition() {
            return feature.edition();
        }

        @Override
        public byte[] geoJson() {
            return feature.geoJson();
        }
    }
}
