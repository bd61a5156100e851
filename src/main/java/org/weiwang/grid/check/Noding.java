package org.weiwang.grid.check;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.Noder;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snap.SnappingNoder;

/**
 * Lines as they are with the vertices of each other. Who draws grids apart from each other, or
 * writes them with few decimals, leaves neighbours that fit and yet share no edge.
 */
final class Noding {
    /** Degrees, half a centimetre. */
    static final double NEAR = 5e-8;

    private Noding() {}

    /**
     * @param lines longitude and latitude in degrees
     * @return in the same order, each at most twice {@link #NEAR} from what it was, since ends move
     *     to others and then edges to the vertices beside them; perhaps empty
     */
    static List<Coordinate[]> of(List<Coordinate[]> lines) {
        List<SegmentString> strings =
                lines.stream()
                        .<SegmentString>map(
                                line -> new NodedSegmentString(line, new CoordinateList()))
                        .toList();
        Noder noder = new SnappingNoder(NEAR);
        noder.computeNodes(strings);
        for (Object part : noder.getNodedSubstrings()) {
            SegmentString substring = (SegmentString) part;
            ((CoordinateList) substring.getData()).add(substring.getCoordinates(), false);
        }
        return strings.stream()
                .map(string -> ((CoordinateList) string.getData()).toCoordinateArray())
                .toList();
    }
}
