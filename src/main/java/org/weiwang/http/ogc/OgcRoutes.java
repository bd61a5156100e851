package org.weiwang.http.ogc;

import java.nio.file.Path;
import org.weiwang.edition.layer.StoredLayers;
import org.weiwang.http.circle.Circles;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Routes;

/** Where the layers are found. */
public final class OgcRoutes {
    private static final long COMPRESSED_BYTES = 64 << 20;

    private OgcRoutes() {}

    /**
     * @param temporary a folder, made where it is missing, for files that must be whole before they
     *     are sent
     */
    public static void register(
            Routes routes, InForce inForce, StoredLayers stored, Circles circles, Path temporary) {
        Directory directory = new Directory(Layers.all(inForce, stored, circles));
        DocumentHandlers documents = new DocumentHandlers(directory, inForce);
        routes.open("/ogc", documents::landingPage);
        routes.open("/ogc/conformance", documents::conformance);
        routes.open("/ogc/api", documents::api);
        routes.open("/ogc/collections", documents::collections);
        routes.open("/ogc/collections/{id}", documents::collection);
        routes.open("/ogc/collections/{id}/schema", documents::schema);
        routes.open("/ogc/collections/{id}/queryables", documents::queryables);
        routes.open(
                "/ogc/collections/{id}/items",
                new ItemsHandler(
                                directory,
                                new CompressedPages(COMPRESSED_BYTES),
                                new FileAnswer(temporary))
                        ::items);
        routes.open("/ogc/collections/{id}/items/{item}", new ItemHandler(directory)::item);
    }
}
