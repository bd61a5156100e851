package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Located;
import org.weiwang.geo.Bbox;
import org.weiwang.grid.Grid;

/** {@code GET /api/v1/grids/{code}}: one grid with what is above and below it. */
final class GridHandler implements Handler {
    /**
     * @param bbox west, south, east, north
     * @param parents nearest first, up to the district
     */
    private record GridDocument(
            String code,
            String name,
            String level,
            String kind,
            Integer households,
            double[] bbox,
            String edition,
            List<Ref> parents,
            List<Ref> children,
            List<Post> responders) {}

    private final InForce inForce;

    GridHandler(InForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public void handle(Context context) {
        Parameters.of(context);
        String code = context.pathParam("code");
        Located located =
                inForce.atlas()
                        .grid(code)
                        .orElseThrow(
                                () ->
                                        Problem.notFound("No grid in force has the code " + code)
                                                .exception());
        Grid grid = located.grid();
        DistrictPart part = located.part();
        Json.write(
                context,
                new GridDocument(
                        grid.code(),
                        grid.name(),
                        grid.level().name(),
                        grid.kind(),
                        grid.households(),
                        Bbox.of(grid.geometry().getEnvelopeInternal()).toArray(),
                        part.edition().id(),
                        parents(part, grid),
                        part.children(code).stream().map(Ref::withLevel).toList(),
                        Post.of(part.responders(code))));
    }

    private static List<Ref> parents(DistrictPart part, Grid grid) {
        List<Ref> parents = new ArrayList<>();
        Optional<Grid> parent = part.grid(grid.parentCode());
        String above = grid.parentCode();
        while (parent.isPresent()) {
            parents.add(Ref.withLevel(parent.get()));
            above = parent.get().parentCode();
            parent = part.grid(above);
        }
        part.town(above).map(Ref::withLevel).ifPresent(parents::add);
        parents.add(Ref.withLevel(part.district()));
        return parents;
    }
}
