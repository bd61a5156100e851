package org.weiwang.http.ogc;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.tile.TiledLayer;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.geo.ServedCrs;
import org.weiwang.http.Server;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Link;
import org.weiwang.http.wire.Parameters;

/**
 * What a server does for a page of micro grids between reading the request and handing the bytes
 * on: it finds the features and writes them.
 */
public final class PageWork {
    private static final Link LINK =
            new Link("http://127.0.0.1/ogc/collections/micro-grids/items", "self", null, null);

    private final OgcCollection microGrids;

    public PageWork(Server.Parts parts) {
        this.microGrids =
                new Directory(
                                Layers.all(
                                        new InForce(parts.keeper(), parts.past()),
                                        parts.layers(),
                                        parts.editions().store(),
                                        parts.editions().checks(),
                                        parts.circles()))
                        .named("micro-grids");
    }

    /** How they are drawn. */
    public TiledLayer<?> tiles() {
        return microGrids.tiles();
    }

    /** The first page. */
    public void write(int limit, OutputStream out)
            throws IOException, NoSuchEditionException, BusyException, InterruptedException {
        State state = microGrids.source().state(Parameters.NONE, AsOf.NOW, null);
        Page page =
                Page.of(
                        state,
                        new ItemsRequest(
                                Parameters.NONE,
                                0,
                                AsOf.NOW,
                                Selection.ALL,
                                ServedCrs.CRS84,
                                limit,
                                null,
                                Representation.GEO_JSON));
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("links", List.of(LINK, LINK, LINK, LINK));
        head.put("numberMatched", page.matched());
        head.put("numberReturned", page.items().size());
        new FeatureWriter(microGrids.type(), ServedCrs.CRS84, out, page.items().size())
                .collection(head, page.items());
    }
}
