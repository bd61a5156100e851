package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.geo.Bbox;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Member;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Privacy;
import org.weiwang.http.wire.Problem;

/**
 * {@code GET /api/v1/grids/{code}}: one grid with what is above and below it. As of another moment
 * or edition without responders, who are known of today only.
 */
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
    public void handle(Context context) throws NoSuchEditionException {
        AsOf asOf = AsOf.parse(Parameters.of(context, AsOf.PARAMETERS), context);
        String code = context.pathParam("code");
        Atlas atlas = inForce.atlas(asOf);
        Member member = atlas.grid(code).orElseThrow(() -> noSuchGrid(asOf, code).exception());
        Grid grid = member.grid();
        DistrictPart part = atlas.partOf(member);
        EditionsHeader.set(context, List.of(part.edition()));
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
                        parents(member),
                        member.set().children(code).stream().map(Ref::withLevel).toList(),
                        Post.of(part.responders(member), Privacy.showsContacts(context))));
    }

    private static Problem noSuchGrid(AsOf asOf, String code) {
        String which = asOf.isNow() ? "No grid in force" : "No grid of then";
        return Problem.notFound(which + " has the code " + code);
    }

    private static List<Ref> parents(Member member) {
        List<Ref> parents = new ArrayList<>();
        for (Member above = member.parent(); above != null; above = above.parent()) {
            parents.add(Ref.withLevel(above));
        }
        if (member.town() != null) {
            parents.add(Ref.withLevel(member.town()));
        }
        parents.add(Ref.withLevel(member.set().district()));
        return parents;
    }
}
