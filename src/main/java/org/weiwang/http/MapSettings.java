package org.weiwang.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;

/**
 * What the map page is told.
 *
 * @param tiles the layer below the grids; null for none
 */
public record MapSettings(Tiles tiles) {
    /**
     * @param url with {z}, {x} and {y} in it
     */
    public record Tiles(String url, String attribution) {}

    /** Scripts and styles only from this server's files, pictures also from where the tiles are. */
    @JsonIgnore
    String contentSecurityPolicy() {
        return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
                + "; img-src 'self' data:"
                + (tiles == null ? "" : " " + origin(tiles.url()))
                + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String origin(String url) {
        URI uri = URI.create(url.replaceAll("[{}]", ""));
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
