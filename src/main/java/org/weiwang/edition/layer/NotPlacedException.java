package org.weiwang.edition.layer;

/** The addresses of an edition were never placed in it, so that nobody knows which lie where. */
public final class NotPlacedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param edition its id
     */
    public NotPlacedException(String edition) {
        super("The addresses of edition %s are not placed yet; ask again later".formatted(edition));
    }
}
