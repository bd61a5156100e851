package org.weiwang.grid.check;

import java.util.List;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** What a finding is about, as {@link Finding} has it. */
record Subject(Level level, List<String> grids) {
    static Subject of(Grid grid) {
        return new Subject(grid.level(), List.of(grid.code() == null ? "" : grid.code()));
    }

    /** A finding about no ground. */
    Finding fact(FindingKind kind, LonLat at, Long count, String detail) {
        return new Finding(kind, level, grids, at, null, null, null, count, detail);
    }

    /** A finding about a piece of ground. */
    Finding ground(FindingKind kind, Piece piece, String detail) {
        return new Finding(
                kind,
                level,
                grids,
                piece.at(),
                piece.area(),
                piece.width(),
                piece.squareMetres(),
                null,
                detail);
    }

    /** A finding about a piece of ground, of the second kind where it is a sliver. */
    Finding ground(FindingKind kind, FindingKind ofSlivers, Piece piece, String detail) {
        return ground(piece.isSliver() ? ofSlivers : kind, piece, detail);
    }
}
