package org.weiwang.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;

/**
 * What the map page is told. Anyone may know it.
 *
 * @param tiles the layer below the grids; null for none
 * @param signIn where users sign in who have no token of ours; null for nowhere
 * @param circle whether this server has the living circle
 */
public record MapSettings(Tiles tiles, SignIn signIn, boolean circle) {
    /**
     * @param url with {z}, {x} and {y} in it
     */
    public record Tiles(String url, String attribution) {
        private URI address() {
            return URI.create(url.replaceAll("[{}]", ""));
        }
    }

    /**
     * @param issuer the OpenID provider
     * @param client as which it knows the page
     * @param scope what the page asks it for
     * @param roleClaim where its tokens must say what a user may do
     */
    public record SignIn(URI issuer, String client, String scope, String roleClaim) {}

    /**
     * Scripts and styles only from this server's files, pictures also from where the tiles are.
     * Nobody is asked but this server, and the issuer, for tokens.
     */
    @JsonIgnore
    String contentSecurityPolicy() {
        return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
                + (signIn == null ? "" : " " + origin(signIn.issuer()))
                + "; img-src 'self' data:"
                + (tiles == null ? "" : " " + origin(tiles.address()))
                + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
