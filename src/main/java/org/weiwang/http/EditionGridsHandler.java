package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.geo.Bbox;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.http.wire.ItemsQuery;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.JsonOutline;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Privacy;
import org.weiwang.http.wire.Problem;

/**
 * {@code GET /api/v1/editions/{id}/grids}: the grids of any edition in a box, for whoever edits
 * them. Their positions are exact, so that neighbours that share a vertex still do when it comes
 * back.
 */
final class EditionGridsHandler implements Handler {
    private static final int MOST = 3_000;
    private static final String BBOX = "bbox";

    private record Properties(
            String code,
            Level level,
            String name,
            String kind,
            String parentCode,
            Integer households) {}

    private record Feature(
            String type, String id, Properties properties, JsonOutline.Document geometry) {
        static Feature of(Grid grid) {
            return new Feature(
                    "Feature",
                    grid.code(),
                    new Properties(
                            grid.code(),
                            grid.level(),
                            grid.name(),
                            grid.kind(),
                            grid.parentCode(),
                            grid.households()),
                    JsonOutline.of(grid.geometry()));
        }
    }

    private record Document(String type, String edition, List<Feature> features) {}

    private final EditionStore store;

    EditionGridsHandler(EditionStore store) {
        this.store = store;
    }

    @Override
    public void handle(Context context) throws NoSuchEditionException {
        Parameters parameters = Parameters.of(context, BBOX);
        Bbox box = ItemsQuery.bbox(parameters.required(BBOX));
        String id = context.pathParam("id");
        List<Grid> grids =
                store.gridsIn(
                        store.edition(id)
                                .orElseThrow(() -> new NoSuchEditionException(id))
                                .edition(),
                        box,
                        MOST + 1);
        if (grids.size() > MOST) {
            throw Problem.badParameter(
                            BBOX, "bbox has more than %d grids; take a smaller one".formatted(MOST))
                    .exception();
        }
        Privacy.forThisCallerOnly(context);
        Json.write(
                context,
                "application/geo+json",
                new Document("FeatureCollection", id, grids.stream().map(Feature::of).toList()));
    }
}
