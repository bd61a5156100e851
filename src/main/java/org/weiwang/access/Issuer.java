package org.weiwang.access;

import java.net.URI;

/**
 * An OpenID provider whose tokens are good here.
 *
 * @param address as its tokens name it in {@code iss}; its discovery document is found below
 * @param audience whom its tokens must be for, in {@code aud}
 * @param roleClaim the claim with the user's roles; names with dots between for one within others
 */
public record Issuer(URI address, String audience, String roleClaim) {}
