package org.weiwang.http.ogc;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.weiwang.atlas.tile.TiledLayer;
import org.weiwang.http.wire.Link;

/**
 * WebMercatorQuad, the tiles of web maps, as OGC 17-083r4 (annex D.1) defines it: tiles of 256
 * pixels, of 0.28 mm each for the denominators of scales.
 */
record TileMatrixSet(
        String id,
        String title,
        String uri,
        String crs,
        List<String> orderedAxes,
        String wellKnownScaleSet,
        List<Matrix> tileMatrices) {
    static final String ID = "WebMercatorQuad";
    static final String URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + ID;
    static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";

    /** Half the length of the equator, in metres. */
    private static final double HALF = Math.PI * 6_378_137;

    private static final int PIXELS = 256;
    private static final double METRES_PER_PIXEL = 0.000_28;

    /** One zoom. */
    record Matrix(
            String id,
            double scaleDenominator,
            double cellSize,
            String cornerOfOrigin,
            double[] pointOfOrigin,
            int tileWidth,
            int tileHeight,
            int matrixWidth,
            int matrixHeight) {
        private static Matrix of(int zoom) {
            double cell = 2 * HALF / PIXELS / (1 << zoom);
            return new Matrix(
                    Integer.toString(zoom),
                    cell / METRES_PER_PIXEL,
                    cell,
                    "topLeft",
                    new double[] {-HALF, HALF},
                    PIXELS,
                    PIXELS,
                    1 << zoom,
                    1 << zoom);
        }
    }

    static final TileMatrixSet WEB_MERCATOR_QUAD =
            new TileMatrixSet(
                    ID,
                    "Web Mercator",
                    URI,
                    CRS,
                    List.of("X", "Y"),
                    "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
                    IntStream.rangeClosed(0, TiledLayer.MAX_ZOOM).mapToObj(Matrix::of).toList());

    /** As a list of sets has it. */
    static Map<String, Object> entry(String root) {
        return Map.of(
                "id",
                ID,
                "title",
                WEB_MERCATOR_QUAD.title(),
                "uri",
                URI,
                "links",
                List.of(address(root)));
    }

    /** Where it is defined. */
    static Link address(String root) {
        return Links.to(root + "/tileMatrixSets/" + ID, "self", Representation.JSON, ID);
    }
}
