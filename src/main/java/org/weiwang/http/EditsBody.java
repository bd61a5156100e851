package org.weiwang.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.weiwang.edition.revising.Edits;
import org.weiwang.geo.Lattice;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.http.wire.JsonBody;
import org.weiwang.http.wire.JsonObject;
import org.weiwang.http.wire.JsonOutline;

/** What a request says of grids that somebody drew. */
final class EditsBody {
    private static final int LONGEST = 4 << 20;
    private static final int LONGEST_CODE = 32;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_HOUSEHOLDS = 1_000_000;

    private EditsBody() {}

    /**
     * @param patience as {@link BatchLimits#patience}
     */
    static Edits read(Context context, Duration patience) throws IOException {
        JsonObject body =
                JsonBody.object(context, LONGEST, patience, "added", "changed", "removed");
        return new Edits(
                grids(body, "added"), grids(body, "changed"), new HashSet<>(body.texts("removed")));
    }

    private static List<Grid> grids(JsonObject body, String name) {
        return body
                .objects(
                        name,
                        "code",
                        "level",
                        "name",
                        "kind",
                        "parentCode",
                        "households",
                        "geometry")
                .stream()
                .map(EditsBody::grid)
                .toList();
    }

    private static Grid grid(JsonObject grid) {
        return new Grid(
                grid.text("code", LONGEST_CODE),
                level(grid),
                grid.name("name", LONGEST_NAME),
                grid.has("kind") ? grid.name("kind", LONGEST_NAME) : null,
                grid.text("parentCode", LONGEST_CODE),
                grid.has("households") ? grid.whole("households", 0, MOST_HOUSEHOLDS) : null,
                Lattice.snap(JsonOutline.read(grid, "geometry")));
    }

    private static Level level(JsonObject grid) {
        String name = grid.text("level");
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                JsonObject.refused(
                                        grid.path("level"),
                                        "must be MICRO or DEDICATED",
                                        grid.member("level")));
    }
}
