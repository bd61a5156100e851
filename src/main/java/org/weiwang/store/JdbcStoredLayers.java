package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Envelope;
import org.weiwang.edition.layer.LayerSource;
import org.weiwang.edition.layer.NotPlacedException;
import org.weiwang.edition.layer.PagesGoneException;
import org.weiwang.edition.layer.Selection;
import org.weiwang.edition.layer.StoredLayer;
import org.weiwang.edition.layer.StoredLayers;
import org.weiwang.feature.Row;
import org.weiwang.geo.Bbox;

/** Reads layers from PostGIS, each answer from one state of it. */
public final class JdbcStoredLayers implements StoredLayers {
    /** Of what is read piece by piece: a few megabytes. */
    private static final int PIECE = 10_000;

    /**
     * Plans are made for the box at hand: a village is found in other ways than a city. None counts
     * on helpers, which rows that are fetched piece by piece do not have.
     */
    private static final String PLAN_EACH =
            """
            SET LOCAL plan_cache_mode = force_custom_plan;
            SET LOCAL max_parallel_workers_per_gather = 0
            """;

    private static final String PRESENT = "SELECT count(*) FROM data_set WHERE version = ANY (?)";

    /** Pairs that were placed and whose assignments have been dropped since. */
    private static final String DROPPED_PAIRS =
            """
            SELECT count(*)
            FROM unnest(?::text[], ?::bigint[]) AS pair (edition, data_set)
            JOIN assignment_summary USING (edition, data_set)
            WHERE to_regclass(
                'assignment_' || replace(edition, '-', '_') || '_' || data_set) IS NULL
            """;

    /** Editions in which addresses were never placed, as after an upgrade. */
    private static final String UNPLACED =
            """
            SELECT pair.edition
            FROM unnest(?::text[], ?::bigint[]) AS pair (edition, data_set)
            LEFT JOIN assignment_summary AS placed USING (edition, data_set)
            WHERE placed.outside IS NULL
            ORDER BY pair.edition
            LIMIT 1
            """;

    private final DataSource database;

    /** Of what was in force when a layer was last asked for its own. */
    private final Map<Whole, Optional<Bbox>> extents = new ConcurrentHashMap<>();

    /** All features of a part, which never change. */
    private record Whole(StoredLayer layer, UUID history, LayerPart part) {}

    public JdbcStoredLayers(DataSource database) {
        this.database = database;
    }

    @Override
    public Page page(
            StoredLayer layer, LayerSource source, Selection selection, String after, int limit) {
        LayerTable table = LayerTable.of(layer);
        List<LayerPart> parts = LayerPart.of(source).stream().sorted(table.order()).toList();
        int first = 0;
        Object key = table.start();
        if (after != null) {
            LayerTable.Key last =
                    table.parse(after)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    after + " is no id of " + layer.type().id()));
            first = place(table, parts, last);
            key = last.value();
        }
        List<LayerPart> following = parts.subList(first, parts.size());
        Object start = key;
        return read(
                layer,
                source,
                (connection, patience) ->
                        page(connection, patience, table, following, selection, start, limit));
    }

    /**
     * @throws PagesGoneException when the feature is of another source
     */
    private static int place(LayerTable table, List<LayerPart> parts, LayerTable.Key last) {
        for (int i = 0; i < parts.size(); i++) {
            if (table.mark(parts.get(i)).equals(last.part())) {
                return i;
            }
        }
        throw new PagesGoneException("what " + last.part() + " was");
    }

    private static Page page(
            Connection connection,
            Patience patience,
            LayerTable table,
            List<LayerPart> parts,
            Selection selection,
            Object after,
            int limit)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        Object key = after;
        for (LayerPart part : parts) {
            // One more than asked for shows that another page follows.
            int lacking = limit + 1 - rows.size();
            if (lacking > 0) {
                patience.bound(connection);
                rows.addAll(
                        new LayerQuery(table, part)
                                .matching(selection)
                                .after(key)
                                .rows(connection, lacking));
            }
            key = table.start();
        }
        return new Page(rows.subList(0, Math.min(limit, rows.size())), rows.size() > limit);
    }

    @Override
    public Iterable<Row> all(StoredLayer layer, LayerSource source, Selection selection) {
        Page first = page(layer, source, selection, null, PIECE);
        return () -> new LayerPages(first, after -> page(layer, source, selection, after, PIECE));
    }

    @Override
    public Optional<Row> feature(StoredLayer layer, LayerSource source, String id) {
        LayerTable table = LayerTable.of(layer);
        Optional<LayerTable.Key> key = table.parse(id);
        Optional<LayerPart> part =
                key.flatMap(
                        asked ->
                                LayerPart.of(source).stream()
                                        .filter(p -> table.mark(p).equals(asked.part()))
                                        .findFirst());
        if (part.isEmpty()) {
            return Optional.empty();
        }
        return read(
                layer,
                source,
                (connection, patience) ->
                        new LayerQuery(table, part.get())
                                .exactly(key.get().value()).rows(connection, 1).stream()
                                        .findFirst());
    }

    @Override
    public long count(StoredLayer layer, LayerSource source, Selection selection) {
        LayerTable table = LayerTable.of(layer);
        return read(
                layer,
                source,
                (connection, patience) -> {
                    long count = 0;
                    for (LayerPart part : LayerPart.of(source)) {
                        patience.bound(connection);
                        count += new LayerQuery(table, part).matching(selection).count(connection);
                    }
                    return count;
                });
    }

    @Override
    public Optional<Bbox> extent(StoredLayer layer, LayerSource source) {
        List<Whole> wholes =
                LayerPart.of(source).stream()
                        .map(part -> new Whole(layer, source.history(), part))
                        .toList();
        Map<Whole, Optional<Bbox>> found =
                read(
                        layer,
                        source,
                        (connection, patience) -> extents(connection, patience, wholes));
        extents.keySet().removeIf(kept -> kept.layer() == layer && !found.containsKey(kept));
        extents.putAll(found);
        Envelope all = new Envelope();
        found.values().stream()
                .flatMap(Optional::stream)
                .forEach(
                        box -> {
                            all.expandToInclude(box.west(), box.south());
                            all.expandToInclude(box.east(), box.north());
                        });
        return all.isNull() ? Optional.empty() : Optional.of(Bbox.of(all));
    }

    private Map<Whole, Optional<Bbox>> extents(
            Connection connection, Patience patience, List<Whole> wholes) throws SQLException {
        Map<Whole, Optional<Bbox>> found = new HashMap<>();
        for (Whole whole : wholes) {
            patience.bound(connection);
            Optional<Bbox> kept = extents.get(whole);
            LayerQuery all = new LayerQuery(LayerTable.of(whole.layer()), whole.part());
            found.put(whole, kept == null ? all.extent(connection) : kept);
        }
        return found;
    }

    /** Reads what is there, before patience is at its end. */
    @FunctionalInterface
    private interface Reading<R> {
        R read(Connection connection, Patience patience) throws SQLException;
    }

    private <R> R read(StoredLayer layer, LayerSource source, Reading<R> reading) {
        Snapshot.Reading<R> whole =
                connection -> {
                    Sql.update(connection, PLAN_EACH);
                    requireThere(connection, layer, source);
                    return reading.read(connection, new Patience());
                };
        try {
            return LayerTable.of(layer).isOfAddresses()
                    ? Snapshot.read(database, whole)
                    : Snapshot.readRows(database, whole);
        } catch (SQLException e) {
            throw new StoreException("reading " + layer.type().id(), e);
        }
    }

    private static void requireThere(Connection connection, StoredLayer layer, LayerSource source)
            throws SQLException {
        List<LayerPart> parts = LayerPart.of(source);
        Long[] versions = parts.stream().map(LayerPart::dataSet).toArray(Long[]::new);
        String[] editions = parts.stream().map(part -> part.edition().id()).toArray(String[]::new);
        boolean isThere =
                StoredHistory.id(connection).equals(source.history())
                        && Sql.number(connection, PRESENT, (Object) versions) == versions.length
                        && (layer != StoredLayer.OUTSIDE_ADDRESSES
                                || Sql.number(connection, DROPPED_PAIRS, editions, versions) == 0);
        if (!isThere) {
            throw new PagesGoneException(layer.type().id() + " of " + source.dataSets());
        }
        if (layer == StoredLayer.OUTSIDE_ADDRESSES) {
            requirePlaced(connection, editions, versions);
        }
    }

    private static void requirePlaced(Connection connection, String[] editions, Long[] versions)
            throws SQLException {
        List<String> unplaced = new ArrayList<>();
        Sql.query(connection, UNPLACED, row -> unplaced.add(row.getString(1)), editions, versions);
        if (!unplaced.isEmpty()) {
            throw new NotPlacedException(unplaced.get(0));
        }
    }
}
